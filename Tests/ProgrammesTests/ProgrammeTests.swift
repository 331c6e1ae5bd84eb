// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Modalities
import Programmes
import ScenarioFiles
import Testing

@Suite("A schedule resolved once")
struct ProgrammeTests {
  private struct Missing: Error {}

  private static func scenario(_ name: String) throws -> Scenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let scenario = ScenarioFolder.read(root.appending(path: "Scenarios/\(name)")).scenario
    else { throw Missing() }
    return scenario
  }

  @Test(
    "Attendances are those that the rules count, with the strongest of each person's",
    arguments: ["small", "igf-2023-kyoto"])
  func attendances(name: String) throws {
    let scenario = try Self.scenario(name)
    let counted = Attendances(scenario)
    let programme = Programme(Schedule(rows: []), of: scenario)
    #expect(programme.sessions.count == scenario.sessions.count)
    for (index, session) in programme.sessions.enumerated() {
      let attendees = session.attendees
      #expect(
        attendees.filter { $0.attendance == .required }.map(\.person) == counted.required(index))
      #expect(
        attendees.filter { $0.attendance == .preferred }.map(\.person) == counted.preferred(index))
      #expect(Set(session.named.map(\.person)) == Set(counted.required(index)))
    }
    #expect(programme.sessions.contains { $0.named.contains { $0.basis == .activity } })
  }

  // MARK: People

  /// One session of a best practice forum and a coalition, with Ada, Ben and Cem, who are 0, 1 and 2.
  private static func joint(_ roles: [Role]) throws -> [Participation] {
    guard let clock = ZoneClock("Europe/Oslo"), let date = CalendarDate("2025-10-25") else {
      throw Missing()
    }
    let meeting = Meeting(
      id: "m", name: "M", zone: clock, days: [Day(date: date, label: "", open: [540..<1080])])
    let scenario = Scenario(
      meeting: meeting,
      activities: [
        Activity(
          id: "f", name: "F", kind: .bpf,
          people: ["penholder": [1], "mag_facilitators": [0], "coordinating_team": [0, 2]]),
        Activity(id: "c", name: "C", kind: .dc, people: ["contact": [1]]),
      ],
      sessions: [Session(id: "s", activities: [0, 1], title: "S", minutes: 60)],
      people: ["ada", "ben", "cem"].map { Person(id: $0, name: $0.capitalized, zone: clock) },
      roles: roles)
    return Programme(Schedule(rows: []), of: scenario).sessions[0].people
  }

  private static func words(_ people: [Participation]) -> [String] {
    people.map { "\($0.id) \($0.role) \($0.attendance.rawValue)" }
  }

  @Test("People follow from the activities with the role that brings them, each role once")
  func following() throws {
    #expect(
      Self.words(try Self.joint([])) == [
        "ada MAG facilitator required", "ada coordinating team preferred",
        "ben penholder required", "ben contact required", "cem coordinating team preferred",
      ])
  }

  @Test("A person with a role in the table is listed with it, unless the activity asks for more")
  func table() throws {
    let people = try Self.joint([
      Role(person: 1, subject: .session(0), role: "moderator", attendance: .required),
      Role(person: 0, subject: .session(0), role: "guest", attendance: .preferred),
      Role(person: 2, subject: .activity(1), role: "guest", attendance: .preferred),
    ])
    #expect(
      Self.words(people) == [
        "ben moderator required", "ada guest preferred", "cem guest preferred",
        "ada MAG facilitator required",
      ])
  }

  @Test("A role that is given twice is listed once, with the stronger attendance")
  func twice() throws {
    let people = try Self.joint([
      Role(person: 2, subject: .session(0), role: "speaker", attendance: .preferred),
      Role(person: 2, subject: .activity(0), role: "speaker", attendance: .required),
      Role(person: 2, subject: .activity(1), role: "speaker", attendance: .required),
      Role(person: 2, subject: .session(0), role: "rapporteur", attendance: .required),
    ])
    #expect(
      Self.words(people.filter { $0.id == "cem" }) == [
        "cem speaker required", "cem rapporteur required",
      ])
  }

  // MARK: Places

  @Test("Each session is where its first row says; rooms that no longer exist keep their id")
  func places() throws {
    let scenario = try Self.scenario("small")
    let date = try #require(scenario.meeting.days.first?.date)
    let (one, other) = (scenario.sessions[0].id, scenario.sessions[1].id)
    let programme = Programme(
      Schedule(rows: [
        .placed(one, WallTime(date, minuteOfDay: 600), "nowhere"),
        .placed(one, WallTime(date, minuteOfDay: 700), scenario.rooms[0].id),
        .placed(other, WallTime(date, minuteOfDay: 540), scenario.rooms[0].id),
        .init(session: scenario.sessions[2].id, status: .held),
      ]), of: scenario)
    let place = try #require(programme.sessions[0].place)
    #expect(place.roomID == "nowhere" && place.room == nil)
    #expect(place.stay.start.minuteOfDay == 600)
    #expect(place.end - place.start == scenario.sessions[0].minutes * 60)
    #expect(programme.sessions[2].status == .held && programme.sessions[2].place == nil)
    #expect(programme.sessions[3].status == .unplaced)
    #expect(programme.inOrder.map(\.id).prefix(2) == [other, one])
    let free = programme.rooms(freeOn: scenario.meeting.days[0])
    #expect(!free.isEmpty && !free.contains { $0.id == scenario.rooms[0].id })
  }

  @Test("What goes out of a programme has the places and the people whom it names")
  func published() throws {
    let scenario = try Self.scenario("small")
    let date = try #require(scenario.meeting.days.first?.date)
    let rows = scenario.sessions.dropLast().map {
      Schedule.Row.placed($0.id, WallTime(date, minuteOfDay: 600), scenario.rooms[0].id)
    }
    let programme = Programme(Schedule(rows: rows), of: scenario)
    let out = PublishedProgramme(
      programme, publication: .init(number: 1, instant: 0), status: .draft)
    #expect(out.sessions.map(\.id) == rows.map(\.session))
    for (session, published) in zip(programme.sessions, out.sessions) {
      #expect(published.people.map(\.name) == session.named.map(\.name))
      #expect(published.people.map(\.role) == session.named.map(\.role))
      #expect(published.uid == session.uid && published.start == session.place?.start)
    }
  }
}
