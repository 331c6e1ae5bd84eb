// SPDX-License-Identifier: GPL-3.0-or-later

/// All tables of one meeting, read and consistent: every index points at something.
///
/// Lists are in the order of their tables. Made by `ScenarioFiles`, or by hand in tests.
public struct Scenario: Sendable {
  /// Its days, hours and settings.
  public var meeting: Meeting
  /// In the order of their table.
  public var rooms: [Room]
  /// In the order of their tables.
  public var activities: [Activity]
  /// In the order of their table.
  public var sessions: [Session]
  /// In the order of their table.
  public var people: [Person]
  /// In the order of their table.
  public var roles: [Role]
  /// In the order of their table.
  public var links: [Link]
  /// In the order of their table.
  public var wishes: [Wish]
  /// In the order of their table.
  public var limits: [Limit]
  /// In the order of their table.
  public var waivers: [Waiver]
  /// In the order of their table; none of `sessions` is among them.
  public var cancellations: [CancelledSession] = []

  public init(
    meeting: Meeting, rooms: [Room] = [], activities: [Activity] = [], sessions: [Session] = [],
    people: [Person] = [], roles: [Role] = [], links: [Link] = [], wishes: [Wish] = [],
    limits: [Limit] = [], waivers: [Waiver] = []
  ) {
    self.meeting = meeting
    self.rooms = rooms
    self.activities = activities
    self.sessions = sessions
    self.people = people
    self.roles = roles
    self.links = links
    self.wishes = wishes
    self.limits = limits
    self.waivers = waivers
  }

  /// The kinds of a session's activities, without repeats, in order of its activities.
  public func kinds(ofSession session: Int) -> [Kind] {
    var kinds: [Kind] = []
    for activity in sessions[session].activities where !kinds.contains(activities[activity].kind) {
      kinds.append(activities[activity].kind)
    }
    return kinds
  }

  /// The sessions that a subject means, in the order of the table.
  public func sessions(of subject: Subject) -> [Int] {
    switch subject {
    case .session(let session): [session]
    case .activity(let activity):
      sessions.indices.filter { sessions[$0].activities.contains(activity) }
    }
  }

  /// The id that the tables use for a subject.
  public func id(of subject: Subject) -> String {
    switch subject {
    case .session(let session): sessions[session].id
    case .activity(let activity): activities[activity].id
    }
  }
}
