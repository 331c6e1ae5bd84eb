// SPDX-License-Identifier: GPL-3.0-or-later

/// Sessions of which any two that overlap pay for it: those of a theme, those of the
/// intersessional kinds. What they pay at one moment is a matter of a few types.
///
/// A pair pays once, and it shares at most as many moments as the shorter of the two meets: a part
/// of the price at each moment is never more than the whole. A pair that shares several themes pays
/// a part in the family of each.
struct ClashFamily: Sendable {
  let name: String
  /// The members of each type: sessions that are alike to all others.
  let members: [[Int]]
  /// Type of each session; -1 for strangers.
  let typeOf: [Int]
  /// What a member of one type and one of another pay at each moment that both run.
  let price: SquareTable<Double>
  /// No more of each type run at once.
  let most: [Int]

  /// All families of a problem; `spans` are the moments that each session meets at most.
  static func all(_ problem: PlanningProblem, spans: [Int], rooms: Int) -> [ClashFamily] {
    (themes(problem, spans, rooms) + kinds(problem, spans, rooms)).compactMap(\.self)
  }

  private struct Key: Hashable, Comparable {
    let span: Int
    let words: [String]
    static func < (a: Key, b: Key) -> Bool {
      a.span != b.span ? a.span < b.span : a.words.lexicographicallyPrecedes(b.words)
    }
  }

  private init?(
    _ name: String, _ keys: [(session: Int, key: Key)], sessions: Int, rooms: Int,
    price: (Key, Key) -> Double
  ) {
    guard keys.count > 1, rooms > 1 else { return nil }
    let byKey = Dictionary(grouping: keys) { $0.key }.sorted { $0.key < $1.key }
    self.name = name
    members = byKey.map { $0.value.map(\.session) }
    most = members.map { min($0.count, rooms) }
    var typeOf = Array(repeating: -1, count: sessions)
    for (type, list) in members.enumerated() { for p in list { typeOf[p] = type } }
    self.typeOf = typeOf
    var prices = SquareTable(repeating: 0.0, side: byKey.count)
    for (i, a) in byKey.enumerated() {
      for (j, b) in byKey.enumerated() {
        prices[i, j] = price(a.key, b.key) / Double(min(a.key.span, b.key.span))
      }
    }
    self.price = prices
  }

  private static func themes(_ problem: PlanningProblem, _ spans: [Int], _ rooms: Int)
    -> [ClashFamily?]
  {
    let price = Double(problem.weight(.themeClash))
    guard price > 0 else { return [] }
    let themes = problem.sessions.indices.map { Set(problem.session($0).themes) }
    return Set(themes.flatMap(\.self)).sorted().map { theme in
      let keys = problem.sessions.indices.filter { themes[$0].contains(theme) && spans[$0] > 0 }
        .map { ($0, Key(span: spans[$0], words: themes[$0].subtracting([theme]).sorted())) }
      return ClashFamily(
        "theme \(theme)", keys, sessions: themes.count, rooms: rooms
      ) { a, b in
        price / Double(1 + Set(a.words).intersection(b.words).count)
      }
    }
  }

  private static func kinds(_ problem: PlanningProblem, _ spans: [Int], _ rooms: Int)
    -> [ClashFamily?]
  {
    let same = Double(problem.weight(.kindClash))
    let other = Double(problem.weight(.intersessionalClash))
    guard same > 0 || other > 0 else { return [] }
    let kinds = problem.sessions.map {
      problem.scenario.kinds(ofSession: $0).filter(\.isIntersessional).map { "\($0)" }
    }
    let keys = problem.sessions.indices.filter { !kinds[$0].isEmpty && spans[$0] > 0 }
      .map { ($0, Key(span: spans[$0], words: kinds[$0].sorted())) }
    return [
      ClashFamily("kinds", keys, sessions: kinds.count, rooms: rooms) { a, b in
        Set(a.words).isDisjoint(with: b.words) ? other : same
      }
    ]
  }
}
