// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables

/// Turns tables of text into a scenario: ids first, so that rows may refer to later ones.
struct ScenarioBuilder {
  private let raw: RawScenario
  private let reporter: Reporter

  init(_ raw: RawScenario, _ reporter: Reporter) {
    self.raw = raw
    self.reporter = reporter
  }

  /// The scenario, and the ids of the rows of sessions.csv that are not sessions: the scenario is
  /// without them.
  struct Outcome {
    /// `nil` if meeting.json does not describe a meeting.
    var scenario: Scenario?
    var unread: [String] = []
  }

  func build() -> Outcome {
    let meeting =
      raw.meeting.isEmpty ? nil : MeetingFile(reporter, raw.meetingPlaces).meeting(raw.meeting)
    // Without a meeting the tables are still read, so that one run names all findings.
    let frame = meeting ?? Meeting(id: "", name: "", zone: Self.utc, days: [])
    let identities = identities()
    Vocabularies.check(raw, reporter)
    OutgoingWords.check(raw, meeting, reporter)
    let context = CellContext(frame)
    let unsure = unsure()
    func readers(_ table: TableName) -> [RowReader] {
      let lacking = lacking(table)
      return rows(table).map {
        RowReader(
          row: $0, identities: identities, context: context, lacking: lacking, unsure: unsure,
          reporter: reporter)
      }
    }
    var scenario = Scenario(meeting: frame)
    let roomReaders = readers(.rooms)
    scenario.rooms = roomReaders.map {
      RoomsTable.room($0, turnover: frame.turnoverMinutes)
    }
    RoomsTable.checkParts(scenario.rooms, roomReaders)
    scenario.activities = TableName.activityTables.flatMap { table in
      readers(table).map { ActivityTables.activity($0, in: table) }
    }
    scenario.people = readers(.people).map { PeopleTable.person($0, meeting: frame) }
    let sessions = readers(.sessions).map {
      SessionsTable.session($0, meeting: frame, activities: scenario.activities)
    }
    scenario.sessions = sessions.compactMap(\.self)
    LimitsTable.checkIds(readers(.limits))
    UnknownWords.warn(scenario, sessions: readers(.sessions), limits: readers(.limits))
    guard scenario.sessions.count == sessions.count else {
      check(readers, scenario)
      return withoutRows(of: sessions)
    }
    scenario.roles = readers(.roles).compactMap(RolesTable.role)
    scenario.links = readers(.links).compactMap(LinksTable.link)
    scenario.wishes = readers(.wishes).compactMap(WishesTable.wish)
    scenario.limits = readers(.limits).compactMap(LimitsTable.limit)
    scenario.waivers = readers(.waivers).compactMap {
      WaiversTable.waiver($0, activities: scenario.activities)
    }
    return Outcome(scenario: meeting == nil ? nil : scenario)
  }

  /// Rows that are not sessions would upset the numbering of the others, so the tables are read
  /// again without them. What is wrong has already been reported.
  private func withoutRows(of sessions: [Session?]) -> Outcome {
    var rest = raw
    let rows = rows(.sessions)
    let unread = sessions.indices.filter { sessions[$0] == nil }
    rest.tables[.sessions]?.rows = sessions.indices.filter { sessions[$0] != nil }.map { rows[$0] }
    var outcome = ScenarioBuilder(rest, Reporter()).build()
    outcome.unread += unread.map { rows[$0]["id"] }.filter { !$0.isEmpty }
    return outcome
  }

  private func check(_ readers: (TableName) -> [RowReader], _ scenario: Scenario) {
    for reader in readers(.roles) { _ = RolesTable.role(reader) }
    for reader in readers(.links) { _ = LinksTable.link(reader) }
    for reader in readers(.wishes) { _ = WishesTable.wish(reader) }
    for reader in readers(.limits) { _ = LimitsTable.limit(reader) }
    for reader in readers(.waivers) {
      _ = WaiversTable.waiver(reader, activities: scenario.activities)
    }
  }

  private static let utc: ZoneClock = {
    guard let clock = ZoneClock("UTC") else { preconditionFailure("the zone database has no UTC") }
    return clock
  }()

  private func rows(_ table: TableName) -> [Table.Record] { raw.tables[table]?.rows ?? [] }

  private func lacking(_ table: TableName) -> Set<String> {
    guard let columns = raw.tables[table]?.columns else { return [] }
    return Set(table.required).subtracting(columns)
  }

  private func unsure() -> Set<IDKind> {
    let tables = TableName.allCases.filter { raw.unread.contains($0) || lacking($0).contains("id") }
    return Set(tables.compactMap(\.sort))
  }

  /// Every id, and what people call the thing.
  func identities() -> Identities {
    var identities = Identities()
    var counts: [IDKind: Int] = [:]
    for table in TableName.activityTables + [.sessions, .rooms, .people] {
      guard let sort = table.sort else { continue }
      let first = counts[sort] ?? 0
      counts[sort] = first + rows(table).count
      if lacking(table).contains("id") { continue }
      for (index, row) in rows(table).enumerated() {
        let place = row.place(of: "id")
        let entry = Identities.Entry(
          sort: sort, index: first + index, place: place,
          placeWords: reporter.words(place, "id"))
        if let finding = identities.add(row["id"], entry) {
          reporter.add(finding)
        } else {
          identities.call(row["id"], row[sort == .session ? "title" : "name"])
        }
      }
    }
    return identities
  }
}
