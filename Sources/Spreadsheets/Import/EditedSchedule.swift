// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
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
  private let context: CellContext
  /// Room ids by what people may call them.
  private var roomIDs: [String: String] = [:]
  private(set) var findings: [Finding] = []
  /// Sessions that a row names in a way that is an error: they are in the list all the same.
  private var nearlyNamed: Set<String> = []

  init(
    _ list: EditedList, _ scenario: Scenario, _ held: Set<String>, _ removed: [String: String]
  ) {
    self.removed = removed
    self.list = list
    self.scenario = scenario
    self.held = held
    sessions = Dictionary(
      scenario.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    context = CellContext(scenario.meeting)
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
      let written = text(cell)
      // What cannot be seen, or is only wide, is taken for what it looks like, as in the tables.
      let id = sessions[written] == nil ? CellText(written).text : written
      if removed[id] != nil { continue }
      guard let session = sessions[id] else {
        if let meant = reportUnknown(id, row) { nearlyNamed.insert(meant) }
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

  /// Says that there is no such session; the one that was surely meant, if one was.
  private func reportUnknown(_ id: String, _ row: EditedList.Row) -> String? {
    let ids = scenario.sessions.map(\.id)
    let folded = CellText.folded(id)
    let called = scenario.sessions.filter { CellText.folded($0.title) == folded && !folded.isEmpty }
    if called.count == 1 {
      report(
        "name-for-id", row, .session, id,
        "'\(short(id))' is the title of session \(called[0].id), not its id.",
        "write \(called[0].id)")
      return called[0].id
    }
    let original = SpreadsheetIDs.original(of: id, among: ids)
    let near = Nearest.to(id, among: ids)
    report(
      "unknown-id", row, .session, id, "The scenario has no session '\(short(id))'.",
      original.map { "did you mean '\($0)'? A spreadsheet rewrites such an id" }
        ?? near.map { "did you mean '\($0)'?" } ?? "a new session is added to sessions.csv first")
    return original
  }

  private func absent(_ seen: [String: Int]) -> [Schedule.Row] {
    let absent = scenario.sessions.filter { seen[$0.id] == nil && !nearlyNamed.contains($0.id) }
    return absent.map { session in
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
      let words = Standing.allCases.map(\.rawValue)
      guard
        let stated = ChoiceCell.read(text(cell), among: words).value.flatMap({
          Standing(rawValue: $0)
        })
      else {
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
    switch DateCell.moment(text(cell), in: context) {
    case .read(let moment, _): return agreed(moment, row, cell)
    case .ambiguous(let moments):
      // A session is on a day of the meeting.
      let days = moments.filter { moment in context.days.contains { $0.date == moment.date } }
      if days.count == 1 { return agreed(days[0], row, cell) }
      report(CellWords.ambiguous(text(cell), moments.map { "\($0.date)" }), row, .date)
    case .refused(let refusal):
      report(CellWords.refused(text(cell), refusal, as: .date, in: context), row, .date)
    }
    return nil
  }

  /// The date of a cell that may hold the time too, as long as it is midnight or the row's start.
  private func agreed(
    _ moment: DateCell.Moment, _ row: EditedList.Row, _ cell: EditedList.Cell
  ) -> CalendarDate? {
    guard let minute = moment.minute, minute != 0 else { return moment.date }
    if row.cells[.start].flatMap({ self.moment($0).value?.minute }) == minute { return moment.date }
    let refusal = Refusal.timeBehind(date: "\(moment.date)", time: ClockCell.plain(minute))
    report(CellWords.refused(text(cell), refusal, as: .date, in: context), row, .date)
    return nil
  }

  private func start(_ row: EditedList.Row, _ date: CalendarDate?) -> Int? {
    guard let cell = row.cells[.start] else {
      reportEmpty(row, .start)
      return nil
    }
    switch moment(cell) {
    case .read(let moment, _):
      if let date, let own = moment.date, own != date {
        report(
          "time", row, .start, text(cell), "The start is of another day, \(own), than the row.",
          "write the time alone, \(ClockCell.plain(moment.minute))")
        return nil
      }
      if moment.minute < 1440 { return moment.minute }
      report(CellWords.refused(text(cell), .endOfDay, as: .clock, in: context), row, .start)
    case .ambiguous(let moments):
      report(
        CellWords.ambiguous(text(cell), moments.map { ClockCell.plain($0.minute) }), row, .start)
    case .refused(let refusal):
      report(CellWords.refused(text(cell), refusal, as: .clock, in: context), row, .start)
    }
    return nil
  }

  /// A time of day, with the date before it where there is one.
  private func moment(_ cell: EditedList.Cell) -> Reading<ClockCell.Moment> {
    switch cell.value {
    case .number(let number): ClockCell.moment(number)
    case .text(let text): ClockCell.moment(text, in: context)
    case .failure: .refused(.unlike([]))
    }
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
      let plain = CellText(name).text
      guard
        let id = roomIDs[name] ?? roomIDs[plain]
          ?? roomIDs[RoomLabels.clean(plain).lowercased()]
          ?? roomIDs[RoomLabels.clean(name).lowercased()]
      else {
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
    if let cell = row.cells[.minutes],
      NumberCell.read(text(cell), of: .minutes, in: 0...100_000).value != session.minutes
    {
      warn(
        "minutes", row, .minutes,
        "'\(session.id)' lasts \(session.minutes) minutes in the"
          + " scenario, not \(short(text(cell))).", "change it in sessions.csv")
    } else if let cell = row.cells[.end], let start = row.cells[.start],
      let from = moment(start).value?.minute, let until = moment(cell).value?.minute,
      until % 1440 != (from + session.minutes) % 1440
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

  private func report(
    _ fault: CellWords.Fault, _ row: EditedList.Row, _ column: EditedList.Column
  ) {
    report(
      fault.rule, row, column, row.cells[column].map(text), fault.sentence, fault.suggestion)
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
