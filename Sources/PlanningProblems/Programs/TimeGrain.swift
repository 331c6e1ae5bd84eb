// SPDX-License-Identifier: GPL-3.0-or-later

/// How finely an aggregate program sees time: blocks of moments, and for each session columns of
/// starts that lie in one block.
package struct TimeGrain: Sendable {
  /// How large the blocks are.
  package enum Size: Sendable, CaseIterable {
    /// Each rhythm is one block, and moments at which few sessions can run are another. Slots that
    /// are followed by others at once are a block apart from those before a break: a long session
    /// takes two there.
    case meeting
    /// A block for each stretch between breaks, few sessions apart: of a day of slots, each slot.
    case stretches
    /// A block for each moment.
    case moments
  }

  /// Some starts of a session that lie in one block.
  package struct Column: Sendable {
    /// Indices into the session's starts.
    package let starts: [StartOption]
    /// Moments that the session meets at each block, whichever of the starts it takes.
    package let load: [(block: Int, moments: Int)]
    /// The same by how the session is seen there.
    package let seen: [(block: Int, presence: Presence, moments: Int)]
  }

  /// How large the blocks are.
  package let size: Size
  /// Whether a block is of one day.
  package var tellsDaysApart: Bool { size != .meeting }
  /// The moments that the blocks are made of.
  package let samples: TimeSamples
  /// The block of each moment.
  package let blockOf: [Int]
  /// How many blocks there are.
  package let blockCount: Int
  /// The rhythm of each block's moments.
  package let rhythmOf: [Int]
  /// Moments of each block at which something can run.
  package let running: [Int]
  /// By session.
  package let columns: TypedArray<SessionPosition, [Column]>

  /// Blocks of a size, and the columns of each session.
  ///
  /// - Complexity: starts of all sessions times the moments that one meets.
  package init(_ problem: PlanningProblem, _ presences: Presences, _ size: Size) {
    let samples = presences.samples
    self.size = size
    self.samples = samples
    switch size {
    case .meeting:
      (blockOf, blockCount) = Self.numbered(Self.sorts(problem, samples))
    case .stretches:
      (blockOf, blockCount) = Self.numbered(
        zip(samples.stretchOf, samples.isSparse).map { [$0, $1 ? 1 : 0] })
    case .moments:
      (blockOf, blockCount) = Self.numbered(samples.minutes.map { [$0] })
    }
    var runs = Array(repeating: false, count: samples.minutes.count)
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        for m in samples.met(from: start, minutes: problem.minutes[p]) { runs[m] = true }
      }
    }
    var running = Array(repeating: 0, count: blockCount)
    for (m, block) in blockOf.enumerated() where runs[m] { running[block] += 1 }
    self.running = running
    var rhythmOf = Array(repeating: 0, count: blockCount)
    for (m, block) in blockOf.enumerated() { rhythmOf[block] = samples.rhythmOf[m] }
    self.rhythmOf = rhythmOf
    let (blockOf, isWhole) = (blockOf, size == .meeting)
    columns = TypedArray(over: problem.sessions.indices) { p in
      var byBlock: [Int: [StartOption]] = [:]
      for (s, start) in problem.places[p].starts.enumerated() {
        let first = samples.minutes.firstIndex(above: start - 1)
        byBlock[isWhole ? 0 : first < blockOf.count ? blockOf[first] : -1, default: []].append(s)
      }
      return byBlock.sorted { $0.key < $1.key }.flatMap { entry in
        let seen = entry.value.map { Self.seen(problem, p, $0, presences, blockOf) }
        let alike = isWhole ? Self.alike(entry.value, seen) : [Array(zip(entry.value, seen))]
        return alike.map { starts in
          Column(
            starts: starts.map(\.0),
            load: Self.load(problem, p, starts.map(\.0), rest: 0, samples, blockOf),
            seen: Self.least(starts.map(\.1)).sorted { $0.key < $1.key }
              .map { ($0.key.block, $0.key.presence, $0.value) })
        }
      }
    }
  }

  /// Blocks of moments that are alike, in order of what is the same about them.
  private static func numbered(_ sorts: [[Int]]) -> (blockOf: [Int], count: Int) {
    let all = Set(sorts).sorted { $0.lexicographicallyPrecedes($1) }
    let number = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    return (sorts.map { number[$0] ?? 0 }, all.count)
  }

  /// What is the same about moments of the meeting: rhythm and sparseness, and of slots how many of
  /// them a stay of each length meets that begins there.
  private static func sorts(_ problem: PlanningProblem, _ samples: TimeSamples) -> [[Int]] {
    let hasUsual = samples.isSparse.contains(false)
    let lengths = Set(problem.minutes).sorted()
    return samples.minutes.indices.map { m in
      let rhythm = samples.rhythmOf[m]
      if rhythm == 0 { return [0, samples.isSparse[m] && hasUsual ? 1 : 0] }
      return [rhythm] + lengths.map { samples.met(from: samples.minutes[m], minutes: $0).count }
    }
  }

  /// A way in which a session is seen in a block.
  private struct Sighting: Hashable, Comparable {
    let block: Int
    let presence: Presence
    static func < (a: Sighting, b: Sighting) -> Bool {
      (a.block, a.presence) < (b.block, b.presence)
    }
  }

  /// Moments that a session is seen at from one of its starts on.
  private static func seen(
    _ problem: PlanningProblem, _ p: SessionPosition, _ start: StartOption,
    _ presences: Presences, _ blockOf: [Int]
  ) -> [Sighting: Int] {
    presences.met(p, from: problem.places[p].starts[start]).reduce(into: [:]) { counts, met in
      counts[Sighting(block: blockOf[met.moment], presence: met.presence), default: 0] += 1
    }
  }

  /// Starts apart at which a session is seen in different blocks, or otherwise: the rest would be seen
  /// in neither.
  private static func alike(
    _ starts: [StartOption], _ seen: [[Sighting: Int]]
  ) -> [[(StartOption, [Sighting: Int])]] {
    let byBlocks = Dictionary(grouping: zip(starts, seen)) { Set($0.1.keys) }
    return byBlocks.values.sorted { $0[0].0 < $1[0].0 }
  }

  /// What is counted in all of some counts, as often as in the least.
  private static func least<Key>(_ counts: [[Key: Int]]) -> [Key: Int] {
    guard var least = counts.first else { return [:] }
    for here in counts.dropFirst() {
      least = least.reduce(into: [:]) { sum, entry in
        if let count = here[entry.key] { sum[entry.key] = min(count, entry.value) }
      }
    }
    return least
  }

  /// The least that a session meets at each block with so much rest after it.
  package func load(
    _ problem: PlanningProblem, _ p: SessionPosition, _ starts: [StartOption], rest: Int
  )
    -> [(block: Int, moments: Int)]
  {
    Self.load(problem, p, starts, rest: rest, samples, blockOf)
  }

  private static func load(
    _ problem: PlanningProblem, _ p: SessionPosition, _ starts: [StartOption], rest: Int,
    _ samples: TimeSamples,
    _ blockOf: [Int]
  ) -> [(block: Int, moments: Int)] {
    let counts = starts.map { s in
      samples.met(from: problem.places[p].starts[s], minutes: problem.minutes[p] + rest)
        .reduce(into: [:]) { $0[blockOf[$1], default: 0] += 1 }
    }
    return least(counts).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
