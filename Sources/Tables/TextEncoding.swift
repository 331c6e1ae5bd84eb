// SPDX-License-Identifier: GPL-3.0-or-later

/// Text in encodings other than UTF-8, read if it is certain which one it is.
enum TextEncoding: String {
  case utf16 = "UTF-16"
  case windows1252 = "Windows-1252"

  /// The text as UTF-8, and what it was in; nothing if it is UTF-8 already or cannot be told.
  static func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: TextEncoding)? {
    if let text = utf16(bytes) { return (Array(text.utf8), .utf16) }
    // The quick answer first: nearly every file is UTF-8, and validating takes a while.
    if isSurelyWestern(bytes), String(validating: bytes, as: UTF8.self) == nil {
      return (Array(western(bytes[...]).utf8), .windows1252)
    }
    return nil
  }

  // MARK: UTF-16

  /// With a byte order mark, or where every other byte of a first line in ASCII is zero.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    guard bytes.count >= 16 else { return nil }
    for (isLittle, zero) in [(true, 1), (false, 0)] {
      let isASCII = (0..<8).allSatisfy {
        bytes[2 * $0 + zero] == 0 && isPlain(bytes[2 * $0 + 1 - zero])
      }
      if isASCII { return utf16(bytes[...], isLittle: isLittle) }
    }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String? {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      let unit = isLittle ? two << 8 | one : one << 8 | two
      // Text has no zero; a file that has one is something else.
      if unit == 0 { return nil }
      units.append(unit)
      place += 2
    }
    return String(validating: units, as: UTF16.self)
  }

  // MARK: Windows-1252

  /// Whether every byte above ASCII is the same sign in the code pages of western, central European,
  /// Turkish and Baltic Windows, and its letters are in words of Latin letters, so it is not
  /// Cyrillic or Greek either.
  private static func isSurelyWestern(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return false }
    for place in first..<bytes.count where bytes[place] >= 0x80 {
      let byte = bytes[place]
      if sharedSigns.contains(byte) { continue }
      guard sharedLetters.contains(byte) else { return false }
      let before = place > 0 ? bytes[place - 1] : 0
      let after = place + 1 < bytes.count ? bytes[place + 1] : 0
      guard isLatin(before) || isLatin(after) else { return false }
    }
    return !bytes.contains(0)
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Ä É Ó Ö Ü ß ä é ó ö ü.
  private static let sharedLetters: Set<UInt8> = [
    0xC4, 0xC9, 0xD3, 0xD6, 0xDC, 0xDF, 0xE4, 0xE9, 0xF3, 0xF6, 0xFC,
  ]
  /// … ‘ ’ “ ” • – — no-break space § « » °.
  private static let sharedSigns: Set<UInt8> = [
    0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA7, 0xAB, 0xB0, 0xBB,
  ]

  /// Bytes as Windows-1252 has them; the five that it leaves open are U+FFFD.
  static func western(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if (0x80..<0xA0).contains(byte) {
        text.append(high[Int(byte) - 0x80])
      } else {
        text.append(Unicode.Scalar(byte))
      }
    }
    return String(text)
  }

  private static let high: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž",
    "\u{FFFD}", "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}",
    "ž", "Ÿ",
  ]
}
