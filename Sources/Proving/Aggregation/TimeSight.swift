// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// One way of looking at a meeting's time: the families of sessions that pay each other at its moments,
/// and the programs made of both, from coarse to fine.
struct TimeSight {
  private let problem: PlanningProblem
  private let families: [ClashFamily]
  /// By family, what finds its lines.
  var sources: [[any LineSource]]
  /// By family, all lines found so far.
  var pools: [[FamilyCuts.Cut]]
  private let steps: [Step]

  /// A program in the making.
  struct Step {
    let grain: TimeGrain
    /// How many of the families it is told.
    let families: Int
    /// Whether lines about all sessions are what it is made for.
    let isAboutAll: Bool
    /// Whether it is to be branched on: the last one that sees the meeting as a whole.
    let branches: Bool
  }

  /// Larger programs cost more than they gain.
  private static let mostColumns = 30_000
  /// Sets of all sessions are sought among at most this many.
  private static let mostInSets = 160

  /// The ways that are worth looking, one after the other. Where days of slots lie beside days of free
  /// starts, the first look sees them as alike: it is small and says most at once.
  static func all(_ problem: PlanningProblem, _ solver: any ProgramSolver) -> [TimeSight] {
    let samples = TimeSamples(problem)
    let last = TimeSight(problem, Presences(problem, samples), solver)
    guard samples.rhythmCount > 1 else { return [last] }
    return [
      TimeSight(
        problem, Presences(problem, TimeSamples(problem, seesSlots: false)), solver, isQuick: true),
      last,
    ]
  }

  private init(
    _ problem: PlanningProblem, _ presences: Presences, _ solver: any ProgramSolver,
    isQuick: Bool = false
  ) {
    self.problem = problem
    let rooms = problem.mostRoomsAtOnce
    let isLarge = problem.sessions.count > Self.mostInSets
    var parts: [(family: ClashFamily, lines: [any LineSource])] = []
    var wholes: [(family: ClashFamily, lines: [any LineSource])] = []
    for rhythm in 0..<presences.samples.rhythmCount {
      let here = ClashFamily.all(problem, presences, rhythm: rhythm, rooms: rooms)
      parts += here.map { ($0, [FamilyCuts($0, rooms: rooms, solver)]) }
      guard !isQuick || !isLarge,
        let whole = ClashFamily(wholeOf: problem, presences, rhythm: rhythm, rooms: rooms)
      else { continue }
      var lines: [any LineSource] = []
      let together = JointFamilies(whole, here, rooms: rooms)
      if let joint = JointCuts(together, solver) { lines.append(joint) }
      if !isLarge { lines.append(FamilyCuts(whole: whole, here, rooms: rooms, solver)) }
      if !lines.isEmpty { wholes.append((whole, lines)) }
    }
    families = (parts + wholes).map(\.family)
    sources = (parts + wholes).map(\.lines)
    pools = families.map { _ in [] }
    // In large meetings lines about all sessions take long, and the rest says most at once.
    let first = parts.count + (isLarge ? 0 : wholes.count)
    steps = Self.steps(
      problem, presences, parts: parts.count, first: first, all: families.count, isQuick: isQuick)
  }

  /// From coarse to fine. Lines about all sessions, where they come late, are sought as soon as the
  /// coarse programs have said what they can: they gain more than finer time does.
  ///
  /// - Parameters:
  ///   - parts: families that are not about all sessions.
  ///   - first: those that are told before lines about all sessions are sought.
  ///   - all: of all families.
  private static func steps(
    _ problem: PlanningProblem, _ presences: Presences, parts: Int, first: Int, all: Int,
    isQuick: Bool
  ) -> [Step] {
    let classes = RoomClasses(problem, .coarse).members.count
    let grains = Dictionary(
      uniqueKeysWithValues: TimeGrain.Size.allCases.map { ($0, TimeGrain(problem, presences, $0)) })
    // In a meeting of slots stretches are moments already.
    let isSame = grains[.moments]?.blockCount == grains[.stretches]?.blockCount
    func step(_ size: TimeGrain.Size, _ families: Int, branches: Bool = false) -> Step? {
      guard let grain = grains[size], size != .moments || !isSame else { return nil }
      let columns = grain.columns.reduce(0) { $0 + $1.count + classes }
      guard size == .meeting || columns <= Self.mostColumns else { return nil }
      return Step(
        grain: grain, families: families, isAboutAll: size == .meeting && families > parts,
        branches: branches)
    }
    let steps =
      if isQuick {
        [step(.meeting, all, branches: true)]
      } else if first == all {
        [step(.meeting, all, branches: true), step(.stretches, all), step(.moments, all)]
      } else if presences.samples.rhythmCount > 1 {
        [
          step(.meeting, first), step(.meeting, all, branches: true), step(.stretches, all),
          step(.moments, first),
        ]
      } else {
        [
          step(.meeting, first, branches: true), step(.stretches, first), step(.meeting, all),
          step(.stretches, all), step(.moments, first),
        ]
      }
    return steps.compactMap(\.self)
  }

  /// The steps, and the program of each, made when it is asked for.
  var programs: some Sequence<(step: Step, program: AggregateProgram)> {
    let (problem, families) = (problem, families)
    return steps.lazy.map { step in
      let told = Array(families.prefix(step.families))
      return (step, AggregateProgram(problem, step.grain, families: told))
    }
  }

  /// Takes over what the rows of a program found: lines hold in all of them.
  mutating func learn(from rows: ClashRows) {
    pools.replaceSubrange(0..<rows.pools.count, with: rows.pools)
    sources.replaceSubrange(0..<rows.sources.count, with: rows.sources)
  }
}
