// SPDX-License-Identifier: GPL-3.0-or-later

/// Text as a cell of a workbook can hold it.
public enum WorkbookText {
  /// The most UTF-16 units that a cell can hold.
  static let longest = 32_767

  /// The most that a text may have to stay whole: room is left for escapes.
  public static let mostKept = longest - 1024

  /// Whether a text comes back from a cell as it was, apart from its line ends.
  public static func isKept(_ text: String) -> Bool {
    let plain = text.replacing("\r\n", with: "\n")
    return unescaped(cell(plain)).unicodeScalars.elementsEqual(plain.unicodeScalars)
  }

  /// Without what XML cannot hold, cut to what fits into a cell, and with text that only looks like
  /// one of the format's own escapes (`_x000D_`) escaped itself.
  static func cell(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: break
      case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: continue
      default: break
      }
      units += UTF16.width(scalar)
      // Room for the ellipsis, and for escapes: each has seven units more.
      if units > longest - 1024 {
        result.append("…")
        break
      }
      result.append(scalar)
    }
    return String(escaped(result, limit: 140))
  }

  private static func escaped(
    _ text: String.UnicodeScalarView, limit: Int
  ) -> String.UnicodeScalarView {
    guard text.contains("_") else { return text }
    let scalars = Array(text)
    var result = String.UnicodeScalarView()
    var count = 0
    for (place, scalar) in scalars.enumerated() {
      if scalar == "_", isEscape(scalars, at: place) {
        count += 1
        // A text made of nothing but such escapes loses the rest of them.
        result.append(contentsOf: (count <= limit ? "_x005F_" : "-").unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  /// `_xHHHH_` as text, back.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      if scalars[place] == "_", isEscape(scalars, at: place),
        let value = UInt32(
          String(String.UnicodeScalarView(scalars[place + 2..<place + 6])), radix: 16)
      {
        if let scalar = UnicodeScalar(value), value != 0 { result.append(scalar) }
        place += 7
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return String(result)
  }

  private static func isEscape(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place + 6 < scalars.count, scalars[place + 1] == "x", scalars[place + 6] == "_" else {
      return false
    }
    return scalars[place + 2..<place + 6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
