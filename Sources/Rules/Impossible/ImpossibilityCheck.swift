// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Tables
import Texts

/// What is impossible, found by name before any search: sessions that fit nowhere even alone, and
/// what sessions ask of each other and of the house.
///
/// Judges each session by the same readings as the review.
public enum ImpossibilityCheck {
  /// Errors for sessions that must be placed, warnings for optional and for held ones; and an error
  /// for everything that is impossible between sessions (`ImpossibleMeeting`). Each error is a proof
  /// that no schedule keeps all hard rules.
  ///
  /// - Parameter places: where each row is, for findings about several rows.
  public static func findings(
    _ scenario: Scenario, _ places: RowPlaces = RowPlaces()
  ) -> [Finding] {
    let held = Eligibility(scenario).held
    let attendances = Attendances(scenario)
    var findings: [Finding] = []
    for index in scenario.sessions.indices {
      let check = SessionPlaceCheck(index, in: scenario, attendances)
      guard var finding = check.finding() else { continue }
      if held.contains(index) || scenario.sessions[index].placement == .optional {
        finding.severity = .warning
      }
      findings.append(finding)
    }
    let words = ImpossibleWords(scenario, places)
    return findings + ImpossibleMeeting.facts(scenario).map(words.finding)
  }
}

/// One session by itself.
private struct SessionPlaceCheck {
  private let scenario: Scenario
  private let session: Session
  private let required: [Int]

  init(_ index: Int, in scenario: Scenario, _ attendances: Attendances) {
    self.scenario = scenario
    session = scenario.sessions[index]
    required = attendances.required(index)
  }

  func finding() -> Finding? {
    tooLong() ?? pinnedStart() ?? noRoom() ?? noPlace()
  }

  private func finding(
    _ rule: String, _ column: String, _ value: String, _ sentence: String, _ suggestion: String
  ) -> Finding {
    Finding(
      rule, file: "sessions.csv", line: session.line, column: column,
      value: value.isEmpty ? nil : value, "\(session.id): \(sentence)", suggestion: suggestion)
  }

  private func tooLong() -> Finding? {
    let longest = scenario.meeting.days.flatMap(\.open).map(\.count).max() ?? 0
    guard session.minutes > longest else { return nil }
    return finding(
      "open-hours", "minutes", "\(session.minutes)",
      "\(session.minutes) minutes are longer than any open interval; the longest has \(longest).",
      "shorten the session or open longer hours")
  }

  /// A pinned start on a pinned day outside the open hours.
  private func pinnedStart() -> Finding? {
    guard let start = session.pin.start else { return nil }
    let days = scenario.meeting.days.filter { $0.date == session.pin.date ?? $0.date }
    let isInside = days.contains { day in
      let stay = Interval(
        start: WallTime(day.date, minuteOfDay: start), minutes: session.minutes)
      return day.openIntervals.contains { $0.contains(stay) }
    }
    guard !isInside else { return nil }
    let open = days.flatMap(\.openIntervals).prefix(6).map(\.description)
    return finding(
      "open-hours", "start", ClockTime.text(start),
      "a start at \(ClockTime.text(start)) for \(session.minutes) minutes is outside the open hours"
        + (session.pin.date.map { " of \($0)" } ?? "") + ".",
      "open: \(open.joined(separator: ", "))")
  }

  private func noRoom() -> Finding? {
    let rooms = scenario.rooms
    if let index = session.pin.room {
      let room = rooms[index]
      if room.capacity < session.audience {
        return finding(
          "room-fit", "room", room.id,
          "is pinned to \(room.id) with \(room.capacity) seats and wants \(session.audience).",
          "pin a larger room, or lower the audience")
      }
      let lacking = session.needs.subtracting(room.features).sorted()
      guard !lacking.isEmpty else { return nil }
      return finding(
        "room-fit", "room", room.id,
        "is pinned to \(room.id), which does not have \(lacking.joined(separator: ", ")).",
        "pin a room that has it")
    }
    let largest = rooms.map(\.capacity).max() ?? 0
    if session.audience > largest {
      return finding(
        "room-fit", "audience", "\(session.audience)",
        "no room holds \(session.audience) people; the largest has \(largest) seats.",
        "lower the audience or add a room")
    }
    let known = rooms.reduce(into: Set<String>()) { $0.formUnion($1.features) }
    if let strange = session.needs.subtracting(known).sorted().first {
      let near = Nearest.to(strange, among: known.sorted())
      return finding(
        "room-fit", "needs", strange, "no room has '\(strange)'.",
        near.map { "did you mean '\($0)'?" } ?? "add it to the features of a room")
    }
    let fits = rooms.contains {
      $0.capacity >= session.audience && session.needs.isSubset(of: $0.features)
    }
    guard !fits else { return nil }
    return finding(
      "room-fit", session.needs.isEmpty ? "audience" : "needs",
      session.needs.sorted().asCell,
      "no room has \(session.audience) seats and \(session.needs.sorted().joined(separator: ", ")).",
      "lower the audience, or need less")
  }

  /// Every day, start and room, judged by the rules about one session.
  private func noPlace() -> Finding? {
    let starts = candidateStarts()
    let rooms = scenario.rooms.indices.filter { index in
      scenario.rooms[index].capacity >= session.audience
        && session.needs.isSubset(of: scenario.rooms[index].features)
        && session.pin.room ?? index == index
    }
    if starts.isEmpty {
      return finding(
        "open-hours", session.pin.date == nil ? "minutes" : "day", "",
        "there is no start at which it would lie inside open hours.",
        "look at the day's open hours and starts")
    }
    let allowed = starts.filter { session.allowed?.hold($0) ?? true }
    if allowed.isEmpty {
      return finding(
        "allowed", "allowed", session.allowed?.map(\.description).asCell ?? "",
        "no start lies inside its allowed times.", "widen the allowed times")
    }
    let attended = allowed.filter { stay in
      required.allSatisfy { scenario.people[$0].available?.hold(stay) ?? true }
    }
    if attended.isEmpty {
      let bound = required.filter { scenario.people[$0].available != nil }
      return finding(
        "person-available", "id", session.id,
        "its people are not there at any start: \(bound.map(scenario.name(ofPerson:)).joined(separator: ", ")).",
        "look at their windows in people.csv")
    }
    let stands = attended.contains { stay in
      rooms.contains { scenario.rooms[$0].available?.hold(stay) ?? true }
    }
    guard !stands else { return nil }
    return finding(
      "room-available", "room", session.pin.room.map { scenario.rooms[$0].id } ?? "",
      "no room that holds it can be used at any of its starts.",
      "look at the rooms' windows in rooms.csv")
  }

  private func candidateStarts() -> [Interval] {
    let meeting = scenario.meeting
    return meeting.days.flatMap { day -> [Interval] in
      guard session.pin.date ?? day.date == day.date else { return [] }
      let minutes =
        session.pin.start.map { [$0] } ?? day.starts
        ?? Array(stride(from: 0, to: 1440, by: meeting.gridMinutes))
      return minutes.filter { $0 % meeting.gridMinutes == 0 }.map {
        Interval(start: WallTime(day.date, minuteOfDay: $0), minutes: session.minutes)
      }.filter { stay in
        day.openIntervals.contains { $0.contains(stay) } && meeting.zone.shows(stay.start)
      }
    }
  }
}
