// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One thing that the seed asks of activities of a kind, as data.
///
/// To add one: a line in its kind's list in `Requirements/`.
public struct Requirement: Sendable {
  /// As in `modalities.md`, such as `DC-7`.
  public let id: String
  /// The kind of activity that it is asked of.
  public let kind: Kind
  /// In a few words.
  public let title: String
  /// The seed's own words.
  public let sentence: String
  /// Advisory requirements never hold a session back.
  public let isAdvisory: Bool
  let test: Test

  init(
    _ id: String, _ kind: Kind, _ title: String, _ sentence: String, advisory: Bool = false,
    _ test: Test
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.sentence = sentence
    isAdvisory = advisory
    self.test = test
  }

  /// How a requirement is answered from an activity's row.
  enum Test: Sendable {
    /// The cell says yes.
    case yes(String)
    /// The cell holds something; `no` is missing.
    case filled([String])
    /// The cell holds a date; with months: no more than this many before the meeting's first day.
    case date(String, withinMonths: Int?)
    /// The cell lists at least this many different values.
    case values(String, atLeast: Int)
    /// The cell holds a whole number of at least this much.
    case count(String, atLeast: Int)
    /// One of the people in the cell fulfils all conditions.
    case person(String, [PersonCondition])
  }

  /// What is asked of a person who is named in a cell; columns are those of the same row.
  public enum PersonCondition: Hashable, Sendable {
    case isMAGMember
    case isSecretariat
    case isIn(String)
    case isNotIn(String)
  }

  /// All requirements of the four kinds, in the order of the seed.
  public static let all: [Requirement] =
    dynamicCoalitions + bestPracticeForums + nationalAndRegional + policyNetworks

  /// The requirements of one kind, in the order of the seed.
  public static func of(_ kind: Kind) -> [Requirement] { all.filter { $0.kind == kind } }
}
