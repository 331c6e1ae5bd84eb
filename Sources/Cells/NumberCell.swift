// SPDX-License-Identifier: GPL-3.0-or-later

/// Whole numbers, as spreadsheets and people write them.
public enum NumberCell {
  /// What is counted: the words that may follow the number.
  public enum Unit: Hashable, Sendable { case minutes, seats, things }

  /// - Parameter range: what fits; if only one of two readings does, that one is meant.
  public static func read(
    _ cell: String, of unit: Unit = .things, in range: ClosedRange<Int>
  ) -> Reading<Int> {
    let plain = CellText(cell)
    if let number = Int(plain.text) {
      return range.contains(number)
        ? .read(number, plain.spellings) : .refused(.outside(range))
    }
    let (text, hasUnit) = withoutUnit(plain.text, unit)
    var spellings = plain.spellings
    if hasUnit { spellings.insert(.unit) }
    if unit == .minutes, let minutes = duration(text) {
      return range.contains(minutes)
        ? .read(minutes, spellings.union([.unit])) : .refused(.outside(range))
    }
    if Int(text) == nil { spellings.insert(.number) }
    let readings = whole(text)
    let fitting = readings.filter(range.contains)
    switch fitting.count {
    case 1: return .read(fitting[0], spellings)
    case 0:
      let guesses = readings.isEmpty ? guesses(plain.text, unit, range) : []
      return .refused(guesses.isEmpty ? .outside(range) : .unlike(guesses))
    default: return .ambiguous(fitting)
    }
  }

  // MARK: Numbers

  /// The whole numbers that the text may be: two, if `1.000` could be one or a thousand.
  private static func whole(_ text: String) -> [Int] {
    var text = text
    var sign = 1
    if text.hasPrefix("-") || text.hasPrefix("+") {
      sign = text.hasPrefix("-") ? -1 : 1
      text = String(text.dropFirst()).trimmingPrefix(" ").description
    }
    var found: [Int] = []
    for (thousands, decimal) in forms {
      guard let number = whole(text, thousands: thousands, decimal: decimal),
        !found.contains(number * sign)
      else { continue }
      found.append(number * sign)
    }
    return found
  }

  /// Which signs may separate thousands and decimals together.
  private static let forms: [(Set<Character>, Character)] = [
    (["'", "’", " ", ","], "."), (["'", "’", " ", "."], ","),
  ]

  private static func whole(
    _ text: String, thousands: Set<Character>, decimal: Character
  ) -> Int? {
    let halves = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard halves.count <= 2, let first = halves.first else { return nil }
    if halves.count == 2, halves[1].isEmpty || !halves[1].allSatisfy({ $0 == "0" }) { return nil }
    let groups = first.split(omittingEmptySubsequences: false) { thousands.contains($0) }
    guard groups.allSatisfy({ $0.isDigits }), Set(first.filter { thousands.contains($0) }).count < 2
    else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let digits = groups.joined()
    return digits.count <= 12 ? Int(digits) : nil
  }

  // MARK: Units

  private static func words(of unit: Unit) -> [String] {
    switch unit {
    case .minutes:
      [
        "minutes", "minute", "minuten", "minutos", "minuti", "mins", "min.", "min", "m", "мин",
        "минут", "分钟", "分", "'", "′",
      ]
    case .seats:
      [
        "seats", "seat", "people", "persons", "pax", "places", "plätze", "plazas", "мест", "人",
        "attendees", "participants", "personnes", "personen", "personas", "pessoas", "человек",
        "席",
      ]
    case .things: []
    }
  }

  private static func withoutUnit(_ text: String, _ unit: Unit) -> (text: String, hasUnit: Bool) {
    let lower = text.lowercased()
    for word in words(of: unit) where lower.hasSuffix(word) {
      let rest = lower.dropLast(word.count)
      let number = rest.hasSuffix(" ") ? rest.dropLast() : rest
      if number.last?.isNumber == true { return (String(number), true) }
    }
    return (text, false)
  }

  /// Minutes of `1:30`, `01:30:00`, `1h30`, `2 h`, `1.5 h`.
  private static func duration(_ text: String) -> Int? {
    let lower = text.lowercased()
    let parts = lower.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2 || (parts.count == 3 && Int(parts[2]) == 0) {
      guard parts.allSatisfy({ $0.isDigits && $0.count <= 2 }), parts[1].count == 2,
        let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60
      else { return nil }
      return hours * 60 + minutes
    }
    let halves = inHours(lower).split(separator: "h", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty else { return nil }
    let behind = halves[1].isEmpty ? "0" : halves[1]
    guard behind.isDigits, let minutes = Int(behind), minutes < 60 else { return nil }
    if halves[0].isDigits, halves[0].count <= 2, let hours = Int(halves[0]) {
      return hours * 60 + minutes
    }
    guard behind == "0", let hours = Double(halves[0].replacing(",", with: ".")), hours < 24,
      hours > 0, (hours * 60).rounded() == hours * 60
    else { return nil }
    return Int(hours * 60)
  }

  /// `1 hour 30 minutes`, `1h 30m`, `PT1H30M` as `1h30`.
  private static func inHours(_ text: String) -> String {
    var text = text.filter { $0 != " " }
    if text.hasPrefix("pt") { text.removeFirst(2) }
    for word in ["hours", "hour", "hrs", "hr", "heures", "heure", "horas", "hora", "stunden"] + [
      "stunde", "std.", "std", "часа", "час", "ч", "小时", "時間",
    ] {
      if let found = text.range(of: word) {
        text.replaceSubrange(found, with: "h")
        break
      }
    }
    for fraction in [("½h", ".5h"), ("¼h", ".25h"), ("¾h", ".75h")] {
      text = text.replacing(fraction.0, with: fraction.1)
    }
    if let word = words(of: .minutes).first(where: text.hasSuffix), text.contains("h") {
      text.removeLast(word.count)
    }
    return text
  }

  // MARK: Guesses

  /// The only number in a cell such as `about 80`; of `80-100`, the larger; a part of a day, as
  /// minutes.
  private static func guesses(
    _ text: String, _ unit: Unit, _ range: ClosedRange<Int>
  ) -> [String] {
    if unit == .minutes, text.hasPrefix("0."), let minute = DayNumber(text)?.minute, minute > 0 {
      return ["\(minute)"]
    }
    // `1k` is a thousand, and `80%` is not a number of anything.
    if text.hasSuffix("k") || text.hasSuffix("K"), let value = Int(text.dropLast()) {
      return range.contains(value) && range.contains(value * 1000) ? ["\(value * 1000)"] : []
    }
    if text.hasSuffix("%") { return [] }
    if let value = Double(text.replacing(",", with: ".")), value.magnitude < 1e9 {
      let around = [Int(value.rounded(.down)), Int(value.rounded(.up))]
      return Set(around).sorted().filter(range.contains).map(String.init)
    }
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 1 || (numbers.count == 2 && text.contains("-")) else { return [] }
    return numbers.filter(range.contains).max().map { ["\($0)"] } ?? []
  }
}
