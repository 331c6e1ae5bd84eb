// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Mends a schedule around one session that has been put somewhere else: some sessions around it are
/// free, all others are held, and an integer program finds their best places.
///
/// Whoever asks for a place wants to know who has to give way there. That is decided among a few
/// sessions, and a local search over all of them, in which most of what is tried is elsewhere, takes
/// longer for worse answers. All work is counted: the same schedule gives the same answer.
package struct PlaceSearch {
  private let problem: PlanningProblem
  private let neighbourhood: Neighbourhood
  private let session: SessionPosition
  private let cancellation: Cancellation

  /// Sessions that are free, try by try, each larger than the one before.
  private static let sizes = [12, 24]
  /// Of each, the cheapest places that its neighbours leave it.
  private static let mostPlaces = 40
  /// Nodes of one branch and cut.
  private static let nodes = 40
  /// Further tries while each finds a better schedule.
  private static let rounds = 3

  /// - Parameter session: index into `Scenario.sessions`; it may stand only where it is wanted.
  /// - Returns: `nil` where the session takes no part.
  package init?(
    _ problem: PlanningProblem, _ solver: any ProgramSolver, of session: Int,
    cancellation: Cancellation = Cancellation()
  ) {
    guard let p = problem.position[session], !problem.places[p].isEmpty else { return nil }
    self.problem = problem
    self.session = p
    self.cancellation = cancellation
    neighbourhood = Neighbourhood(problem, solver)
  }

  /// The best schedule around a known one that was found, with the session at one of its places; `nil`
  /// where none keeps the hard rules.
  package func schedule(from known: Assignment) -> Assignment? {
    var best = standing(known)
    for size in Self.sizes {
      for _ in 0..<Self.rounds {
        if cancellation.isCancelled { break }
        let free = Surroundings(problem, of: session, in: best).sessions(size)
        guard
          let better = neighbourhood.mend(
            best, freeing: free.sorted(), mostPlaces: Self.mostPlaces, nodes: Self.nodes,
            cancellation: cancellation)
        else { break }
        best = better
      }
    }
    return WorkingSchedule(problem, best).score.violations == 0 ? best : nil
  }

  /// The schedule with the session in; if it was out, where it breaks and costs least.
  private func standing(_ known: Assignment) -> Assignment {
    if known.places[session] != nil { return known }
    var working = WorkingSchedule(problem, known)
    let table = problem.places[session]
    var best: (place: Assignment.Place, score: (Int, Int))?
    for s in table.starts.indices {
      for r in table.rooms.indices where table.price(s, r) != nil {
        let place = Assignment.Place(start: s, room: r)
        working.put(session, at: place)
        let score = (working.score.violations, working.score.cost)
        if best.map({ score < $0.score }) ?? true { best = (place, score) }
        working.take(session)
      }
    }
    var standing = known
    standing.places[session] = best?.place
    return standing
  }
}
