// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The families as parts of one whole: types of sessions that are alike in all of them, what a pair
/// of types pays in all, and which families a pair is in.
struct JointFamilies: Sendable {
  /// A family, by places: the types of it.
  struct Part: Sendable {
    let types: [Int]
    /// No more of each run at once.
    let most: [Int]
  }

  /// A pair of types that several parts share: a price to be handed out.
  struct SharedPair: Sendable {
    let price: Double
    let parts: [(part: Int, a: Int, b: Int)]
  }

  /// No more run at once.
  let rooms: Int
  /// By type of the whole family, the type here; -1 for one that pays nobody.
  let typeOf: [Int]
  let typeCount: Int
  /// What a pair of types pays in all, at each moment that both run.
  let price: SquareTable<Int, Double>
  let parts: [Part]
  let shared: [SharedPair]
  /// By part and pair of places, the index into `shared`, or -1.
  let sharedOf: [SquareTable<Int, Int>]

  /// - Parameters:
  ///   - whole: the family of all sessions, each a type of its own.
  ///   - families: those whose prices add up to what a pair pays.
  ///   - rooms: sessions that can run at a moment.
  init(_ whole: ClashFamily, _ families: [ClashFamily], rooms: Int) {
    self.rooms = rooms
    let keys = whole.members.indices.map { type in
      families.map { $0.typeOf[whole.members[type][0]][whole.presenceOf[type]] ?? -1 }
    }
    let kinds = Set(keys.filter { $0.contains { $0 >= 0 } })
      .sorted { $0.lexicographicallyPrecedes($1) }
    let place = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    typeCount = kinds.count
    typeOf = keys.map { place[$0] ?? -1 }
    var counts = Array(repeating: 0, count: kinds.count)
    for type in typeOf where type >= 0 { counts[type] += 1 }
    let parts = families.indices.map { f in
      let types = kinds.indices.filter { kinds[$0][f] >= 0 }
      return Part(types: types, most: types.map { min(counts[$0], rooms) })
    }
    self.parts = parts
    var price = SquareTable<Int, Double>(repeating: 0, side: kinds.count)
    var homes = SquareTable<Int, [(part: Int, a: Int, b: Int)]>(repeating: [], side: kinds.count)
    for (f, part) in parts.enumerated() {
      for (a, i) in part.types.enumerated() {
        for (b, j) in part.types.enumerated() {
          price[i, j] += families[f].price[kinds[i][f], kinds[j][f]]
          if i <= j { homes[i, j].append((f, a, b)) }
        }
      }
    }
    self.price = price
    var shared: [SharedPair] = []
    var sharedOf = parts.map { SquareTable<Int, Int>(repeating: -1, side: $0.types.count) }
    for i in kinds.indices {
      for j in i..<kinds.count where homes[i, j].count > 1 && (i != j || counts[i] > 1) {
        for home in homes[i, j] {
          sharedOf[home.part][home.a, home.b] = shared.count
          sharedOf[home.part][home.b, home.a] = shared.count
        }
        shared.append(SharedPair(price: price[i, j], parts: homes[i, j]))
      }
    }
    self.shared = shared
    self.sharedOf = sharedOf
  }

  /// How many of each type run, from how many of each session.
  func byType(_ sessions: [Double]) -> [Double] {
    var sum = Array(repeating: 0.0, count: typeCount)
    for (session, type) in typeOf.enumerated() where type >= 0 { sum[type] += sessions[session] }
    return sum
  }

  /// The parts' prices by places, where shared pairs are handed out in whole.
  ///
  /// - Parameter amount: what a part gets of a shared pair, by the pair and by which of its parts;
  ///   only their relation counts.
  func handedOut(_ amount: (_ pair: Int, _ part: Int) -> Double) -> [SquareTable<Int, Double>] {
    var tables = parts.map { part in
      var table = SquareTable<Int, Double>(repeating: 0, side: part.types.count)
      for (a, i) in part.types.enumerated() {
        for (b, j) in part.types.enumerated() { table[a, b] = price[i, j] }
      }
      return table
    }
    for (index, pair) in shared.enumerated() {
      let amounts = pair.parts.indices.map { max(0, amount(index, $0)) }
      let sum = amounts.reduce(0, +)
      for (n, home) in pair.parts.enumerated() {
        let share = sum > 1e-9 ? amounts[n] / sum : 1 / Double(pair.parts.count)
        tables[home.part][home.a, home.b] = share * pair.price
        tables[home.part][home.b, home.a] = share * pair.price
      }
    }
    return tables
  }
}
