// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Texts

/// Single values of `meeting.json`, each checked in its place: what is wrong is reported, and
/// reading goes on with `nil` or the default.
struct MeetingValues {
  let reporter: Reporter
  /// Where each key is.
  let places: KeyPlaces

  /// Reports something about a key, at its place.
  func report(
    _ key: String, _ value: String?, _ sentence: String, _ suggestion: String?,
    _ severity: Finding.Severity = .error
  ) {
    let place = places.place(around: key)
    reporter.add(
      Finding(
        "meeting", severity, file: place.file, line: place.line, column: key, value: value,
        sentence, suggestion: suggestion))
  }

  /// Names the keys that nothing reads.
  func check(_ object: [String: Any], keys: [String], at place: String) {
    for key in object.keys.sorted() where !keys.contains(key) {
      let near = Nearest.to(key, among: keys)
      report(
        place + key, key, "There is no key '\(key)' here.",
        (near.map { "did you mean '\($0)'? " } ?? "") + "Known: \(keys.joined(separator: ", "))")
    }
  }

  /// A text that is not empty; `nil` if the key is not there.
  func text(_ object: [String: Any], _ key: String, required: Bool = false) -> String? {
    guard let value = object[key], !(value is NSNull) else {
      if required { reportMissing(key, "\"\(key)\": \"…\"", "a row with the setting '\(key)'") }
      return nil
    }
    guard let text = (value as? String)?.trimmed, !text.isEmpty else {
      report(key, "\(value)", "'\(key)' is not a text.", "\"\(key)\": \"…\"")
      return nil
    }
    return text
  }

  /// In the words of the file or of the sheet, whichever was read.
  func reportMissing(_ key: String, _ inFile: String, _ inSheet: String) {
    if reporter.sheets == nil {
      report(key, nil, "The key '\(key)' is missing.", "add \(inFile)")
    } else {
      report(key, nil, "The setting '\(key)' is missing.", "add \(inSheet)")
    }
  }

  /// A number without a fraction, however JSON wrote it.
  func whole(_ value: Any) -> Int? {
    switch value {
    case let number as Int where number.magnitude < 1_000_000_000: number
    case let number as Double where number == number.rounded() && abs(number) < 1e9: Int(number)
    default: nil
    }
  }

  /// A whole number in a range, or the default if the key is not there.
  func number(
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

  /// From one time to another; if it cannot be read, a finding says what was probably meant.
  func hours(_ text: String, _ key: String, _ form: String) -> Range<Int>? {
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
        key, text, "'\(text)' are not hours.",
        guesses.isEmpty ? "HH:MM-HH:MM, such as \(form)" : "write \(guesses[0])")
    case .refused(let refusal):
      report(CellWords.refused(text, refusal, as: .hours, in: CellContext()), key, text)
    }
    return nil
  }

  func report(_ fault: CellWords.Fault, _ key: String, _ text: String) {
    report(key, text, fault.sentence, fault.suggestion)
  }

  /// A value in another form that can mean only one thing, reported as for cells of tables.
  func readAs(_ key: String, _ text: String, _ plain: String, _ spellings: Set<Spelling>) {
    let place = places.place(around: key)
    var finding = Finding(
      "spelling", .note, file: place.file, line: place.line, column: key, value: text,
      "The value is read as the contract writes it:"
        + " \(CellWords.read(text, as: plain, spellings)).")
    finding.cells = [.init(line: place.line, value: text, plain: plain)]
    reporter.add(finding)
  }

  /// A day in any form that has one meaning.
  func date(_ value: Any?, _ key: String, _ context: CellContext) -> CalendarDate? {
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

  /// A time of day, in minutes since midnight.
  func clock(_ text: String, _ key: String) -> Int? {
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
}
