// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// `sessions.csv`.
enum SessionsTable {
  /// - Returns: `nil` if the row names no activity that exists.
  static func session(_ reader: RowReader, meeting: Meeting, activities: [Activity]) -> Session? {
    let own = reader.ids("activity", of: .activity)
    if reader.text("activity").isEmpty {
      reader.reportEmpty("activity", "the id of its activity, or several for a joint session")
    }
    let minutes = minutes(reader, grid: meeting.gridMinutes)
    var pin = Session.Pin(
      date: reader.date("day"), start: reader.clock("start"), room: reader.id("room", of: .room))
    if let date = pin.date, !meeting.days.isEmpty, meeting.day(date) == nil {
      reader.report(
        "day", "day", "\(date)", "\(date) is not a day of the meeting.",
        "one of \(meeting.days.map { "\($0.date)" }.joined(separator: ", "))")
      pin.date = nil
    }
    if let start = pin.start, start % meeting.gridMinutes != 0 {
      reader.report(
        "grid", "start", reader.text("start"),
        "\(reader.text("start")) is not on the grid of \(meeting.gridMinutes) minutes.",
        "\(ClockTime.text(start / meeting.gridMinutes * meeting.gridMinutes)), for one")
    }
    ClockChanges.check(pin, reader, meeting)
    let themes = reader.tokens("themes")
    let audience = reader.number("audience", of: .seats, in: 0...1_000_000, default: 0)
    let placement: Session.Placement = reader.choice("placement", default: .must) ?? .must
    // A ceremony is not left out before a workshop (`rules.md`, too full meetings).
    let isCeremony = own.contains { activities[$0].kind == Kind("CEREMONY") }
    let priority = reader.number(
      "priority", in: 1...5, default: isCeremony && placement == .must ? 5 : 3)
    let allowed = reader.windows("allowed")
    let isExclusive = reader.yesNo("exclusive") ?? false
    guard let first = own.first, let minutes else { return nil }
    if let allowed { warnOfMidnight(reader, allowed, minutes) }
    return Session(
      id: reader.text("id"), activities: own, title: title(reader, activities[first].name),
      minutes: minutes, audience: audience,
      themes: themes.isEmpty ? inherited(own.map { activities[$0].themes }) : themes,
      needs: Set(reader.tokens("needs")),
      placement: placement, priority: priority, pin: pin, allowed: allowed,
      isExclusive: isExclusive, url: reader.text("url"), cells: reader.row.cells,
      line: reader.row.line)
  }

  /// Warns of windows that hold a session only across midnight, where none can be.
  private static func warnOfMidnight(_ reader: RowReader, _ allowed: [Interval], _ minutes: Int) {
    let holdsWhole = allowed.contains { $0.minutes >= minutes }
    let holdsInDay = allowed.contains { stretch in
      let midnight = (stretch.start.date.dayNumber + 1) * 1440
      return min(stretch.end.minutes, midnight) - stretch.start.minutes >= minutes
        || stretch.end.minutes - max(stretch.start.minutes, midnight) >= minutes
    }
    guard holdsWhole, !holdsInDay else { return }
    reader.warn(
      "over-midnight", "allowed", reader.text("allowed"),
      "The windows hold the session's \(minutes) minutes only across midnight; a day ends at 24:00"
        + " and no session runs over it.",
      "windows that hold it before midnight or after it")
  }

  private static func title(_ reader: RowReader, _ standard: String) -> String {
    reader.text("title").isEmpty ? standard : reader.text("title")
  }

  private static func minutes(_ reader: RowReader, grid: Int) -> Int? {
    if reader.text("minutes").isEmpty {
      reader.reportEmpty("minutes", "how long the session lasts, such as 90")
      return nil
    }
    guard let minutes = reader.number("minutes", of: .minutes, in: 1...1440) else { return nil }
    guard minutes % grid == 0 else {
      reader.report(
        "grid", "minutes", "\(minutes)",
        "\(minutes) minutes are not a multiple of the grid of \(grid).",
        "\((minutes / grid + 1) * grid), for one")
      return nil
    }
    return minutes
  }

  private static func inherited(_ themes: [[String]]) -> [String] {
    var seen: Set<String> = []
    return themes.flatMap(\.self).filter { seen.insert($0).inserted }
  }
}
