// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Participants
import Programmes
import ScenarioFiles
import Scratch
import Spreadsheets
import Tables
import Testing
import Texts
import Workbooks

@testable import Publications

/// Who is in a session, according to each output.
@Suite("All outputs name the same people for the same session", .serialized)
struct SamePeopleTests {
  private struct Missing: Error {}
  /// `Ada (speaker)`, sorted, by session; sessions without anybody are left out.
  private typealias People = [String: [String]]

  private static func read(
    _ scenario: String, _ schedule: String
  ) throws -> (scenario: Scenario, schedule: Schedule) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let scenario = ScenarioFolder.read(root.appending(path: scenario)).scenario,
      let schedule = ScheduleFile.read(root.appending(path: schedule), against: scenario).schedule
    else { throw Missing() }
    return (scenario, schedule)
  }

  private static func history(_ programme: Programme) throws -> PublicationHistory {
    try Samples.history([
      Proposal(
        programme,
        .init(status: .draft, cancelled: .standard, people: .private, address: "", note: ""))
    ])
  }

  private static func words(_ name: String, _ role: String) -> String {
    role.isEmpty ? name : "\(name) (\(role))"
  }

  /// What the tables say, worked out here independently: rows that require somebody, then what the
  /// activities ask for.
  private static func expected(_ scenario: Scenario, _ schedule: Schedule) -> People {
    let placed = Set(schedule.firstRows.values.filter { $0.status == .placed }.map(\.session))
    let columns: [Kind: [(String, String)]] = [
      .dc: [("contact", "contact")], .nri: [("contact", "contact")],
      .bpf: [("mag_facilitators", "MAG facilitator"), ("penholder", "penholder")],
      .pn: [
        ("mag_liaisons", "MAG liaison"), ("consultant", "consultant"),
        ("secretariat_focal_point", "Secretariat focal point"),
      ],
    ]
    var people: People = [:]
    for (index, session) in scenario.sessions.enumerated() where placed.contains(session.id) {
      let rows = scenario.roles.filter {
        $0.attendance == .required && scenario.sessions(of: $0.subject).contains(index)
      }
      var names = Set(rows.map { words(scenario.people[$0.person].name, $0.role) })
      for activity in session.activities.map({ scenario.activities[$0] }) {
        for (column, role) in columns[activity.kind] ?? [] {
          for person in activity.people[column] ?? []
          where !rows.contains(where: { $0.person == person }) {
            names.insert(words(scenario.people[person].name, role))
          }
        }
      }
      if !names.isEmpty { people[session.id] = names.sorted() }
    }
    return people
  }

  private static func bySession(_ rows: [(session: String, people: [String])]) -> People {
    rows.reduce(into: [:]) { $0[$1.session, default: []] += $1.people }
      .mapValues { $0.sorted() }.filter { !$0.value.isEmpty }
  }

  private static func of(_ programme: PublishedProgramme) -> People {
    bySession(
      programme.sessions.map { ($0.id, $0.people.map { words($0.name, $0.role) }) })
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func table(_ bytes: Data, _ id: String, _ people: String) throws -> People {
    guard let table = Table.read([UInt8](bytes), file: "x").table else { throw Missing() }
    return bySession(table.rows.map { ($0[id], parts($0[people])) })
  }

  /// Rows of a sheet below its header, as text.
  private static func rows(_ sheets: [Sheet], _ name: String) throws -> [[Int: String]] {
    guard let sheet = sheets.first(where: { $0.name == name }) else { throw Missing() }
    return sheet.rows.dropFirst().map { row in
      row.cells.compactMapValues { if case .text(let text) = $0 { text } else { nil } }
    }
  }

  private static func workbook(_ bytes: Data) throws -> (list: People, byPerson: People) {
    let scratch = ScratchFolder()
    let url = scratch.file("programme.xlsx")
    try bytes.write(to: url)
    guard let sheets = WorkbookReader.read(url, file: "x").sheets else { throw Missing() }
    let list = try rows(sheets, "List").map { (session: $0[0] ?? "", people: parts($0[11] ?? "")) }
    let byPerson = try rows(sheets, "By person").map {
      (session: $0[6] ?? "", people: [words($0[0] ?? "", $0[1] ?? "")])
    }
    return (bySession(list), bySession(byPerson))
  }

  /// Without their roles.
  private static func names(_ people: People) -> People {
    people.mapValues { words in words.map { String($0.prefix { $0 != "(" }).trimmed } }
  }

  /// Once each, as lists of speakers name people.
  private static func onlyNames(_ people: People) -> People {
    names(people).mapValues { Set($0).sorted() }
  }

  @Test(
    "Workbook, tables, page, apps: exported and published",
    arguments: [
      ("Scenarios/small", "Output/small/schedule.csv"),
      ("Scenarios/igf-2023-kyoto", "Scenarios/igf-2023-kyoto/published.csv"),
    ])
  func outputs(folder: String, file: String) throws {
    let (scenario, schedule) = try Self.read(folder, file)
    let expected = Self.expected(scenario, schedule)
    let programme = Programme(schedule, of: scenario)
    #expect(
      programme.sessions.contains { session in
        session.place != nil && session.named.contains { $0.basis == .activity }
      })
    let exported = try SpreadsheetFiles.all(
      PublishedProgramme(
        programme, publication: .init(number: 0, instant: 0), status: .draft))
    let history = try Self.history(programme)
    let published = Dictionary(
      uniqueKeysWithValues: try PublicationFiles.all(of: history).map { ($0.path, $0.data) })
    for (name, bytes) in exported {
      for data in [bytes, try #require(published["public/\(name)"])] {
        switch name {
        case "schedule-excel.csv":
          #expect(try Self.table(data, "session", "people") == expected)
        case "sched.csv":
          let people = try Self.table(data, "Unique Key", "Speakers")
          #expect(people.mapValues { Set($0).sorted() } == Self.onlyNames(expected))
        case "programme.xlsx":
          let (list, byPerson) = try Self.workbook(data)
          #expect(list == expected)
          #expect(byPerson == expected)
        default: break
        }
      }
    }
    let page = String(
      decoding: try #require(published["public/index.html"]), as: UTF8.self)
    for (session, people) in Self.names(expected) {
      let start = try #require(page.range(of: "id=\"s-\(PageText.anchor(session))\""))
      let end = page.range(of: "</li>", range: start.upperBound..<page.endIndex)?.lowerBound
      let card = page[start.upperBound..<(end ?? page.endIndex)]
      for name in people {
        #expect(card.contains("<bdi>\(Escape.html(name))</bdi>"), "\(session): \(name)")
      }
    }
    let state = try #require(history.latest)
    let apps = FrabSchedule(state, try #require(state.clock)).days.flatMap(\.rooms).flatMap(
      \.events)
    #expect(
      Self.bySession(apps.map { ($0.entry.session, FrabSchedule.people($0)) })
        == Self.onlyNames(expected))
  }

  @Test("Random roles: export and publication name the same people, each role once, in one order")
  func random() throws {
    let (original, schedule) = try Self.read("Scenarios/small", "Output/small/schedule.csv")
    for seed in 1...40 {
      var dice = Dice(seed)
      var scenario = original
      scenario.roles = (0..<12).map { _ in
        Role(
          person: Int.random(in: 0..<scenario.people.count, using: &dice),
          subject: Bool.random(using: &dice)
            ? .session(Int.random(in: 0..<scenario.sessions.count, using: &dice))
            : .activity(Int.random(in: 0..<scenario.activities.count, using: &dice)),
          role: ["speaker", "moderator", ""][Int.random(in: 0..<3, using: &dice)],
          attendance: Bool.random(using: &dice) ? .required : .preferred)
      }
      let programme = Programme(schedule, of: scenario)
      let out = PublishedProgramme(
        programme, publication: .init(number: 0, instant: 0), status: .draft)
      let history = try Self.history(programme)
      let published = try #require(history.programme([]))
      #expect(Self.of(out) == Self.expected(scenario, schedule), "seed \(seed)")
      #expect(Self.of(published) == Self.of(out), "seed \(seed)")
      for session in published.sessions {
        let same = try #require(out.sessions.first { $0.id == session.id })
        #expect(
          session.people.map { [$0.name, $0.role] } == same.people.map { [$0.name, $0.role] },
          "seed \(seed), \(session.id)")
      }
      try Self.checkCalendars(history, programme)
    }
  }

  /// A person's own calendar has all sessions that name the person, and those the person would like.
  private static func checkCalendars(
    _ history: PublicationHistory, _ programme: Programme
  ) throws {
    let own = FeedPlan(history).feeds.filter { $0.key.group == .person }
    var expected: [String: Set<String>] = [:]
    for session in programme.sessions where session.place != nil {
      for person in session.people { expected[person.id, default: []].insert(session.id) }
    }
    let found = Dictionary(
      uniqueKeysWithValues: own.map { ($0.key.id, Set($0.entries.map(\.session))) })
    #expect(found == expected)
  }

  @Test("A register that does not know the activities' roles is read, and they come with the next")
  func olderRegister() throws {
    let (scenario, schedule) = try Self.read("Scenarios/small", "Output/small/schedule.csv")
    let programme = Programme(schedule, of: scenario)
    let proposal = Proposal(
      programme,
      .init(status: .draft, cancelled: .standard, people: .private, address: "", note: ""))
    var older = proposal
    for (id, event) in older.events {
      older.events[id]?.attendees = event.attendees.map {
        .init(id: $0.id, name: $0.name, isRequired: $0.isRequired)
      }
    }
    let before = try Samples.history([older])
    let after = try Samples.history([older, proposal])
    #expect(after.states.count == 2)
    let latest = try #require(after.latest)
    #expect(EventChange.between(after.states[0], latest).isEmpty)
    for entry in latest.entries {
      let old = try #require(before.latest?.bySession[entry.session])
      #expect((entry.sequence, entry.modified) == (old.sequence, old.modified))
    }
    #expect(
      Self.of(try #require(after.programme([]))) == Self.expected(scenario, schedule))
  }
}
