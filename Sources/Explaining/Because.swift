// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems
import Texts

/// One step of the chain from what the tables ask to the contradiction: facts with their places, and
/// what follows for a session from the facts above it.
public struct Because: Sendable {
  /// What a step says.
  public enum Fact: Sendable {
    /// What a table asks.
    case asked(Request)
    /// Several sessions that must be placed, as one step if they are many.
    case sessions([Request])
    /// By the steps above these are all the starts that a session can have.
    case onlyStarts(session: String, [WallTime])
    /// By the steps above a session has no place at all.
    case nowhere(session: String)
    /// By the steps above it can be in only one room.
    case onlyRoom(session: String, String)
    /// The end of the chain.
    case noSchedule(sessions: Int)
  }

  /// What the step says.
  public let fact: Fact
  /// What giving up this request alone does to the whole meeting; `nil` for what follows.
  public let givenUp: GivenUp?

  /// The rows and cells that it rests on.
  public var sources: [Request] {
    switch fact {
    case .asked(let request): [request]
    case .sessions(let requests): requests
    default: []
    }
  }

  /// The step as a sentence.
  public var words: String {
    switch fact {
    case .asked(let request): return request.sentence
    case .sessions(let requests):
      return "\(Count.of(requests.count, "session")) must be placed: "
        + requests.map(\.subject).joined(separator: ", ") + "."
    case .onlyStarts(let session, let starts):
      let list = starts.map { "\($0)" }
      return "So \(session) can begin only on \(list.joined(separator: " or "))."
    case .nowhere(let session): return "So there is no place at all for \(session)."
    case .onlyRoom(let session, let room): return "So \(session) can be only in \(room)."
    case .noSchedule(let count):
      return count == 1
        ? "So it cannot be placed." : "So the \(count) sessions cannot all be placed: proven."
    }
  }
}

extension Contradiction {
  /// The facts, in an order in which each follows from those above: first the house and its people,
  /// then each session with what is asked of it, then what ties them together.
  func steps(_ scenario: Scenario, demands: Scenario, _ problem: PlanningProblem) -> [Because] {
    var steps: [Because] = []
    let asked = zip(requests, givenUp).map { (request: $0, alone: $1) }
    func add(_ isWanted: (Request.Demand) -> Bool) {
      for (request, alone) in asked where isWanted(request.demand) {
        steps.append(Because(fact: .asked(request), givenUp: alone))
      }
    }
    add { Self.isOfTheHouse($0, scenario) }
    let sessions = asked.compactMap { ask -> Int? in
      if case .session(let session) = ask.request.demand { session } else { nil }
    }
    let isLong = sessions.count > ContradictionSearch.mostCounted / 2
    if isLong {
      let all = asked.filter { if case .session = $0.request.demand { true } else { false } }
      let states = Set(all.map(\.alone))
      steps.append(
        Because(
          fact: .sessions(all.map(\.request)),
          // One state for all of them, or none.
          givenUp: states.count == 1 ? states.first : nil))
    }
    for session in sessions {
      let before = steps.count
      add { demand in
        if case .session(let own) = demand { return own == session && !isLong }
        return Self.session(of: demand, scenario) == session
      }
      let isAboutMore = steps.count > before + (isLong ? 0 : 1)
      if let fact = Self.left(to: session, scenario, demands, problem), isAboutMore || !isLong {
        steps.append(Because(fact: fact, givenUp: nil))
      }
    }
    add { demand in
      if case .session = demand { return false }
      return !Self.isOfTheHouse(demand, scenario)
        && !(Self.session(of: demand, scenario).map(sessions.contains) ?? false)
    }
    steps.append(Because(fact: .noSchedule(sessions: sessions.count), givenUp: nil))
    return steps
  }

  /// What holds for all sessions, or says who belongs to an activity's sessions.
  private static func isOfTheHouse(_ demand: Request.Demand, _ scenario: Scenario) -> Bool {
    switch demand {
    case .open, .starts, .roomWindow, .personWindow, .brought: return true
    case .role(let index):
      if case .activity = scenario.roles[index].subject { return true }
      return false
    default: return false
    }
  }

  /// The one session that a request is about.
  private static func session(of demand: Request.Demand, _ scenario: Scenario) -> Int? {
    switch demand {
    case .session(let s), .pinnedDay(let s), .pinnedStart(let s), .pinnedRoom(let s),
      .allowed(let s), .exclusive(let s), .needs(let s), .audience(let s):
      return s
    case .role(let index):
      if case .session(let s) = scenario.roles[index].subject { return s }
      return nil
    default: return nil
    }
  }

  /// The places that the contradiction's requests alone leave a session, if they are few.
  private static func left(
    to session: Int, _ scenario: Scenario, _ demands: Scenario, _ problem: PlanningProblem
  ) -> Because.Fact? {
    let id = scenario.sessions[session].id
    guard let index = demands.sessions.firstIndex(where: { $0.id == id }) else { return nil }
    let (starts, rooms) = problem.startsAndRooms(of: index)
    if starts.isEmpty { return .nowhere(session: id) }
    if starts.count <= mostStarts {
      return .onlyStarts(session: id, starts.map { WallTime(minutes: $0) })
    }
    if rooms.count == 1, demands.rooms.count > 1, let room = rooms.first {
      return .onlyRoom(session: id, demands.rooms[room].id)
    }
    return nil
  }

  /// With more starts left, a step would say little.
  private static let mostStarts = 3
}
