// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables

/// `meeting.json`: JSON5, each value checked, unknown keys named.
struct MeetingFile {
  static let name = "meeting.json"
  let values: MeetingValues
  static let keys = [
    "id", "name", "timeZone", "days", "gridMinutes", "turnoverMinutes", "transferMinutes",
    "localHours", "eligibility", "weights", "calendar", "dateOrder",
  ]

  /// - Parameter places: where each key is, by path.
  init(_ reporter: Reporter, _ places: [String: Table.Place]) {
    values = MeetingValues(
      reporter: reporter, places: KeyPlaces(file: Self.name, places))
  }

  /// The keys that hold one value, by path.
  static let scalarPaths =
    keys.filter { !["days", "weights", "calendar"].contains($0) }
    + SoftRule.allCases.map { "weights.\($0.rawValue)" } + calendarKeys.map { "calendar.\($0)" }
  static let calendarKeys = ["domain", "organizer", "url"]

  /// Days that a meeting may have: searches count minutes since the first of them, and calendars
  /// know no earlier ones.
  static let dates =
    CalendarDate(dayNumber: 0)...CalendarDate(dayNumber: 84_370)

  /// The meeting, or `nil` if it lacks something that has no default.
  func meeting(_ object: [String: Any]) -> Meeting? {
    values.check(object, keys: Self.keys, at: "")
    let id = values.text(object, "id", required: true)
    if let id, !Identities.isWellFormed(id) {
      values.report("id", id, "'\(id)' is not an id.", "letters, digits, '.', '_' and '-'")
    }
    let name = values.text(object, "name", required: true)
    let zone = zone(object)
    let grid = values.number(object, "gridMinutes", in: 1...60, default: 15)
    if ![5, 10, 15, 30, 60].contains(grid) {
      values.report(
        "gridMinutes", "\(grid)", "The grid cannot be \(grid) minutes.", "5, 10, 15, 30 or 60")
    }
    let order = order(object)
    let days = days(object["days"], grid: max(1, grid), CellContext(order: order))
    let turnover = values.number(object, "turnoverMinutes", in: 0...1440, default: 0)
    let transfer = values.number(object, "transferMinutes", in: 0...1440, default: 0)
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
}
