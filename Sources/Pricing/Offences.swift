// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// What a schedule breaks before sessions of it move, so that only what is new bars a chain.
///
/// New is what the referee finds broken afterwards if it names a session that moves, and was not broken
/// before by the same rule and the same sessions (and limit).
struct Offences: Sendable {
  private struct Culprit: Hashable {
    let rule: HardRule
    let sessions: [String]
    let limit: String?

    init(_ violation: Review.Violation) {
      (rule, sessions, limit) = (violation.rule, violation.sessions, violation.limit)
    }
  }

  private let culprits: Set<Culprit>
  /// By session: the rules that a violation names it for.
  private let rules: [BrokenRules]
  /// Rules that an earlier session of a chain may seem to break while the last one is taken up.
  private var unsettled = BrokenRules(.maxMoves)

  init(_ programme: PricedProgramme) {
    let violations = programme.review.violations
    culprits = Set(violations.map(Culprit.init))
    var byID: [String: BrokenRules] = [:]
    for violation in violations {
      for id in violation.sessions { byID[id, default: BrokenRules()].insert(violation.rule) }
    }
    rules = programme.scenario.sessions.map { byID[$0.id] ?? BrokenRules() }
    // Of a limit the worst moment alone is told: another one may hide it.
    unsettled.insert(.limit, if: violations.contains { $0.rule == .limit })
  }

  enum Verdict {
    case kept, unclear, broken

    /// That on both, of this and of another.
    func joined(with other: Verdict) -> Verdict {
      switch (self, other) {
      case (.broken, _), (_, .broken): .broken
      case (.unclear, _), (_, .unclear): .unclear
      case (.kept, .kept): .kept
      }
    }
  }

  /// What the rules that a session breaks at its new place mean, all others being where they will be.
  func verdict(_ broken: BrokenRules, by session: Int) -> Verdict {
    if broken.isEmpty { return .kept }
    return broken.subtracting(rules[session]).isEmpty ? .unclear : .broken
  }

  /// The same while the last session of the chain is nowhere.
  ///
  /// - Parameter violations: what the referee finds broken by it there, of some rules.
  func earlyVerdict(
    _ broken: BrokenRules, by session: Int, _ violations: ([HardRule]) -> [Review.Violation]
  ) -> Verdict {
    if broken.isEmpty { return .kept }
    let settled = broken.subtracting(unsettled)
    guard settled.subtracting(rules[session]).isEmpty, areKnown(violations(settled.rules)) else {
      return .broken
    }
    return settled == broken ? .kept : .unclear
  }

  /// Whether the same sessions broke the same rules before.
  func areKnown(_ violations: [Review.Violation]) -> Bool {
    violations.allSatisfy { culprits.contains(Culprit($0)) }
  }

  /// Whether the tables alone bar a session from a place.
  func isBarred(_ broken: BrokenRules, _ session: Int) -> Bool {
    !broken.ofTables.subtracting(rules[session]).isEmpty
  }

  /// Whether a review finds nothing new about sessions that have moved.
  func isKept(_ review: Review, moved: Set<String>) -> Bool {
    review.violations.allSatisfy {
      moved.isDisjoint(with: $0.sessions) || culprits.contains(Culprit($0))
    }
  }
}
