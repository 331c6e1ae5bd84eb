// SPDX-License-Identifier: GPL-3.0-or-later

/// How much a link, a wish or a limit weighs.
public enum Strength: Hashable, Sendable {
  case must
  /// Cost of each unit, 1–1000.
  case cost(Int)

  /// Whether a schedule that breaks it is not one.
  public var isMust: Bool { self == .must }
}

/// One row of `links.csv`.
public struct Link: Sendable {
  /// What it asks of two sessions.
  public enum Kind: String, Sendable, CaseIterable {
    case apart, before
    case sameDay = "same-day"
    case otherDay = "other-day"
    case backToBack = "back-to-back"
    case sameRoom = "same-room"
  }

  /// One side, the first where the order matters.
  public var from: Subject
  /// The other side.
  public var to: Subject
  /// What it asks of the two.
  public var kind: Kind
  /// Whether it must be kept, or what breaking it costs.
  public var strength: Strength
  /// Minutes; 0 where the cell is empty.
  public var minGap: Int
  /// Minutes; `nil` where the cell is empty (`before`: no limit, `back-to-back`: 30).
  public var maxGap: Int?
  /// Why, in the words of whoever asked; perhaps empty.
  public var reason: String
  /// Who asked for it; perhaps empty.
  public var askedBy: String
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    from: Subject, to: Subject, kind: Kind, strength: Strength, minGap: Int = 0,
    maxGap: Int? = nil, reason: String = "", askedBy: String = "", line: Int = 0
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.strength = strength
    self.minGap = minGap
    self.maxGap = maxGap
    self.reason = reason
    self.askedBy = askedBy
    self.line = line
  }
}

/// One row of `wishes.csv`; always soft.
public struct Wish: Sendable {
  /// What the wish is about.
  public var subject: Subject
  /// `true`: costs when not inside; `false`: costs when inside.
  public var wantsIt: Bool
  /// Stretches, or `nil` for no window named.
  public var window: [Interval]?
  /// Index into `Scenario.rooms`.
  public var room: Int?
  /// 1–1000.
  public var strength: Int
  /// Why, in the words of whoever asked; perhaps empty.
  public var reason: String
  /// Who asked for it; perhaps empty.
  public var askedBy: String
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    subject: Subject, wantsIt: Bool, window: [Interval]? = nil, room: Int? = nil, strength: Int,
    reason: String = "", askedBy: String = "", line: Int = 0
  ) {
    self.subject = subject
    self.wantsIt = wantsIt
    self.window = window
    self.room = room
    self.strength = strength
    self.reason = reason
    self.askedBy = askedBy
    self.line = line
  }
}

/// One row of `limits.csv`: an empty list means that the column asks nothing.
public struct Limit: Sendable {
  /// Within what the sessions are counted.
  public enum Scope: String, Sendable, CaseIterable { case moment, day, meeting }

  /// Unique among the limits.
  public var id: String
  /// Sessions of any of these kinds; empty: of all.
  public var kinds: [Kind]
  /// Sessions with any of these themes; empty: all.
  public var themes: [String]
  /// Sessions with any of these needs; empty: all.
  public var needs: [String]
  /// Indices into `Scenario.activities`.
  public var activities: [Int]
  /// Indices into `Scenario.rooms`: only sessions placed in one of them match.
  public var rooms: [Int]
  /// The most sessions allowed.
  public var atMost: Int
  /// Within what they are counted.
  public var per: Scope
  /// Whether it must be kept, or what breaking it costs.
  public var strength: Strength
  /// Why, in the words of whoever asked; perhaps empty.
  public var reason: String
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    id: String, kinds: [Kind] = [], themes: [String] = [], needs: [String] = [],
    activities: [Int] = [], rooms: [Int] = [], atMost: Int, per: Scope, strength: Strength,
    reason: String = "", line: Int = 0
  ) {
    self.id = id
    self.kinds = kinds
    self.themes = themes
    self.needs = needs
    self.activities = activities
    self.rooms = rooms
    self.atMost = atMost
    self.per = per
    self.strength = strength
    self.reason = reason
    self.line = line
  }
}

/// One row of `cancellations.csv`: a session that does not take place. The scenario is without it, as
/// if its row were not in `sessions.csv`.
public struct CancelledSession: Sendable, Hashable {
  /// The session's id.
  public var session: String
  /// What it was called.
  public var title: String
  /// Why, as everybody is told; perhaps empty.
  public var reason: String
  /// Who decided it.
  public var by: String
  /// When, as it stands in the table.
  public var on: String
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    session: String, title: String = "", reason: String = "", by: String = "", on: String = "",
    line: Int = 0
  ) {
    self.session = session
    self.title = title
    self.reason = reason
    self.by = by
    self.on = on
    self.line = line
  }
}

/// One row of `waivers.csv`.
public struct Waiver: Sendable {
  /// Index into `Scenario.activities`.
  public var activity: Int
  /// The requirement's id, such as `DC-7`.
  public var requirement: String
  /// Who waived it.
  public var by: String
  /// When, as written in the table.
  public var on: String
  /// Why, in the words of whoever asked; perhaps empty.
  public var reason: String
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    activity: Int, requirement: String, by: String = "", on: String = "", reason: String = "",
    line: Int = 0
  ) {
    self.activity = activity
    self.requirement = requirement
    self.by = by
    self.on = on
    self.reason = reason
    self.line = line
  }
}
