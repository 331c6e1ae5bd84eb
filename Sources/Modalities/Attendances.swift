// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Who has to be, or would like to be, in each session: by the kind of its activities
/// (`modalities.md`, "In the room") and by `roles.csv`. The strongest attendance counts.
public struct Attendances: Sendable {
  /// By session: attendance by index into `Scenario.people`.
  public let bySession: [[Int: Attendance]]

  /// - Complexity: O(*roles* × sessions of a role's subject).
  public init(_ scenario: Scenario) {
    var bySession: [[Int: Attendance]] = scenario.sessions.map { session in
      var people: [Int: Attendance] = [:]
      for activity in session.activities {
        for (person, attendance) in Self.broughtBy(scenario.activities[activity]) {
          people.strengthen(person, attendance)
        }
      }
      return people
    }
    for role in scenario.roles {
      for session in scenario.sessions(of: role.subject) {
        bySession[session].strengthen(role.person, role.attendance)
      }
    }
    self.bySession = bySession
  }

  /// The people whom an activity brings by its kind.
  static func broughtBy(_ activity: Activity) -> [(person: Int, attendance: Attendance)] {
    let columns: [(String, Attendance)] =
      switch activity.kind {
      case .dc, .nri: [("contact", .required)]
      case .bpf:
        [
          ("mag_facilitators", .required), ("penholder", .required),
          ("coordinating_team", .preferred),
        ]
      case .pn:
        [
          ("mag_liaisons", .required), ("consultant", .required),
          ("secretariat_focal_point", .required),
        ]
      default: []
      }
    return columns.flatMap { column, attendance in
      (activity.people[column] ?? []).map { ($0, attendance) }
    }
  }

  /// Indices of the people who must attend a session, in order.
  public func required(_ session: Int) -> [Int] {
    bySession[session].filter { $0.value == .required }.keys.sorted()
  }

  /// Indices of the people who would like to attend a session, in order.
  public func preferred(_ session: Int) -> [Int] {
    bySession[session].filter { $0.value == .preferred }.keys.sorted()
  }
}

extension [Int: Attendance] {
  fileprivate mutating func strengthen(_ person: Int, _ attendance: Attendance) {
    self[person] = Swift.max(self[person] ?? attendance, attendance)
  }
}
