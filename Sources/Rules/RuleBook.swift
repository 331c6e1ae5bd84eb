// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A rule that no published schedule breaks.
protocol HardCheck: Sendable {
  static var id: HardRule { get }
  static var words: RuleWords { get }
  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation]
  /// The violations that name a session which is put down at a whole place: those of a review of the
  /// whole, in its order, read from nothing but what the session takes part in.
  ///
  /// - Parameter others: the schedule without the session.
  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation]
}

/// A rule that costs something for each unit by which a schedule falls short.
protocol SoftCount: Sendable {
  static var id: SoftRule { get }
  static var words: RuleWords { get }
  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause]
}

/// All rules in the order of `rules.md`. A new rule is an id, a file and a line here; one that is
/// forgotten does not compile.
enum RuleBook {
  typealias Hard = any (HardCheck & SendableMetatype).Type
  typealias Soft = any (SoftCount & SendableMetatype).Type

  static let hard: [Hard] = HardRule.allCases.map(check)
  static let soft: [Soft] = SoftRule.allCases.map(count)

  static func check(_ rule: HardRule) -> Hard {
    switch rule {
    case .placedOnce: PlacedOnce.self
    case .openHours: OpenHours.self
    case .length: Length.self
    case .roomFit: RoomFit.self
    case .roomAvailable: RoomAvailable.self
    case .roomFree: RoomFree.self
    case .personFree: PersonFree.self
    case .personAvailable: PersonAvailable.self
    case .pinned: Pinned.self
    case .allowed: Allowed.self
    case .exclusive: Exclusive.self
    case .link: MustLink.self
    case .limit: MustLimit.self
    case .eligible: Eligible.self
    case .maxMoves: MaxMoves.self
    }
  }

  static func count(_ rule: SoftRule) -> Soft {
    switch rule {
    case .unplaced: Unplaced.self
    case .themeClash: ThemeClash.self
    case .kindClash: KindClash.self
    case .intersessionalClash: IntersessionalClash.self
    case .personalCapacity: PersonalCapacity.self
    case .link: SoftLink.self
    case .wish: WishRule.self
    case .limit: SoftLimit.self
    case .awkwardHour: AwkwardHour.self
    case .emptySeats: EmptySeats.self
    case .dayBalance: DayBalance.self
    case .roomChange: RoomChange.self
    case .overload: Overload.self
    case .moved: Moved.self
    }
  }
}
