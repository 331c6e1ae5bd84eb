// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Sets of sessions of which any two that overlap pay a price: themes and intersessional kinds.
///
/// Counting is enough to bound what a set pays at one moment: n of them make n(n−1)/2 pairs, which
/// is at least jn − j(j+1)/2 for every whole j, and that is linear. A pair that shares two themes
/// pays once; so a session that counts for two themes gives back a part of each, see `rebate`.
package struct ClashGroups: Sendable {
  /// Sessions of which any two that overlap pay one price.
  package struct Group: Sendable {
    /// For rows, and for whoever reads them.
    package let name: String
    /// Of each pair.
    package let price: Int
    /// In order.
    package let members: [SessionPosition]
    /// Those that count in another group for the same price too.
    package let shared: Set<SessionPosition>
  }

  /// Themes, then kinds.
  package let groups: [Group]

  /// The groups of a problem's themes and kinds.
  package init(_ problem: PlanningProblem) {
    groups = Self.themes(problem) + Self.kinds(problem)
  }

  private static func themes(_ problem: PlanningProblem) -> [Group] {
    let price = problem.weight(.themeClash)
    guard price > 0 else { return [] }
    var members: [String: [SessionPosition]] = [:]
    var shared: [String: Set<SessionPosition>] = [:]
    for p in problem.sessions.indices {
      // What is paid back is worked out for two themes; more of them only pay more.
      let themes = Array(Set(problem.session(p).themes)).sorted().prefix(2)
      for theme in themes {
        members[theme, default: []].append(p)
        if themes.count > 1 { shared[theme, default: []].insert(p) }
      }
    }
    return members.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map {
      Group(name: "theme \($0.key)", price: price, members: $0.value, shared: shared[$0.key] ?? [])
    }
  }

  /// All intersessional sessions pay the lesser price, those of one kind the rest of the dearer.
  private static func kinds(_ problem: PlanningProblem) -> [Group] {
    let same = problem.weight(.kindClash)
    let base = min(same, problem.weight(.intersessionalClash))
    var all: [SessionPosition] = []
    var members: [String: [SessionPosition]] = [:]
    for p in problem.sessions.indices {
      let kinds = problem.scenario.kinds(ofSession: problem.sessions[p]).filter(\.isIntersessional)
      guard let kind = kinds.map({ "\($0)" }).min() else { continue }
      all.append(p)
      members[kind, default: []].append(p)
    }
    var groups: [Group] = []
    if base > 0 { groups.append(Group(name: "kinds", price: base, members: all, shared: [])) }
    if same > base {
      groups += members.sorted { $0.key < $1.key }.map {
        Group(name: "kind \($0.key)", price: same - base, members: $0.value, shared: [])
      }
    }
    return groups.filter { $0.members.count > 1 }
  }

  /// What a member that counts in two groups gives back in each, where pairs are counted from the
  /// `slope`-th member on.
  ///
  /// Of m such members in one group at most m(m−1)/2 pairs are counted in another group too, and
  /// half of that is this group's to give back. The line `slope`·n − slope(slope+1)/2 lies below
  /// n(n−1)/2 by (n−slope)(n−slope−1)/2 already, n being at least m; the rest is shared out among the
  /// m.
  package static func rebate(slope: Int, most: Int) -> Double {
    var rebate = 0.0
    for m in 1...max(1, most) {
      let twice = Double(m * (m - 1)) / 4
      // With others besides, n can be where the line touches, unless m alone is beyond it.
      let below = m > slope ? Double((m - slope) * (m - slope - 1)) / 2 : 0
      rebate = max(rebate, (twice - below) / Double(m))
    }
    return rebate
  }
}

extension ClashGroups.Group {
  /// The line of a slope: `perMember`·n − `perShared`·(shared) − `allowance` pairs at least.
  package func line(slope: Int) -> (perMember: Double, perShared: Double, allowance: Double) {
    (
      Double(slope), ClashGroups.rebate(slope: slope, most: shared.count),
      Double(slope * (slope + 1)) / 2
    )
  }
}
