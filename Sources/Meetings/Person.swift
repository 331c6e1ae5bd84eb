// SPDX-License-Identifier: GPL-3.0-or-later

public struct Person: Sendable {
  public enum Presence: String, Sendable, CaseIterable { case onsite, online }

  public var id: String
  public var name: String
  public var stakeholderGroup: String
  public var region: String
  /// The zone they live in; the meeting's where their cell is empty.
  public var zone: ZoneClock
  /// `nil`: not known.
  public var isMAGMember: Bool?
  public var isSecretariat: Bool?
  public var presence: Presence
  /// Stretches of venue time, or `nil` for always.
  public var available: [Interval]?
  public var maxPerDay: Int?
  public var line: Int

  public init(
    id: String, name: String, stakeholderGroup: String = "", region: String = "",
    zone: ZoneClock, isMAGMember: Bool? = nil, isSecretariat: Bool? = nil,
    presence: Presence = .onsite, available: [Interval]? = nil, maxPerDay: Int? = nil,
    line: Int = 0
  ) {
    self.id = id
    self.name = name
    self.stakeholderGroup = stakeholderGroup
    self.region = region
    self.zone = zone
    self.isMAGMember = isMAGMember
    self.isSecretariat = isSecretariat
    self.presence = presence
    self.available = available
    self.maxPerDay = maxPerDay
    self.line = line
  }
}

/// What a role, a link or a wish is about.
public enum Subject: Hashable, Sendable {
  /// Index into `Scenario.sessions`.
  case session(Int)
  /// Index into `Scenario.activities`: stands for each of its sessions.
  case activity(Int)
}

/// How firmly a person belongs to a session; the strongest of a person's roles counts.
public enum Attendance: String, Sendable, CaseIterable, Comparable {
  case preferred, required

  public static func < (a: Attendance, b: Attendance) -> Bool {
    a == .preferred && b == .required
  }
}

public struct Role: Sendable {
  /// Index into `Scenario.people`.
  public var person: Int
  public var subject: Subject
  public var role: String
  public var attendance: Attendance
  public var line: Int

  public init(
    person: Int, subject: Subject, role: String, attendance: Attendance = .required, line: Int = 0
  ) {
    self.person = person
    self.subject = subject
    self.role = role
    self.attendance = attendance
    self.line = line
  }
}
