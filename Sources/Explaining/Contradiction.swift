// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems

/// Requests that no schedule can all keep.
public struct Contradiction: Sendable {
  /// In the order of the requests' list.
  public let requests: [Request]
  /// Whether for each of them a schedule was found that keeps all the others of this list. That is
  /// not yet a schedule of the whole meeting; `givenUp` is about that.
  public let isSmallest: Bool
  /// If more time is asked of rooms than there is: how that was found.
  let count: CapacityCount?
  /// What giving up each of them alone does to the whole meeting; in the order of `requests`.
  public internal(set) var givenUp: [GivenUp]
  /// One sum that shows it, counted on its own requests; `nil` if none does.
  public internal(set) var counting: CountingFact?
  /// From what is asked to the contradiction, step by step.
  public internal(set) var chain: [Because] = []
  let indices: Set<Int>

  init(_ indices: Set<Int>, of requests: [Request], isSmallest: Bool, count: CapacityCount?) {
    self.requests = indices.sorted().map { requests[$0] }
    self.isSmallest = isSmallest
    self.count = count
    self.indices = indices
    givenUp = Array(repeating: .notReached, count: indices.count)
  }

  /// Whether it has so many sessions that nearly all the rooms' time is taken.
  var isFull: Bool { count != nil && requests.count > ContradictionSearch.mostCounted }
}

/// Finds a smallest contradiction by halving (Junker, QuickXplain, AAAI 2004): first among the
/// sessions, since fewer of them make each further question cheap, then among what is asked of
/// those.
struct ContradictionSearch {
  let feasibility: Feasibility
  /// Scenario indices of sessions that have no place even by themselves.
  private let homeless: Set<Int>

  init(_ feasibility: Feasibility) {
    self.feasibility = feasibility
    homeless = Set(PlanningProblem(feasibility.scenario).homelessSessions)
  }

  /// - Parameter among: requests that no schedule can all keep, as has been proven.
  func smallest(among all: Set<Int>) -> Contradiction {
    let ordered = all.sorted()
    let sessions = ordered.filter { isSession($0) }
    let others = ordered.filter { !isSession($0) }
    var core: [Int]
    let counted = feasibility.count(keeping: all)
    if let counted {
      // The count has already made it small; halving could not prove much about sets this full.
      core = counted.sessions
    } else if let alone = sessions.first(where: {
      isHomeless($0) && isImpossible(Set(others + [$0]))
    }) {
      core = [alone]
    } else {
      core = quick(background: Set(others), isFresh: false, mostKept(sessions))
    }
    if let counted, counted.sessions.count > Self.mostCounted {
      // What the count itself needs: a search might prove more, and nobody could follow it.
      core += quick(background: Set(core), isFresh: true, others) {
        !feasibility.isInterrupted && feasibility.count(keeping: $0) != nil
      }
      return Contradiction(
        Set(core), of: feasibility.requests, isSmallest: false, count: counted.count)
    }
    core += quick(background: Set(core), isFresh: true, others)
    return checked(Set(core), counted?.count)
  }

  /// With more sessions nearly all the time of the rooms is taken, and a schedule without one of
  /// them is a puzzle of its own.
  static let mostCounted = 30

  private func isSession(_ index: Int) -> Bool {
    if case .session = feasibility.requests[index].demand { return true }
    return false
  }

  /// A session without a place of its own is a contradiction by itself.
  private func isHomeless(_ index: Int) -> Bool {
    guard case .session(let session) = feasibility.requests[index].demand else { return false }
    return homeless.contains(session)
  }

  private func isImpossible(_ kept: Set<Int>) -> Bool {
    if case .impossible = feasibility.answer(keeping: kept) { return true }
    return false
  }

  /// Sessions of which much is asked come first: they are kept if one of several would do.
  private func mostKept(_ sessions: [Int]) -> [Int] {
    let scenario = feasibility.scenario
    func weight(_ index: Int) -> Int {
      guard case .session(let s) = feasibility.requests[index].demand else { return 0 }
      let session = scenario.sessions[s]
      let pins = [session.pin.date != nil, session.pin.start != nil, session.pin.room != nil]
      return pins.count { $0 } * 2 + (session.allowed == nil ? 0 : 2)
        + (session.isExclusive ? 1 : 0)
    }
    return sessions.sorted { (-weight($0), $0) < (-weight($1), $1) }
  }

  /// A smallest part of `list` that, together with the background, is a contradiction.
  ///
  /// - Parameters:
  ///   - isFresh: whether the background alone may contradict.
  ///   - isProof: whether some requests are shown to contradict.
  private func quick(
    background: Set<Int>, isFresh: Bool, _ list: [Int], _ isProof: (Set<Int>) -> Bool
  ) -> [Int] {
    if list.isEmpty || (isFresh && isProof(background)) { return [] }
    if list.count == 1 { return list }
    let first = Array(list[..<(list.count / 2)])
    let second = Array(list[(list.count / 2)...])
    let fromSecond = quick(background: background.union(first), isFresh: true, second, isProof)
    let fromFirst = quick(
      background: background.union(fromSecond), isFresh: !fromSecond.isEmpty, first, isProof)
    return fromFirst + fromSecond
  }

  private func quick(background: Set<Int>, isFresh: Bool, _ list: [Int]) -> [Int] {
    quick(background: background, isFresh: isFresh, list) { isImpossible($0) }
  }

  /// The set after each of its requests has been given up in turn: a request without which it is
  /// still a contradiction is dropped; for the others a schedule must be found.
  private func checked(_ found: Set<Int>, _ count: CapacityCount?) -> Contradiction {
    var core = found
    var isSmallest = true
    for index in found.sorted(by: >) {
      switch feasibility.answer(keeping: core.subtracting([index])) {
      case .possible: break
      case .impossible: core.remove(index)
      case .undecided: isSmallest = false
      }
    }
    return Contradiction(
      core, of: feasibility.requests, isSmallest: isSmallest, count: count)
  }
}
