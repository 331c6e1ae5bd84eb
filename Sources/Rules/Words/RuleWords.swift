// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// The words about one rule: the only place where it is put into plain English. Messages,
/// marks in timetables, the glossary of a review and `programme rules` all take their words here.
public struct RuleWords: Sendable {
  /// A heading, such as "Theme clashes".
  public let title: String
  /// The mark at a session that breaks the rule or adds to its cost, such as "two sessions in one
  /// room".
  public let mark: String
  /// When a hard rule holds, or what a soft rule counts, in one or two sentences.
  public let counts: String
  /// One unit and several, of a soft rule.
  public let unit: (one: String, many: String)?
  /// A case in which it is broken or costs.
  public let example: String
  /// Which cells or options change what the rule says, apart from its weight.
  public let change: String

  init(
    title: String, mark: String, counts: String, unit: (one: String, many: String)? = nil,
    example: String, change: String
  ) {
    self.title = title
    self.mark = mark
    self.counts = counts
    self.unit = unit
    self.example = example
    self.change = change
  }

  /// `1 theme clash`, `3 theme clashes`.
  public func units(_ count: Int) -> String {
    let noun = unit.map { Count.noun(count, $0.one, $0.many) } ?? Count.noun(count, "unit")
    return "\(count) \(noun)"
  }
}

extension HardRule {
  /// The words about the rule.
  public var words: RuleWords { RuleBook.check(self).words }
}

extension SoftRule {
  /// The words about the rule.
  public var words: RuleWords { RuleBook.count(self).words }
}
