// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A rule that no published schedule breaks.
protocol HardCheck: Sendable {
  static var id: HardRule { get }
  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation]
}

/// A rule that costs for each unit in which a schedule falls short.
protocol SoftCount: Sendable {
  static var id: SoftRule { get }
  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause]
}

/// All rules in the order of `rules.md`. A new rule is a file and a line here.
enum RuleBook {
  static let hard: [any (HardCheck & SendableMetatype).Type] = [
    PlacedOnce.self, OpenHours.self, RoomFit.self, RoomAvailable.self, RoomFree.self,
    PersonFree.self, PersonAvailable.self, Pinned.self, Allowed.self, Exclusive.self,
    MustLink.self, MustLimit.self, Eligible.self, MaxMoves.self,
  ]

  static let soft: [any (SoftCount & SendableMetatype).Type] = [
    Unplaced.self, ThemeClash.self, KindClash.self, IntersessionalClash.self,
    PersonalCapacity.self, SoftLink.self, WishRule.self, SoftLimit.self, AwkwardHour.self,
    EmptySeats.self, DayBalance.self, RoomChange.self, Overload.self, Moved.self,
  ]
}

extension HardCheck {
  /// A violation by one session or several, ids in the order of the table.
  static func violation(
    _ schedule: ReviewedSchedule, _ sessions: [Int], _ message: String
  ) -> Review.Violation {
    Review.Violation(
      rule: id, sessions: sessions.sorted().map { schedule.id($0) }, message: message)
  }
}

extension SoftCount {
  static func cause(
    _ schedule: ReviewedSchedule, _ sessions: [Int], _ units: Int, _ message: String
  ) -> Review.Cause {
    Review.Cause(
      sessions: sessions.sorted().map { schedule.id($0) }, units: units, message: message)
  }
}
