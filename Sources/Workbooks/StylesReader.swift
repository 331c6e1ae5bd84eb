// SPDX-License-Identifier: GPL-3.0-or-later

import XMLReading

/// Which styles of a workbook show a number as a date or a time.
final class StylesReader: XMLReader {
  /// By the number of the style.
  private(set) var areMoments: [Bool] = []
  /// The workbook's own number formats, by number.
  private var own: [Int: Bool] = [:]
  private var isInCells = false

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if own.count >= 10_000 { return stop(.large) }
      guard let number = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      own[number] = NumberFormat.isMoment(attributes["formatCode"] ?? "")
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      if areMoments.count >= 100_000 { return stop(.large) }
      let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      areMoments.append(own[number] ?? NumberFormat.builtInMoments.contains(number))
    default: break
    }
  }

  override func end(_ name: Substring) { if name == "cellXfs" { isInCells = false } }
}

/// Number formats (ECMA-376, part 1, 18.8.30 and 18.8.31).
enum NumberFormat {
  /// The numbers that mean dates and times everywhere, including those of East Asia.
  static let builtInMoments: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)

  /// Whether a format has a year, month, day, hour or second in it, outside quoted text.
  static func isMoment(_ code: String) -> Bool {
    var rest = code.lowercased()[...]
    while let sign = rest.popFirst() {
      switch sign {
      case ";": return false
      // The next sign means itself, or is a gap or a filling.
      case "\\", "_", "*": _ = rest.popFirst()
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        let words = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(words.count + 1)
        // Hours, minutes or seconds that run on; anything else is a colour, a language, a condition.
        if !words.isEmpty, words.allSatisfy({ "hms".contains($0) }) { return true }
      case "y", "m", "d", "h", "s": return true
      // `General`, which has none of the other letters.
      default: break
      }
    }
    return false
  }
}
