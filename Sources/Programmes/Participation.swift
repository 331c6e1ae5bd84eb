// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// One role of one person in one session.
public struct Participation: Sendable, Hashable {
  /// What it follows from.
  public enum Basis: Sendable, Hashable {
    /// A row of `roles.csv`.
    case role
    /// The kind of activity that the session belongs to (`modalities.md`, "In the room").
    case activity
  }

  /// Index into `Scenario.people`.
  public let person: Int
  /// The id in `people.csv`.
  public let id: String
  /// As the table has it.
  public let name: String
  /// `speaker`, `contact`; may be empty.
  public let role: String
  /// Whether they must be there.
  public let attendance: Attendance
  /// What it follows from.
  public let basis: Basis

  /// Everyone in each session, by the sessions of the table: first the people named in `roles.csv`,
  /// in the order of its rows, then those whom the activities bring in, in the order of
  /// `people.csv`.
  ///
  /// Each of a person's roles is listed once, with its strongest attendance. A person whom
  /// `roles.csv` names with the same attendance, or a stronger one, is not named again for the
  /// activities: the table says better what the person does there.
  static func all(_ scenario: Scenario) -> [[Participation]] {
    var sessions = scenario.sessions.map { _ in Gathering() }
    for role in scenario.roles {
      let participation = Participation(
        scenario, role.person, role.role, role.attendance, .role)
      for session in scenario.sessions(of: role.subject) { sessions[session].add(participation) }
    }
    for (index, session) in scenario.sessions.enumerated() {
      let named = sessions[index].attendances
      let brought = session.activities.flatMap {
        Attendances.broughtBy(scenario.activities[$0])
      }
      for person in Set(brought.map(\.person)).sorted() {
        for one in brought where one.person == person {
          if let attendance = named[person], attendance >= one.attendance { continue }
          sessions[index].add(
            Participation(scenario, person, one.role, one.attendance, .activity))
        }
      }
    }
    return sessions.map(\.people)
  }

  private init(
    _ scenario: Scenario, _ person: Int, _ role: String, _ attendance: Attendance, _ basis: Basis
  ) {
    self.person = person
    id = scenario.people[person].id
    name = scenario.people[person].name
    self.role = role
    self.attendance = attendance
    self.basis = basis
  }
}

/// The people of one session, while they are being collected.
private struct Gathering {
  private(set) var people: [Participation] = []

  /// By person, the strongest.
  var attendances: [Int: Attendance] {
    people.reduce(into: [:]) { $0[$1.person] = max($0[$1.person] ?? $1.attendance, $1.attendance) }
  }

  mutating func add(_ new: Participation) {
    if let place = people.firstIndex(where: { ($0.person, $0.role) == (new.person, new.role) }) {
      guard people[place].attendance < new.attendance else { return }
      people.remove(at: place)
    }
    people.append(new)
  }
}

extension Programme.Session {
  /// Each person once, with the strongest attendance: those who must be there first, then those who
  /// would like to, both in the order of `people.csv`.
  public var attendees: [Participation] {
    let strongest = people.sorted { $0.attendance > $1.attendance }
    var seen: Set<Int> = []
    return strongest.filter { seen.insert($0.person).inserted }
      .sorted { a, b in
        a.attendance == b.attendance ? a.person < b.person : a.attendance > b.attendance
      }
  }
}
