// SPDX-License-Identifier: GPL-3.0-or-later

/// Somebody who has a part in the meeting.
public struct Person: Sendable {
  /// Where somebody is during the meeting.
  public enum Presence: String, Sendable, CaseIterable { case onsite, online }

  /// Unique over all tables.
  public var id: String
  /// As published.
  public var name: String
  /// As written in the table.
  public var stakeholderGroup: String
  /// As written in the table.
  public var region: String
  /// The zone they live in; the meeting's where their cell is empty.
  public var zone: ZoneClock
  /// `nil`: not known.
  public var isMAGMember: Bool?
  /// Whether they belong to the Secretariat; `nil` where the table does not say.
  public var isSecretariat: Bool?
  /// Where they are during the meeting.
  public var presence: Presence
  /// Stretches of venue time, or `nil` for always.
  public var available: [Interval]?
  /// The most sessions in a day; `nil`: any number.
  public var maxPerDay: Int?
  /// Where letters to them go: `ada@example.org`; empty where that is not known. Nothing public holds it.
  public var email: String
  /// The code of the language that letters to them are written in (ISO 639-1); `nil`: the programme's.
  public var language: String?
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    id: String, name: String, stakeholderGroup: String = "", region: String = "",
    zone: ZoneClock, isMAGMember: Bool? = nil, isSecretariat: Bool? = nil,
    presence: Presence = .onsite, available: [Interval]? = nil, maxPerDay: Int? = nil,
    email: String = "", language: String? = nil, line: Int = 0
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
    self.email = email
    self.language = language
    self.line = line
  }
}

/// What a role, a link or a wish is about.
public enum Subject: Hashable, Sendable {
  /// Index into `Scenario.sessions`.
  case session(Int)
  /// Index into `Scenario.activities`: means each of its sessions.
  case activity(Int)
}

/// How firmly a person belongs to a session; the strongest of a person's roles counts.
public enum Attendance: String, Sendable, CaseIterable, Comparable {
  case preferred, required

  /// The weaker before the stronger.
  public static func < (a: Attendance, b: Attendance) -> Bool {
    a == .preferred && b == .required
  }
}

/// What somebody does for a session or an activity.
public struct Role: Sendable {
  /// Index into `Scenario.people`.
  public var person: Int
  /// What the role is for.
  public var subject: Subject
  /// As the table writes it.
  public var role: String
  /// Whether they must be there.
  public var attendance: Attendance
  /// The line that its row begins on, the header being line 1.
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
