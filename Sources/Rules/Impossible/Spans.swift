// SPDX-License-Identifier: GPL-3.0-or-later

/// The times to which sessions are bound: the whole meeting, sets of days, and everything that one
/// session may use; with the sessions that can only be there.
struct Spans {
  struct Span {
    let time: Stretches
    /// The days whose open hours it covers; `nil` for the whole meeting and for less than whole
    /// days.
    let days: [Int]?
    let isWhole: Bool
  }

  let list: [Span]
  /// By profile and span.
  private let isBound: [[Bool]]
  /// By span: when one of the sessions bound to it may begin, in order.
  let starts: [[Int]]

  init(_ places: PossiblePlaces) {
    var list = [Span(time: places.allOpen, days: nil, isWhole: true)]
    var known: Set<Stretches> = [places.allOpen]
    func add(_ time: Stretches, _ days: [Int]?) {
      if known.insert(time).inserted { list.append(Span(time: time, days: days, isWhole: false)) }
    }
    let daySets = Set(places.profiles.map { $0.days.sorted() })
      .union(places.open.indices.map { [$0] })
    for days in daySets.sorted(by: PlaceSets.isBefore) {
      add(Stretches(days.flatMap { places.open[$0].parts }), days)
    }
    for profile in places.profiles { add(profile.cover, nil) }
    self.list = list
    isBound = places.profiles.map { profile in list.map { profile.cover.isSubset(of: $0.time) } }
    starts = Self.starts(places.profiles, isBound, list.count)
  }

  /// Unions of the profiles' starts, as bits of all starts that there are.
  private static func starts(
    _ profiles: [PossiblePlaces.Profile], _ isBound: [[Bool]], _ count: Int
  ) -> [[Int]] {
    let all = Set(profiles.flatMap(\.starts)).sorted()
    let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    let words = (all.count + 63) / 64
    let own = profiles.map { profile in
      var bits = Array(repeating: UInt64(0), count: words)
      for start in profile.starts {
        if let bit = place[start] { bits[bit / 64] |= 1 << UInt64(bit % 64) }
      }
      return bits
    }
    return (0..<count).map { span in
      var bits = Array(repeating: UInt64(0), count: words)
      for (index, profile) in own.enumerated() where isBound[index][span] {
        for word in 0..<words { bits[word] |= profile[word] }
      }
      return all.indices.filter { bits[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { all[$0] }
    }
  }

  func isBound(_ profile: Int?, to span: Int) -> Bool { profile.map { isBound[$0][span] } ?? false }
}
