// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Ids that a spreadsheet takes for numbers, dates or truth values and writes back as something else.
public enum SpreadsheetIDs {
  /// Whether opening and saving a table may change this id.
  public static func isRewritten(_ id: String) -> Bool {
    let lower = id.lowercased()
    return number(id) != nil && !isPlainNumber(id) || dayAndMonth(lower) != nil
      || ["true", "false"].contains(lower) && id != id.uppercased()
  }

  /// The one id among these that a spreadsheet may have turned into this.
  public static func original(of text: String, among ids: [String]) -> String? {
    let rewritten = ids.filter { $0 != text && isRewritten($0) }
    if rewritten.isEmpty { return nil }
    let plain = CellText(text).text
    var found: [String] = []
    if let value = number(plain) {
      found = rewritten.filter { number($0) == value }
    }
    if found.isEmpty {
      let days = days(plain)
      found = rewritten.filter { id in
        dayAndMonth(id.lowercased()).map { !$0.isDisjoint(with: days) } ?? false
      }
    }
    if found.isEmpty {
      found = rewritten.filter { $0.lowercased() == plain.lowercased() }
    }
    return found.count == 1 ? found[0] : nil
  }

  // MARK: Numbers

  /// `007`, `1E5`, `1.10`, `1.00E+05`.
  private static func number(_ text: String) -> Double? {
    let isNumber = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x2E, 0x2C, 0x2B, 0x2D, 0x45, 0x65].contains($0)
    }
    guard isNumber, text.first?.isNumber == true else { return nil }
    return Double(text.replacing(",", with: "."))
  }

  /// Whole, without leading zeros, and short enough for a spreadsheet to keep every figure.
  private static func isPlainNumber(_ text: String) -> Bool {
    text.isDigits && (text == "0" || text.first != "0") && text.count <= 11
  }

  // MARK: Dates

  /// A day and a month as one number.
  private static func key(_ day: Int, _ month: Int) -> Int { month * 100 + day }

  /// What `1-2`, `1.2.2025`, `MAR1` or `3-DEC` is as a date, day and month in either order.
  private static func dayAndMonth(_ id: String) -> Set<Int>? {
    let parts = id.split { "-._/ ".contains($0) }.map(String.init)
    var keys: Set<Int> = []
    if (2...3).contains(parts.count), parts.allSatisfy(\.isDigits),
      parts.allSatisfy({ $0.count <= 2 || $0.count == 4 }), !id.contains("_")
    {
      let numbers = parts.compactMap { Int($0) }
      for (day, month) in [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
      where (1...31).contains(day) && (1...12).contains(month) {
        keys.insert(key(day, month))
      }
      return keys.isEmpty ? nil : keys
    }
    let letters = id.filter(\.isLetter)
    let figures = id.filter(\.isNumber)
    guard letters.count + figures.count + 1 >= id.count,
      let month = months.firstIndex(of: letters), let day = Int(figures), (1...31).contains(day),
      id.contains(letters), id.contains(figures), !id.contains("_"), !id.contains(".")
    else { return nil }
    return [key(day, month + 1)]
  }

  /// The days and months that a text may be a date of.
  private static func days(_ text: String) -> Set<Int> {
    var keys = dayAndMonth(text.lowercased()) ?? []
    switch DateCell.read(text) {
    case .read(let date, _): keys.insert(key(date.day, date.month))
    case .ambiguous(let dates): keys.formUnion(dates.map { key($0.day, $0.month) })
    case .refused: break
    }
    return keys
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
