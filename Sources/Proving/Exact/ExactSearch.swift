// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Proof by integer programming: the relaxation's bound, places struck out by their reduced costs,
/// then branch and cut below the incumbent.
package struct ExactSearch {
  /// What every schedule of a block by itself costs at least, proven by a search of its own of so many
  /// nodes; 0 where it has none.
  package typealias BlockBound = (_ block: PlanningProblem, _ nodes: Int) -> Int

  let problem: PlanningProblem
  let solver: any ProgramSolver
  let nodes: Int?
  /// Whether blocks are looked at, and how each is bounded.
  let boundBlock: BlockBound?
  /// Schedules that cost up to this much more than the incumbent are searched too. A tree that grew
  /// badly then grows differently: other places are struck out, other rows are named.
  package var slack = 0

  /// - Parameters:
  ///   - nodes: of one branch and cut; `nil` for as many as it takes.
  ///   - boundBlock: proves what a block costs at least; `nil` where blocks are left alone.
  package init(
    problem: PlanningProblem, solver: any ProgramSolver, nodes: Int?, boundBlock: BlockBound?
  ) {
    self.problem = problem
    self.solver = solver
    self.nodes = nodes
    self.boundBlock = boundBlock
  }

  /// Blocks by size, the quick ones first; after each the relaxation may already prove enough.
  private static let blockSizes = [2...8, 9...12, 13...20]

  /// With more places a round of the relaxation takes long: a few rounds for the bound, no branching.
  private static let largePlaces = 25_000

  /// How a search ended.
  package enum Verdict {
    /// Nothing (more) below the incumbent; without an incumbent: no schedule at all.
    case exhausted
    case stopped
  }

  /// Searches at a grain of rooms; the state takes what is found and proved.
  package func run(_ grain: RoomClasses.Grain, _ state: any ProofHost) -> Verdict {
    var struck: Set<PlaceKey> = []
    var blocks: [BlockRows.Bound] = []
    var rounds = 0
    let isSlotted = TimePoints(problem).areSlots(of: problem)
    while true {
      var draft = DraftProgram(problem, grain, overlaps: isSlotted ? .byMoment : .byPair) {
        !struck.contains(PlaceKey($0, $1, $2))
      }
      draft.require(blocks)
      let rows = clashRows(draft, state)
      state.phase = .bound
      let isLarge = draft.placeCount > Self.largePlaces && state.incumbent != nil
      let mostRowRounds = isLarge ? 3 : Int.max
      var rowRounds = 0
      let relaxed = solver.relax(
        draft.program, limits: state.limits(nodes: nil),
        cancellation: state.cancellation,
        rows: { point in
          // Each round is a bound by itself, known before the next is solved.
          state.prove(min(WholeBound.units(draft.program.objective(at: point)), state.objective))
          rowRounds += 1
          return state.isDone || rowRounds > mostRowRounds ? [] : rows(point)
        })
      switch relaxed {
      case .infeasible:
        if state.incumbent != nil { state.prove(state.objective) }
        return .exhausted
      case .unknown(let bound):
        if let bound { state.prove(min(WholeBound.units(bound), state.objective)) }
        return .stopped
      case .solved(let relaxation):
        // With places struck out, the bound holds for schedules below the incumbent only, and
        // every other schedule costs at least as much as the incumbent.
        state.prove(min(WholeBound.units(relaxation.objective), state.objective))
        if state.isDone { return .stopped }
        rounds += 1
        if let boundBlock, !isSlotted, rounds <= Self.blockSizes.count {
          let found = BlockRows(problem: problem, search: boundBlock).bounds(
            draft, brokenBy: relaxation, sizes: Self.blockSizes[rounds - 1], nodes: 50, state)
          blocks += found
          if !found.isEmpty { continue }
        }
        let more = expensivePlaces(draft, relaxation, below: lenient(state))
        struck.formUnion(more)
        if more.count * 10 > draft.placeCount && rounds < 12 { continue }
        if isLarge { return .stopped }
        return branch(draft, rows, relaxation, state)
      }
    }
  }

  /// The rows about overlaps that a point breaks, cheap families first; none where the point
  /// cannot beat the incumbent as it is.
  private func clashRows(_ draft: DraftProgram, _ state: any ProofHost) -> RowSource {
    let overlaps = OverlapRows(draft)
    let counting = CountingRows(draft)
    // Elsewhere pairs that overlap across moments are most of the cost, and blocks find those.
    let patterns =
      draft.overlap.isEmpty ? PatternRows(draft, solver, steps: 20_000, state) : nil
    return { point in
      let isWorse = WholeBound.units(draft.program.objective(at: point)) >= lenient(state)
      if isWorse { return [] }
      let cheap = overlaps.broken(at: point) + (counting?.broken(at: point) ?? [])
      return cheap.count > 20 ? cheap : cheap + (patterns?.broken(at: point) ?? [])
    }
  }

  private func branch(
    _ draft: DraftProgram, _ rows: @escaping RowSource, _ relaxation: Relaxation?,
    _ state: any ProofHost
  ) -> Verdict {
    var program = draft.program
    for row in relaxation?.generated ?? [] { program.add(row) }
    let rooms = RoomAssignment(problem: problem, solver: solver)
    state.phase = .branchAndCut
    guard !state.isStopped else { return .stopped }
    let outcome = solver.solve(
      program, cutoff: state.incumbent == nil ? nil : Double(lenient(state)),
      limits: state.limits(nodes: nodes),
      cancellation: state.cancellation, rows: rows,
      news: { news in
        if let bound = news.bound { state.prove(min(WholeBound.units(bound), state.objective)) }
        state.tellNews()
      })
    switch outcome {
    case .infeasible:
      if state.incumbent != nil { state.prove(state.objective) }
      return .exhausted
    case .optimal(let solution):
      state.prove(min(WholeBound.units(solution.objective), state.objective))
      if let found = finish(solution, draft, rooms, state) { state.offer(found) }
      return state.isProven ? .exhausted : .stopped
    case .feasible(let solution, let bound):
      state.prove(min(WholeBound.units(bound), state.objective))
      if let found = finish(solution, draft, rooms, state) { state.offer(found) }
      return .stopped
    case .unknown(let bound):
      if let bound { state.prove(min(WholeBound.units(bound), state.objective)) }
      return .stopped
    }
  }

  private func finish(
    _ solution: Solution, _ draft: DraftProgram, _ rooms: RoomAssignment, _ state: any ProofHost
  ) -> Assignment? {
    rooms.rooms(
      for: draft.choices(at: solution.values), of: draft.classes,
      limits: state.limits(nodes: 20_000),
      cancellation: state.cancellation)
  }

  /// What a schedule must cost less than to be of interest.
  private func lenient(_ state: any ProofHost) -> Int {
    state.objective == .max ? .max : state.objective + slack
  }

  private struct PlaceKey: Hashable {
    let session: SessionPosition
    let start: StartOption
    let roomClass: RoomClass
    init(_ session: SessionPosition, _ start: StartOption, _ roomClass: RoomClass) {
      self.session = session
      self.start = start
      self.roomClass = roomClass
    }
  }

  /// Places that no schedule better than the incumbent uses: the relaxation with such a place
  /// costs the incumbent already.
  private func expensivePlaces(
    _ draft: DraftProgram, _ relaxation: Relaxation, below incumbent: Int
  ) -> Set<PlaceKey> {
    guard incumbent < .max else { return [] }
    let room = Double(incumbent) - 1 - relaxation.objective + 1e-5
    var struck: Set<PlaceKey> = []
    for (p, starts) in draft.place.enumerated() {
      for (s, entries) in starts.enumerated() {
        let time = draft.time[p][s].index
        let timeIsDear =
          relaxation.values[time] < 1e-9 && relaxation.reducedCosts[time] > room
        for entry in entries {
          let here = entry.column.index
          if timeIsDear
            || (relaxation.values[here] < 1e-9 && relaxation.reducedCosts[here] > room)
          {
            struck.insert(PlaceKey(p, s, entry.roomClass))
          }
        }
      }
    }
    return struck
  }
}

extension DraftProgram {
  /// What blocks cost at least, as rows.
  mutating func require(_ blocks: [BlockRows.Bound]) {
    for block in blocks {
      require(
        "block of \(block.sessions.count)", cost(of: block.sessions),
        atLeast: Double(block.atLeast))
    }
  }

  /// How many places of all sessions the program knows.
  var placeCount: Int { place.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }
}
