// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Texts

/// `meeting.json`: JSON5, each value checked, unknown keys named.
struct MeetingFile {
  static let name = "meeting.json"
  private let reporter: Reporter
  private let places: [String: Table.Place]
  static let keys = [
    "id", "name", "timeZone", "days", "gridMinutes", "turnoverMinutes", "transferMinutes",
    "localHours", "eligibility", "weights", "calendar", "dateOrder",
  ]

  /// - Parameter places: where each key stands, by path.
  init(_ reporter: Reporter, _ places: [String: Table.Place]) {
    self.reporter = reporter
    self.places = places
  }

  /// The keys that hold one value, by path.
  static let scalarPaths =
    keys.filter { !["days", "weights", "calendar"].contains($0) }
    + SoftRule.allCases.map { "weights.\($0.rawValue)" } + calendarKeys.map { "calendar.\($0)" }
  private static let calendarKeys = ["domain", "organizer", "url"]

  /// Days that a meeting may have: searches count minutes since the first of them, and calendars
  /// know no earlier ones.
  static let dates =
    CalendarDate(dayNumber: 0)...CalendarDate(dayNumber: 84_370)

  /// The meeting, or nothing where it lacks what nothing can stand in for.
  func meeting(_ object: [String: Any]) -> Meeting? {
    check(object, keys: Self.keys, at: "")
    let id = text(object, "id", required: true)
    if let id, !Identities.isWellFormed(id) {
      report("id", id, "'\(id)' is no id.", "letters, digits, '.', '_' and '-'")
    }
    let name = text(object, "name", required: true)
    let zone = zone(object)
    let grid = number(object, "gridMinutes", in: 1...60, default: 15)
    if ![5, 10, 15, 30, 60].contains(grid) {
      report("gridMinutes", "\(grid)", "The grid cannot be \(grid) minutes.", "5, 10, 15, 30 or 60")
    }
    let order = order(object)
    let days = days(object["days"], grid: max(1, grid), CellContext(order: order))
    let turnover = number(object, "turnoverMinutes", in: 0...1440, default: 0)
    let transfer = number(object, "transferMinutes", in: 0...1440, default: 0)
    let hours = localHours(object)
    let mode = mode(object)
    let weights = weights(object["weights"])
    let calendar = calendar(object["calendar"])
    guard let id, let name, let zone, !days.isEmpty else { return nil }
    return Meeting(
      id: id, name: name, zone: zone, days: days, gridMinutes: max(1, grid),
      turnoverMinutes: turnover, transferMinutes: transfer, localHours: hours, eligibility: mode,
      weights: weights, calendar: calendar, dateOrder: order)
  }

  func report(
    _ key: String, _ value: String?, _ sentence: String, _ suggestion: String?,
    _ severity: Finding.Severity = .error
  ) {
    let place = place(of: key)
    reporter.add(
      Finding(
        "meeting", severity, file: place.file, line: place.line, column: key, value: value,
        sentence, suggestion: suggestion))
  }

  /// Where a key stands, or the nearest one around it.
  private func place(of key: String) -> Table.Place {
    var path = key[...]
    while !path.isEmpty {
      if let place = places[String(path)] { return place }
      path = path[..<(path.lastIndex { $0 == "." || $0 == "[" } ?? path.startIndex)]
    }
    return Table.Place(file: Self.name, line: 1)
  }

  private func check(_ object: [String: Any], keys: [String], at place: String) {
    for key in object.keys.sorted() where !keys.contains(key) {
      let near = Nearest.to(key, among: keys)
      report(
        place + key, key, "There is no key '\(key)' here.",
        (near.map { "did you mean '\($0)'? " } ?? "") + "Known: \(keys.joined(separator: ", "))")
    }
  }

