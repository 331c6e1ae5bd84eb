// SPDX-License-Identifier: GPL-3.0-or-later

/// Sessions of which any two that overlap pay for it: those of a theme, those of the
/// intersessional kinds. What they pay at one moment is a matter of a few types.
///
/// A pair pays once, and it shares at most as many moments as the shorter of the two meets: a part
/// of the price at each moment is never more than the whole. A pair that shares several themes pays
/// a part in the family of each. A family is one of a rhythm: a pair overlaps in one only.
package struct ClashFamily: Sendable {
  /// For rows, and for whoever reads them.
  package let name: String
  /// In which the overlaps are: see `TimeSamples`.
  package let rhythm: Int
  /// The members of each type: sessions that are alike to all others, where they are seen so.
  package let members: [[SessionPosition]]
  /// Type of each session by how it is seen; empty for strangers.
  package let typeOf: TypedArray<SessionPosition, [Presence: Int]>
  /// What a member of one type and one of another pay at each moment that both run.
  package let price: SquareTable<Int, Double>
  /// No more of each type run at once.
  package let most: [Int]
  /// How the members of each type are seen.
  package let presenceOf: [Presence]
  /// By type: those of one group share all further words.
  package let groupOf: [Int]
  /// Of all sessions, with all that overlaps cost: what it pays is no less than what the other
  /// families pay together.
  package let isWhole: Bool
  /// The price of those that may not overlap: more than any set is worth.
  package let blocked: Double

  /// All families of a rhythm but the whole one.
  package static func all(
    _ problem: PlanningProblem, _ presences: Presences, rhythm: Int, rooms: Int
  ) -> [ClashFamily] {
    (themes(problem, presences, rhythm, rooms) + kinds(problem, presences, rhythm, rooms))
      .compactMap(\.self)
  }

  private struct Key: Hashable, Comparable {
    let presence: Presence
    let words: [String]
    static func < (a: Key, b: Key) -> Bool {
      a.presence != b.presence
        ? a.presence < b.presence : a.words.lexicographicallyPrecedes(b.words)
    }
  }

  private init?(
    _ name: String, _ rhythm: Int, _ keys: [(session: SessionPosition, key: Key)], sessions: Int,
    rooms: Int, price: (Key, Key) -> Double
  ) {
    guard Set(keys.map(\.session)).count > 1, rooms > 1 else { return nil }
    let byKey = Dictionary(grouping: keys) { $0.key }.sorted { $0.key < $1.key }
    self.name = name
    self.rhythm = rhythm
    members = byKey.map { $0.value.map(\.session) }
    most = members.map { min($0.count, rooms) }
    isWhole = false
    blocked = .infinity
    presenceOf = byKey.map(\.key.presence)
    let words = Set(byKey.map(\.key.words)).sorted { $0.lexicographicallyPrecedes($1) }
    groupOf = byKey.map { words.firstIndex(of: $0.key.words) ?? 0 }
    var typeOf = TypedArray<SessionPosition, [Presence: Int]>(repeating: [:], count: sessions)
    for (type, list) in members.enumerated() {
      for p in list { typeOf[p][presenceOf[type]] = type }
    }
    self.typeOf = typeOf
    var prices = SquareTable<Int, Double>(repeating: 0.0, side: byKey.count)
    for (i, a) in byKey.enumerated() {
      for (j, b) in byKey.enumerated() {
        prices[i, j] = price(a.key, b.key) / Double(a.key.presence.shared(with: b.key.presence))
      }
    }
    self.price = prices
  }

  private static func themes(
    _ problem: PlanningProblem, _ presences: Presences, _ rhythm: Int, _ rooms: Int
  ) -> [ClashFamily?] {
    let price = Double(problem.weight(.themeClash))
    guard price > 0 else { return [] }
    let themes = problem.leadingThemes
    return Set(themes.flatMap(\.self)).sorted().map { theme in
      let keys = problem.sessions.indices.filter { themes[$0].contains(theme) }.flatMap { p in
        let words = themes[p].subtracting([theme]).sorted()
        return presences.of(p, rhythm: rhythm).map { (p, Key(presence: $0, words: words)) }
      }
      return ClashFamily(
        "theme \(theme)", rhythm, keys, sessions: themes.count, rooms: rooms
      ) { a, b in
        price / Double(1 + Set(a.words).intersection(b.words).count)
      }
    }
  }

  private static func kinds(
    _ problem: PlanningProblem, _ presences: Presences, _ rhythm: Int, _ rooms: Int
  ) -> [ClashFamily?] {
    let same = Double(problem.weight(.kindClash))
    let other = Double(problem.weight(.intersessionalClash))
    guard same > 0 || other > 0 else { return [] }
    let kinds = problem.sessions.mapped {
      problem.scenario.kinds(ofSession: $0).filter(\.isIntersessional).map { "\($0)" }
    }
    let keys = problem.sessions.indices.filter { !kinds[$0].isEmpty }.flatMap { p in
      let words = kinds[p].sorted()
      return presences.of(p, rhythm: rhythm).map { (p, Key(presence: $0, words: words)) }
    }
    return [
      ClashFamily("kinds", rhythm, keys, sessions: kinds.count, rooms: rooms) { a, b in
        Set(a.words).isDisjoint(with: b.words) ? other : same
      }
    ]
  }

  /// All sessions, each a type of its own for each way in which it can be seen: also people, links and
  /// rules that keep pairs apart count, and that a session runs once.
  ///
  /// - Returns: `nil` where there is nothing to pay.
  package init?(
    wholeOf problem: PlanningProblem, _ presences: Presences, rhythm: Int, rooms: Int
  ) {
    let types = problem.sessions.indices.flatMap { p in
      presences.of(p, rhythm: rhythm).map { (session: p, presence: $0) }
    }
    let dearest = problem.overlapCost.values.max() ?? 0
    guard Set(types.map(\.session)).count > 1, rooms > 1, dearest > 0 else { return nil }
    name = "all"
    self.rhythm = rhythm
    isWhole = true
    blocked = Double(4 * dearest * rooms)
    members = types.map { [$0.session] }
    most = types.map { _ in 1 }
    presenceOf = types.map(\.presence)
    groupOf = types.map { _ in 0 }
    var typeOf = TypedArray<SessionPosition, [Presence: Int]>(
      repeating: [:], count: problem.sessions.count)
    for (type, seen) in types.enumerated() { typeOf[seen.session][seen.presence] = type }
    self.typeOf = typeOf
    var prices = SquareTable<Int, Double>(repeating: 0.0, side: types.count)
    for (i, a) in types.enumerated() {
      for (j, b) in types.enumerated() where i != j {
        let isApart = a.session == b.session || problem.requiredGap[a.session, b.session] >= 0
        prices[i, j] =
          isApart
          ? blocked
          : Double(problem.overlapCost[a.session, b.session])
            / Double(a.presence.shared(with: b.presence))
      }
    }
    price = prices
  }
}
