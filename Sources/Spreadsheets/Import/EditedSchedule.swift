// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Publishing
import Tables
import Workbooks

/// Reads what people made of the workbook's list, or of `schedule-excel.csv`, as a schedule.
///
/// A list says when and where sessions are. What it says of their titles and lengths is compared
/// with the scenario, which is where those are changed.
public enum EditedSchedule {
  /// - Parameters:
  ///   - held: ids of the sessions that are not eligible: those that the list leaves out are held,
  ///     not unplaced.
  ///   - removed: the names, by id, of sessions and rooms that a what-if took away: rows of such
  ///     sessions are passed over, such rooms stay as they stand.
  /// - Returns: no schedule where the file has no list; rows with errors are left out.
  public static func read(
    _ url: URL, of scenario: Scenario, held: Set<String>, ignoring removed: [String: String] = [:]
  ) -> (schedule: Schedule?, findings: [Finding]) {
    let (list, findings) = EditedList.read(url)
    guard let list else { return (nil, findings) }
    let reader = EditedRows(list, scenario, held, removed)
    let schedule = reader.schedule()
    return (schedule, findings + reader.findings)
  }
}

/// The rows of one list, as they become a schedule.
private final class EditedRows {
  private let list: EditedList
  private let scenario: Scenario
  private let held: Set<String>
  private let removed: [String: String]
  private let sessions: [String: Session]
  private let days: [CalendarDate]
  /// Room ids by what people may call them.
  private var roomIDs: [String: String] = [:]
  private(set) var findings: [Finding] = []