  private func text(_ object: [String: Any], _ key: String, required: Bool = false) -> String? {
    guard let value = object[key], !(value is NSNull) else {
      if required { reportMissing(key, "\"\(key)\": \"…\"", "a row with the setting '\(key)'") }
      return nil
    }
    guard let text = (value as? String)?.trimmed, !text.isEmpty else {
      report(key, "\(value)", "'\(key)' is no text.", "\"\(key)\": \"…\"")
      return nil
    }
    return text
  }

  private func reportMissing(_ key: String, _ inFile: String, _ inSheet: String) {
    if reporter.sheets == nil {
      report(key, nil, "The key '\(key)' is missing.", "add \(inFile)")
    } else {
      report(key, nil, "The setting '\(key)' is missing.", "add \(inSheet)")
    }
  }

  private func whole(_ value: Any) -> Int? {
    switch value {
    case let number as Int where number.magnitude < 1_000_000_000: number
    case let number as Double where number == number.rounded() && abs(number) < 1e9: Int(number)
    default: nil
    }
  }

  private func number(
    _ object: [String: Any], _ key: String, in range: ClosedRange<Int>, default standard: Int
  ) -> Int {
    guard let value = object[key], !(value is NSNull) else { return standard }
    guard let number = whole(value), range.contains(number) else {
      report(
        key, "\(value)", "'\(key)' is not a number that fits.",
        "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return standard
    }
    return number
  }

  private func zone(_ object: [String: Any]) -> ZoneClock? {
    guard let name = text(object, "timeZone", required: true) else { return nil }
    guard let clock = ZoneNames.clock(name) else {
      report("timeZone", name, "'\(name)' is no time zone.", ZoneNames.suggestion(name))
      return nil
    }
    return clock
  }

  private func localHours(_ object: [String: Any]) -> Range<Int> {
    guard let text = text(object, "localHours") else { return 420..<1320 }
    guard let hours = hours(text, "localHours", "07:00-22:00") else { return 420..<1320 }
    guard hours.upperBound <= 1440 else {
      report(
        "localHours", text, "The hours '\(text)' run over midnight.",
        "the hours of one day, such as 07:00-22:00")
      return 420..<1320
    }
    return hours
  }

  private func mode(_ object: [String: Any]) -> EligibilityMode {
    guard let text = text(object, "eligibility") else { return .hold }
    guard let mode = EligibilityMode(rawValue: text) else {
      report("eligibility", text, "'\(text)' is not known here.", "hold or report")
      return .hold
    }
    return mode
  }

  /// From one time to another; of what cannot be read a finding says what was probably meant.
  private func hours(_ text: String, _ key: String, _ form: String) -> Range<Int>? {
    switch WindowCell.hours(text) {
    case .read(let hours, let spellings):
      if !spellings.isEmpty { readAs(key, text, WindowCell.plain(hours), spellings) }
      return hours
    case .ambiguous(let readings):
      report(CellWords.ambiguous(text, readings.map(WindowCell.plain)), key, text)
    case .refused(.backwards(let guesses)):
      report(
        key, text, "The hours '\(text)' end before they begin.",
        (guesses.isEmpty ? "" : "write \(guesses[0]); ") + "a day ends at 24:00")
    case .refused(.unlike(let guesses)):
      report(
        key, text, "'\(text)' are no hours.",
        guesses.isEmpty ? "HH:MM-HH:MM, such as \(form)" : "write \(guesses[0])")
    case .refused(let refusal):
      report(CellWords.refused(text, refusal, as: .hours, in: CellContext()), key, text)
    }
    return nil
  }

  private func report(_ fault: CellWords.Fault, _ key: String, _ text: String) {
    report(key, text, fault.sentence, fault.suggestion)
  }

  /// A value in another form than the contract's that can mean only one thing.
  /// A value in another form, said as the tables' cells are.
  private func readAs(_ key: String, _ text: String, _ plain: String, _ spellings: Set<Spelling>) {
    let place = place(of: key)
    var finding = Finding(
      "spelling", .note, file: place.file, line: place.line, column: key, value: text,
      "The value is read as the contract writes it:"
        + " \(CellWords.read(text, as: plain, spellings)).")
    finding.cells = [.init(line: place.line, value: text, plain: plain)]
    reporter.add(finding)
  }

  private func order(_ object: [String: Any]) -> DateOrder? {
    guard let text = text(object, "dateOrder") else { return nil }
    guard let order = DateOrder(rawValue: text) else {
      report("dateOrder", text, "'\(text)' is not known here.", "day-month or month-day")
      return nil
    }
    return order
  }

  private func weights(_ value: Any?) -> Weights {
    var weights = Weights()
    guard let value, !(value is NSNull) else { return weights }
    guard let object = value as? [String: Any] else {
      report("weights", nil, "'weights' is no object.", "{\"theme-clash\": 4}")
      return weights
    }
    let known = SoftRule.allCases.map(\.rawValue)
    check(object, keys: known, at: "weights.")
    for (key, value) in object {
      guard let rule = SoftRule(rawValue: key) else { continue }
      guard let weight = whole(value), (0...100_000).contains(weight) else {
        report(
          "weights.\(key)", "\(value)", "The weight of '\(key)' is not a number that fits.",
          "a whole number from 0 to 100000")
        continue
      }
      weights[rule] = weight
    }
    return weights
  }

  private func calendar(_ value: Any?) -> CalendarIdentity? {
    guard let value, !(value is NSNull) else { return nil }
    guard let object = value as? [String: Any] else {
      report("calendar", nil, "'calendar' is no object.", "{\"domain\": \"igf.example\"}")
      return nil
    }
    check(object, keys: Self.calendarKeys, at: "calendar.")
    return CalendarIdentity(
      domain: text(object, "domain"), organizer: text(object, "organizer"),
      url: text(object, "url"))
  }

  private func days(_ value: Any?, grid: Int, _ context: CellContext) -> [Day] {
    guard let list = value as? [Any], !list.isEmpty else {
      report(
        "days", nil, value == nil ? "The key 'days' is missing." : "'days' lists no day.",
        reporter.sheets == nil
          ? "[{\"date\": \"2024-12-16\", \"open\": [\"09:00-13:00\", \"14:00-18:30\"]}]"
          : "a sheet 'days' with a row for each: date, label, open, starts")
      return []
    }
    var days: [Day] = []
    for (index, item) in list.enumerated() {
      let place = "days[\(index)]"
      guard let object = item as? [String: Any] else {
        report(
          place, nil, "A day is no object.",
          "{\"date\": \"2024-12-16\", \"open\": [\"09:00-18:00\"]}")
        continue
      }
      check(object, keys: ["date", "label", "open", "starts"], at: place + ".")
      guard let day = day(object, place, grid: grid, number: index + 1, context) else { continue }
      if days.contains(where: { $0.date == day.date }) {
        report("\(place).date", "\(day.date)", "The day \(day.date) is listed twice.", nil)
        continue
      }
      days.append(day)
    }
    return days.sorted { $0.date < $1.date }
  }

  private func day(
    _ object: [String: Any], _ place: String, grid: Int, number: Int, _ context: CellContext
  ) -> Day? {
    guard let date = date(object["date"], "\(place).date", context) else { return nil }
    guard Self.dates.contains(date) else {
      report(
        "\(place).date", "\(date)", "The day \(date) is out of range.",
        "a date from \(Self.dates.lowerBound) to \(Self.dates.upperBound)")
      return nil
    }
    let open = open(object["open"], place, date)
    let label = (object["label"] as? String)?.trimmed ?? ""
    return Day(
      date: date, label: label.isEmpty ? "Day \(number)" : label, open: open,
      starts: starts(object["starts"], place, open: open, grid: grid))
  }

  private func date(_ value: Any?, _ key: String, _ context: CellContext) -> CalendarDate? {
    guard let text = value as? String, !text.trimmed.isEmpty else {
      report(
        key, value.map { "\($0)" }, "The day has no date.", "\"date\": \"YYYY-MM-DD\"")
      return nil
    }
    switch DateCell.read(text, in: context) {
    case .read(let date, _):
      if "\(date)" != text { readAs(key, text, "\(date)", []) }
      return date
    case .ambiguous(let dates):
      report(CellWords.ambiguous(text, dates.map(\.description)), key, text)
    case .refused(let refusal):
      report(CellWords.refused(text, refusal, as: .date, in: context), key, text)
    }
    return nil
  }

  private func open(_ value: Any?, _ place: String, _ date: CalendarDate) -> [Range<Int>] {
    guard let texts = value as? [String], !texts.isEmpty else {
      report(
        "\(place).open", nil, "The day has no open hours.", "\"open\": [\"09:00-13:00\"]")
      return []
    }
    var open: [Range<Int>] = []
    for text in texts {
      guard let hours = hours(text, "\(place).open", "09:00-13:00") else { continue }
      guard hours.upperBound <= 1440 else {
        let night = WindowCell.plain(0..<(hours.upperBound - 1440))
        report(
          "\(place).open", text,
          "A day ends at 24:00, so no open hours and no session run over midnight.",
          "write \(WindowCell.plain(hours.lowerBound..<1440)) here, and \(night) in the open hours"
            + " of \(date.adding(days: 1)), if sessions begin after midnight too")
        continue
      }
      if let other = open.first(where: { $0.overlaps(hours) }) {
        report(
          "\(place).open", text,
          "The open hours '\(text)' overlap \(ClockTime.text(other.lowerBound))-"
            + "\(ClockTime.text(other.upperBound)).", "a session lies inside one of them")
        continue
      }
      open.append(hours)
    }
    open.sort { $0.lowerBound < $1.lowerBound }
    warnOfSeams(open, place)
    return open
  }

  /// Open hours that adjoin stay two, which nobody means who wrote them without a break in mind.
  private func warnOfSeams(_ open: [Range<Int>], _ place: String) {
    for (first, second) in zip(open, open.dropFirst()) where first.upperBound == second.lowerBound {
      report(
        "\(place).open", WindowCell.plain(second),
        "The open hours \(WindowCell.plain(first)) and \(WindowCell.plain(second)) meet at"
          + " \(ClockTime.text(first.upperBound)): a session across it is inside neither.",
        "write \(WindowCell.plain(first.lowerBound..<second.upperBound)), if no break is meant",
        .warning)
    }
  }

  private func start(_ text: String, _ key: String) -> Int? {
    switch ClockCell.read(text) {
    case .read(let minutes, let spellings):
      if !spellings.isEmpty { readAs(key, text, ClockCell.plain(minutes), spellings) }
      return minutes
    case .ambiguous(let readings):
      report(CellWords.ambiguous(text, readings.map(ClockCell.plain)), key, text)
    case .refused(let refusal):
      report(CellWords.refused(text, refusal, as: .clock, in: CellContext()), key, text)
    }
    return nil
  }

  private func starts(_ value: Any?, _ place: String, open: [Range<Int>], grid: Int) -> [Int]? {
    guard let value, !(value is NSNull) else { return nil }
    guard let texts = value as? [String] else {
      report("\(place).starts", nil, "'starts' is no list of times.", "[\"09:00\", \"10:15\"]")
      return nil
    }
    var starts: Set<Int> = []
    for text in texts {
      guard let minutes = start(text, "\(place).starts") else { continue }
      if minutes % grid != 0 {
        report(
          "\(place).starts", text, "The start \(text) is not on the grid of \(grid) minutes.",
          "\(ClockTime.text(minutes / grid * grid)), for one")
      } else if !open.contains(where: { $0.contains(minutes) }) {
        report(
          "\(place).starts", text, "The start \(text) is outside the open hours.", nil, .warning)
      }
      starts.insert(minutes)
    }
    return starts.sorted()
  }
}
