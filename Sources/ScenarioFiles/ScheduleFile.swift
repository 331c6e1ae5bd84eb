// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings
import Tables
import Workbooks

/// Reads `schedule.csv`, written by a draft, by hand or by another program.
public enum ScheduleFile {
  /// - Parameters:
  ///   - scenario: whose sessions and rooms the rows must name; `nil` for a baseline, which may
  ///     name sessions and rooms that no longer exist.
  ///   - allowsParts: whether a placed session may lack its day, its hour or its room, to be judged as
  ///     far as it is known; otherwise that is an error.
  ///   - removed: ids that a what-if removed: their sessions are passed over, their rooms stay as
  ///     written.
  public static func read(
    _ url: URL, against scenario: Scenario?, ignoring removed: Set<String> = [],
    allowsParts: Bool = false
  ) -> (schedule: Schedule?, findings: [Finding]) {
    let file = url.lastPathComponent
    let (bytes, finding) = FileFindings.read(
      url, name: file, isPlain: false,
      madeBy: "'programme draft SCENARIO' writes a schedule.csv into Output/<scenario id>")
    guard let bytes else { return (nil, finding.map { [$0] } ?? []) }
    let (read, readFindings) = Table.read(bytes, file: file) {
      Headings.count($0, columns: columns)
    }
    guard let read else { return (nil, readFindings) }
    let reporter = Reporter()
    reporter.add(readFindings)
    var table = TableHeader(columns, file: file, reporter).named(read)
    let context = scenario.map { CellContext($0.meeting) } ?? CellContext()
    for column in columns where table.columns.contains(column.name) {
      PlainColumn(column, of: table, context).apply(to: &table, reporter)
    }
    for column in ["session", "date", "start", "room", "status"]
    where !table.columns.contains(column) {
      reporter.add(
        Finding(
          "missing-column", .unreadable, file: file, line: 1, column: column,
          "The column '\(column)' is missing.",
          suggestion: "a schedule has session, date, start, room, status"))
    }
    if reporter.findings.contains(where: { $0.severity == .unreadable }) {
      return (nil, reporter.findings)
    }
    let names = scenario.map(Names.init)
    // A schedule from before a cancellation still has the session.
    let removed = removed.union(scenario?.cancellations.map(\.session) ?? [])
    let rows = table.rows.compactMap { record -> Schedule.Row? in
      let reader = RowReader(
        row: record, identities: Identities(), context: context, reporter: reporter)
      return row(reader, names, removed, allowsParts)
    }
    return (Schedule(rows: rows), reporter.findings)
  }

  /// The columns of the contract; those that are not needed are for human readers.
  private static let columns: [Column] = [
    Column("session", .reference([.session]), "its id", also: ["session_id"]),
    Column("date", .day, "the day"), Column("start", .clock, "when it begins"),
    Column("room", .reference([.room]), "the room's id", also: ["room_id"]),
    Column("end", .clock, "when it ends"),
    Column("status", .status, "placed or not"),
  ]

  private static func row(
    _ reader: RowReader, _ names: Names?, _ removed: Set<String>, _ allowsParts: Bool
  ) -> Schedule.Row? {
    let session = reader.text("session")
    if session.isEmpty {
      reader.reportEmpty("session", "a session's id")
      return nil
    }
    if let names, names.minutes[session] == nil {
      if !removed.contains(session) {
        reportUnknown(reader, "session", session, Set(names.minutes.keys))
      }
      return nil
    }
    let standard: Schedule.Status? = reader.text("date").isEmpty ? nil : .placed
    guard let status: Schedule.Status = reader.choice("status", default: standard) else {
      return nil
    }
    guard status == .placed else { return Schedule.Row(session: session, status: status) }
    let room = reader.text("room")
    for column in ["date", "start", "room"] where reader.text(column).isEmpty && !allowsParts {
      reader.reportEmpty(
        column,
        "a placed session has a date, a start and a room; 'programme review' judges what is known"
      )
    }
    if let names, !room.isEmpty, !names.rooms.contains(room), !removed.contains(room) {
      reportUnknown(reader, "room", room, names.rooms)
    }
    let date = reader.date("date")
    let minute = reader.clock("start")
    let isKnown = date != nil && minute != nil && !room.isEmpty
    guard isKnown || allowsParts else { return nil }
    var row = Schedule.Row(
      session: session, status: .placed, date: date, room: room.isEmpty ? nil : room)
    if let date, let minute {
      row.start = WallTime(date, minuteOfDay: minute)
      row.end = end(reader, on: date, after: minute, asked: names?.minutes[session])
      row.date = nil
    }
    return row
  }

  /// What a scenario has that rows may name.
  private struct Names {
    /// How long each session is, by id.
    let minutes: [String: Int]
    let rooms: Set<String>

    init(_ scenario: Scenario) {
      minutes = Dictionary(
        scenario.sessions.map { ($0.id, $0.minutes) }, uniquingKeysWith: { first, _ in first })
      rooms = Set(scenario.rooms.map(\.id))
    }
  }

  /// The end that a row gives, in minutes after its start; one that is not after its start is on
  /// the next day. The clocks may be changed between the two.
  ///
  /// - Parameter asked: the session's minutes.
  private static func end(
    _ reader: RowReader, on date: CalendarDate, after start: Int, asked: Int?
  ) -> WallTime? {
    let minute = reader.text("end") == "24:00" ? 1440 : reader.clock("end")
    guard let minute else { return nil }
    guard minute != start else {
      reader.report(
        "end", "end", reader.text("end"), "The session ends when it begins.",
        "leave the end empty where it lasts the minutes of sessions.csv")
      return nil
    }
    let begin = WallTime(date, minuteOfDay: start)
    let end = WallTime(date, minuteOfDay: minute > start ? minute : minute + 1440)
    guard let zone = reader.context.zone else { return end }
    if let asked, zone.end(of: Interval(start: begin, minutes: asked)).minuteOfDay == minute % 1440
    {
      return begin + asked
    }
    return begin + (zone.instant(end) - zone.instant(begin)) / 60
  }

  private static func reportUnknown(
    _ reader: RowReader, _ column: String, _ id: String, _ known: Set<String>
  ) {
    let near = Nearest.to(id, among: known.sorted())
    reader.report(
      "unknown-id", column, id, "The scenario has no \(column) '\(id)'.",
      near.map { "did you mean '\($0)'?" } ?? "the schedule may be of another scenario")
  }
}
