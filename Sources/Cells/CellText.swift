// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A cell as a keyboard would have typed it: whatever word processors, web pages and other scripts
/// put in place of plain digits, dashes and blanks is made plain again.
public struct CellText: Hashable, Sendable {
  /// Trimmed, with single blanks.
  public let text: String
  /// What was not plain.
  public let spellings: Set<Spelling>

  public init(_ cell: String) {
    var result = String.UnicodeScalarView()
    var spellings: Set<Spelling> = []
    var isAfterBlank = true
    for scalar in cell.unicodeScalars {
      if Self.isInvisible(scalar) {
        spellings.insert(.invisible)
        continue
      }
      if scalar.properties.isWhitespace {
        if isAfterBlank || scalar != " " { spellings.insert(.blanks) }
        if !isAfterBlank { result.append(" ") }
        isAfterBlank = true
        continue
      }
      isAfterBlank = false
      if let digit = Self.digit(scalar) {
        if !scalar.isASCII { spellings.insert(.width) }
        result.append(digit)
      } else if Self.dashes.contains(scalar) {
        spellings.insert(.dash)
        result.append("-")
      } else if let narrow = Self.narrow(scalar) {
        spellings.insert(.width)
        result.append(narrow)
      } else {
        result.append(scalar)
      }
    }
    if isAfterBlank, let last = result.last, last == " " {
      result.removeLast()
      spellings.insert(.blanks)
    }
    text = String(result)
    self.spellings = spellings
  }

  /// Signs that take no room: zero-width blanks and joiners, soft hyphens, marks of direction.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A form that is the same for words that differ only in case, width, blanks or invisible signs.
  public static func folded(_ text: String) -> String {
    let plain = CellText(text.precomposedStringWithCompatibilityMapping).text
    return String(
      plain.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
  }

  /// A decimal digit of any script as the keyboard's digit.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return ("0"..."9").contains(scalar) ? scalar : nil }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return nil }
    return Unicode.Scalar(UInt8(0x30 + Int(value)))
  }

  /// Hyphens, dashes and the minus sign; the full-width ones too.
  private static let dashes: Set<Unicode.Scalar> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE58}",
    "\u{FE63}", "\u{FF0D}", "\u{301C}", "\u{FF5E}", "\u{2043}",
  ]

  /// Full-width forms of ASCII (U+FF01 … U+FF5E) and the ideographic full stop.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
    return scalar == "\u{FE55}" || scalar == "\u{2236}" ? ":" : nil
  }
}

extension StringProtocol {
  /// Whether it is all ASCII digits, and at least one.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
