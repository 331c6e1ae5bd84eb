// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Who has to be, or would like to be, in each session: by the kind of its activities
/// (`modalities.md`, "In the room") and by `roles.csv`. The strongest attendance counts.
public struct Attendances: Sendable {
  /// By session: attendance by index into `Scenario.people`.
  public let bySession: [[Int: Attendance]]
  private let requiredBySession: [[Int]]

  /// - Complexity: O(*roles* × sessions of a role's subject).
  public init(_ scenario: Scenario) {
    var bySession: [[Int: Attendance]] = scenario.sessions.map { session in
      var people: [Int: Attendance] = [:]
      for activity in session.activities {
        for brought in Self.broughtBy(scenario.activities[activity]) {
          people.strengthen(brought.person, brought.attendance)
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
    // Asked for again and again, for each pair of sessions that are near each other.
    requiredBySession = bySession.map { people in
      people.filter { $0.value == .required }.keys.sorted()
    }
  }

  /// Someone whom an activity's kind brings into the room.
  public struct Brought: Sendable, Hashable {
    /// Index into `Scenario.people`.
    public let person: Int
    /// In words: `MAG facilitator`.
    public let role: String
    /// Whether they must be there.
    public let attendance: Attendance
  }

  /// The people whom an activity's kind brings in (`modalities.md`, "In the room"), in the order of
  /// the columns that name them there.
  public static func broughtBy(_ activity: Activity) -> [Brought] {
    let columns: [(name: String, role: String, attendance: Attendance)] =
      switch activity.kind {
      case .dc, .nri: [("contact", "contact", .required)]
      case .bpf:
        [
          ("mag_facilitators", "MAG facilitator", .required), ("penholder", "penholder", .required),
          ("coordinating_team", "coordinating team", .preferred),
        ]
      case .pn:
        [
          ("mag_liaisons", "MAG liaison", .required), ("consultant", "consultant", .required),
          ("secretariat_focal_point", "Secretariat focal point", .required),
        ]
      default: []
      }
    return columns.flatMap { column in
      (activity.people[column.name] ?? []).map {
        Brought(person: $0, role: column.role, attendance: column.attendance)
      }
    }
  }

  /// Indices of the people who must attend a session, in order.
  public func required(_ session: Int) -> [Int] { requiredBySession[session] }

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
