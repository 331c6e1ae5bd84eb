// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Planning
import Tables

/// `--keep`: sessions of the baseline that are not to be moved.
struct Keeping {
  static let option = Command.Option(
    name: "keep", value: "KEY=VALUE",
    help:
      "sessions of the baseline not to be moved: day=, kind=, session=, room=, activity=, theme=",
    repeats: true)

  private static let keys = ["day", "kind", "session", "room", "activity", "theme"]

  private let wishes: [(key: String, value: String)]

  /// - Throws: a sentence about the first wish that is none.
  init(_ typed: Invocation) throws(UsageError) {
    var wishes: [(key: String, value: String)] = []
    for text in typed.texts(Self.option.name) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw UsageError("--keep '\(text)' is not KEY=VALUE, such as --keep day=2023-10-09")
      }
      let key = String(parts[0])
      guard Self.keys.contains(key) else {
        throw UsageError(
          "--keep '\(text)': there is no '\(key)'"
            + (Nearest.to(key, among: Self.keys).map { "; did you mean '\($0)'?" }
              ?? "; known: \(Self.keys.joined(separator: ", "))"))
      }
      wishes.append((key, String(parts[1])))
    }
    if !wishes.isEmpty && !typed.has("baseline") {
      throw UsageError("--keep needs --baseline SCHEDULE.csv")
    }
    self.wishes = wishes
  }

  var isEmpty: Bool { wishes.isEmpty }

  /// The scenario's sessions that are kept: those that one wish or more is about.
  ///
  /// - Throws: a sentence about a value that the scenario does not have.
  func sessions(_ scenario: Scenario, _ baseline: Schedule) throws(UsageError) -> Set<Int> {
    let rows = baseline.firstRows
    var kept: Set<Int> = []
    for wish in wishes {
      try check(wish, scenario)
      for (index, session) in scenario.sessions.enumerated() {
        guard let row = rows[session.id] else { continue }
        if matches(wish, index, row, scenario) { kept.insert(index) }
      }
    }
    return kept
  }

  private func matches(
    _ wish: (key: String, value: String), _ index: Int, _ row: Schedule.Row, _ scenario: Scenario
  ) -> Bool {
    let session = scenario.sessions[index]
    return switch wish.key {
    case "day": row.start.map { "\($0.date)" == wish.value } ?? false
    case "kind": scenario.kinds(ofSession: index).contains { $0.token == wish.value }
    case "session": session.id == wish.value
    case "room": row.room == wish.value
    case "activity": session.activities.contains { scenario.activities[$0].id == wish.value }
    default: session.themes.contains(wish.value)
    }
  }

  private func check(
    _ wish: (key: String, value: String), _ scenario: Scenario
  ) throws(UsageError) {
    let known: [String] =
      switch wish.key {
      case "day": scenario.meeting.days.map { "\($0.date)" }
      case "kind": Set(scenario.activities.map(\.kind.token)).sorted()
      case "session": scenario.sessions.map(\.id)
      case "room": scenario.rooms.map(\.id)
      case "activity": scenario.activities.map(\.id)
      default: Set(scenario.sessions.flatMap(\.themes)).sorted()
      }
    guard !known.contains(wish.value) else { return }
    let near = Nearest.to(wish.value, among: known)
    let few = known.count <= 12 ? "; known: \(known.joined(separator: ", "))" : ""
    throw UsageError(
      "--keep \(wish.key)=\(wish.value): the scenario has no such \(wish.key)"
        + (near.map { "; did you mean '\($0)'?" } ?? few))
  }
}