  init(
    _ list: EditedList, _ scenario: Scenario, _ held: Set<String>, _ removed: [String: String]
  ) {
    self.removed = removed
    self.list = list
    self.scenario = scenario
    self.held = held
    sessions = Dictionary(
      scenario.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    days = scenario.meeting.days.map(\.date)
    let labels = RoomLabels(scenario.rooms.map { ($0.id, $0.name) })
    for room in scenario.rooms { roomIDs[labels[room.id].lowercased()] = room.id }
    let names = Dictionary(grouping: scenario.rooms) { RoomLabels.clean($0.name).lowercased() }
    for (name, rooms) in names where rooms.count == 1 && !name.isEmpty && roomIDs[name] == nil {
      roomIDs[name] = rooms[0].id
    }
    // Ids are exact, and come before any name.
    for (id, name) in removed.sorted(by: { $0.key < $1.key }) {
      let name = RoomLabels.clean(name).lowercased()
      if roomIDs[name] == nil { roomIDs[name] = id }
      roomIDs[id] = id
    }
    for room in scenario.rooms { roomIDs[room.id] = room.id }
  }

  func schedule() -> Schedule {
    var rows: [Schedule.Row] = []
    var seen: [String: Int] = [:]
    for row in list.rows {
      guard let cell = row.cells[.session] else {
        report(
          "empty-cell", row, .session, nil, "The row has no session.",
          "the id of the session, or remove the row")
        continue
      }
      let id = text(cell)
      if removed[id] != nil { continue }
      guard let session = sessions[id] else {
        let near = Nearest.to(id, among: scenario.sessions.map(\.id))
        report(
          "unknown-id", row, .session, id, "The scenario has no session '\(short(id))'.",
          near.map { "did you mean '\($0)'?" } ?? "a new session is added to sessions.csv first")
        continue
      }
      if let first = seen[id] {
        report(
          "twice", row, .session, id, "'\(id)' stands on line \(first) already.",
          "keep the row that is right")
        continue
      }
      seen[id] = row.line
      if let read = read(row, session) { rows.append(read) }
      compare(row, session)
    }
    rows += absent(seen)
    return Schedule(rows: rows)
  }

  private func absent(_ seen: [String: Int]) -> [Schedule.Row] {
    scenario.sessions.filter { seen[$0.id] == nil }.map { session in
      if held.contains(session.id) { return Schedule.Row(session: session.id, status: .held) }
      findings.append(
        Finding(
          "absent", .warning, file: list.file, value: session.id,
          "'\(session.id)' is not in the list; it is taken as unplaced.",
          suggestion: "add a row for it if it takes place"))
      return Schedule.Row(session: session.id, status: .unplaced)
    }
  }

  // MARK: One row

  private enum Standing: String, CaseIterable { case placed, unplaced, held, cancelled }

  private func read(_ row: EditedList.Row, _ session: Session) -> Schedule.Row? {
    let hasPlace = [.date, .start].allSatisfy { row.cells[$0] != nil } && hasRoom(row)
    let hasNothing = row.cells[.date] == nil && row.cells[.start] == nil && !hasRoom(row)
    var standing: Standing = hasNothing ? .unplaced : .placed
    if let cell = row.cells[.status] {
      guard let stated = Standing(rawValue: text(cell).lowercased()) else {
        let known = Standing.allCases.map(\.rawValue)
        let near = Nearest.to(text(cell).lowercased(), among: known)
        report(
          "choice", row, .status, text(cell), "'\(short(text(cell)))' is not known here.",
          (near.map { "did you mean '\($0)'? " } ?? "")
            + "Known: \(known.joined(separator: ", "))")
        return nil
      }
      standing = stated
      if stated == .placed && hasNothing {
        warn(
          "status", row, .status,
          "'\(session.id)' is said to be placed but has no time and no"
            + " room; it is taken as unplaced.", "write unplaced")
        standing = .unplaced
      } else if stated == .unplaced || stated == .held, hasPlace {
        warn(
          "status", row, .status,
          "'\(session.id)' is said to be \(stated.rawValue) but has a time"
            + " and a room; it is taken as placed.", "write placed, or empty its date")
        standing = .placed
      }
    }
    switch standing {
    case .placed: return placed(row, session)
    case .held: return Schedule.Row(session: session.id, status: .held)
    case .unplaced, .cancelled:
      return Schedule.Row(
        session: session.id, status: held.contains(session.id) ? .held : .unplaced)
    }
  }

  private func placed(_ row: EditedList.Row, _ session: Session) -> Schedule.Row? {
    let date = date(row)
    let start = start(row, date)
    let room = room(row)
    guard let date, let start, let room else { return nil }
    return .placed(session.id, WallTime(date, minuteOfDay: start), room)
  }

  private func date(_ row: EditedList.Row) -> CalendarDate? {
    guard let cell = row.cells[.date] else {
      reportEmpty(row, .date)
      return nil
    }
    switch LooseDate.read(cell.value, days: days) {
    case .date(let date): return date
    case .either(let one, let other):
      report(
        "date", row, .date, text(cell),
        "'\(short(text(cell)))' may be \(one) or \(other).", "write \(one) or \(other)")
    case .none:
      report(
        "date", row, .date, text(cell), "'\(short(text(cell)))' is no date.",
        "a date is written \(days.first.map { "\($0)" } ?? "2024-12-16")")
    }
    return nil
  }

  private func start(_ row: EditedList.Row, _ date: CalendarDate?) -> Int? {
    guard let cell = row.cells[.start] else {
      reportEmpty(row, .start)
      return nil
    }
    switch LooseTime.read(cell.value, on: date) {
    case .minute(let minute): return minute
    case .otherDay(let other):
      report(
        "time", row, .start, text(cell), "The start is of another day, \(other), than the row.",
        "write the time alone, such as 09:30")
    case .notWhole:
      report(
        "time", row, .start, text(cell), "'\(short(text(cell)))' is not a whole minute.",
        "a time is written 09:30")
    case .none:
      report(
        "time", row, .start, text(cell), "'\(short(text(cell)))' is no time of day.",
        "a time is written 09:30")
    }
    return nil
  }

  private func hasRoom(_ row: EditedList.Row) -> Bool {
    row.cells[.room] != nil || row.cells[.roomName] != nil
  }

  private func room(_ row: EditedList.Row) -> String? {
    guard hasRoom(row) else {
      reportEmpty(row, .room)
      return nil
    }
    var ids: [String] = []
    for column in [EditedList.Column.room, .roomName] {
      guard let cell = row.cells[column] else { continue }
      let name = text(cell)
      guard let id = roomIDs[name] ?? roomIDs[RoomLabels.clean(name).lowercased()] else {
        let known = scenario.rooms.map(\.id) + scenario.rooms.map(\.name)
        report(
          "unknown-id", row, column, name, "The scenario has no room '\(short(name))'.",
          Nearest.to(name, among: known).map { "did you mean '\($0)'?" }
            ?? "the id or the name of a room in rooms.csv")
        return nil
      }
      ids.append(id)
    }
    if let second = ids.dropFirst().first, second != ids[0] {
      report(
        "rooms-differ", row, .room, ids[0],
        "The row names two rooms: '\(ids[0])' by id, and '\(second)' by name.",
        "empty the cell that is wrong")
      return nil
    }
    return ids[0]
  }

  /// What else the row says, against the scenario.
  private func compare(_ row: EditedList.Row, _ session: Session) {
    if let cell = row.cells[.title] {
      let own = CalendarText.line(session.title).trimmed
      // A list pasted from the comma separated file keeps that file's apostrophes.
      let isOwn = text(cell) == own || Disarmed.armed(text(cell)) == own
      if !isOwn, own.utf16.count < 30_000 {
        warn(
          "title", row, .title,
          "The title is not '\(session.id)''s in the scenario; a schedule"
            + " carries no titles.", "change it in sessions.csv")
      }
    }
    if let cell = row.cells[.minutes], text(cell) != "\(session.minutes)" {
      warn(
        "minutes", row, .minutes,
        "'\(session.id)' lasts \(session.minutes) minutes in the"
          + " scenario, not \(short(text(cell))).", "change it in sessions.csv")
    } else if let cell = row.cells[.end], let start = row.cells[.start],
      case .minute(let from) = LooseTime.read(start.value, on: nil),
      case .minute(let until) = LooseTime.read(cell.value, on: nil),
      until != (from + session.minutes) % 1440
    {
      let right = ClockTime.text((from + session.minutes) % 1440)
      warn(
        "end", row, .end,
        "'\(session.id)' lasts \(session.minutes) minutes, so it ends at"
          + " \(right), not at \(ClockTime.text(until)).",
        "the length is changed in sessions.csv")
    }
  }

  // MARK: Words

  private func text(_ cell: EditedList.Cell) -> String {
    switch cell.value {
    case .text(let text), .failure(let text): text
    // Ids and titles may look like numbers.
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
  }

  private func short(_ text: String) -> String {
    let line = CalendarText.line(text)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }

  private func reportEmpty(_ row: EditedList.Row, _ column: EditedList.Column) {
    report(
      "empty-cell", row, column, nil, "The cell is empty.",
      "a placed session has a date, a start and a room")
  }

  private func report(
    _ rule: String, _ row: EditedList.Row, _ column: EditedList.Column, _ value: String?,
    _ sentence: String, _ suggestion: String?, _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        rule, severity, file: list.file, line: row.line,
        column: row.cells[column]?.place ?? list.columns[column] ?? column.rawValue,
        value: value.map(short), sentence, suggestion: suggestion))
  }

  private func warn(
    _ rule: String, _ row: EditedList.Row, _ column: EditedList.Column, _ sentence: String,
    _ suggestion: String?
  ) {
    report(rule, row, column, row.cells[column].map(text), sentence, suggestion, .warning)
  }
}
