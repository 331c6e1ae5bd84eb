// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A file's bytes as text that can be changed and written back in the encoding that it has.
struct FileText {
  private enum Encoding {
    case utf8
    case other(String.Encoding, mark: [UInt8])
  }

  /// In UTF-8.
  let text: [UInt8]
  private let encoding: Encoding

  var isUTF8: Bool { if case .utf8 = encoding { true } else { false } }

  /// `nil` where it cannot be told which encoding it is, or writing back would change something.
  init?(_ bytes: [UInt8]) {
    // No text has a zero, which half of each ASCII letter is in UTF-16.
    if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
      (text, encoding) = (bytes, .utf8)
      return
    }
    // Without a mark, a first letter of ASCII says which half of it comes first.
    var bare: [([UInt8], String.Encoding)] = []
    if bytes.count > 1, bytes[0] == 0 { bare.append(([], .utf16BigEndian)) }
    if bytes.count > 1, bytes[1] == 0 { bare.append(([], .utf16LittleEndian)) }
    let marks =
      [([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian)] + bare
      + [([], .windowsCP1252)]
    for (mark, other) in marks where bytes.starts(with: mark) {
      guard let decoded = String(data: Data(bytes.dropFirst(mark.count)), encoding: other) else {
        return nil
      }
      text = Array(decoded.utf8)
      encoding = .other(other, mark: mark)
      guard self.bytes(of: text) == bytes else { return nil }
      return
    }
    return nil
  }

  /// Another text in the same encoding; `nil` where it has a letter that the encoding lacks.
  func bytes(of text: [UInt8]) -> [UInt8]? {
    switch encoding {
    case .utf8: return text
    case .other(let encoding, let mark):
      guard let text = String(validating: text, as: UTF8.self),
        let data = text.data(using: encoding, allowLossyConversion: false)
      else { return nil }
      return mark + Array(data)
    }
  }
}
