// SPDX-License-Identifier: GPL-3.0-or-later

/// A schedule under construction that knows at once what a change costs.
///
/// Sessions are put in and taken out one by one; `score` is always that of the whole schedule. It
/// prices every sort of term the plain way, and is what the local search is held against.
public struct WorkingSchedule: ~Copyable {
  /// What is scheduled.
  public let problem: PlanningProblem
  /// Where every session stands now.
  public private(set) var assignment: Assignment
  /// Of the whole schedule as it stands.
  public private(set) var score: Score

  private var stands: Stands
  private let pairs: [any PairTally]
  private let counts: Counts

  /// With every session left out.
  public init(_ problem: PlanningProblem) {
    self.problem = problem
    assignment = Assignment(places: TypedArray(repeating: nil, count: problem.sessions.count))
    stands = Stands(problem)
    counts = Counts(problem)
    pairs = problem.terms.all.compactMap {
      if case .pairs(let pairs) = $0.tally(in: problem) { pairs } else { nil }
    }
    score = counts.empty
    for p in problem.sessions.indices { score += problem.absence(of: p) }
  }

  /// With an assignment's sessions in their places.
  public init(_ problem: PlanningProblem, _ assignment: Assignment) {
    self.init(problem)
    for (p, place) in assignment.places.enumerated() {
      if let place { put(p, at: place) }
    }
  }

  /// Puts a session in; it must be out.
  public mutating func put(_ p: SessionPosition, at place: Assignment.Place) {
    let stay = problem.places[p].stay(place)
    assignment.places[p] = place
    stands.put(p, at: stay)
    score = score - problem.absence(of: p)
    score.cost += problem.places[p].price(place.start, place.room) ?? 0
    score += dealings(of: p)
    score += counts.change(p, at: stay, by: 1)
  }

  /// Takes a session out; it must be in.
  public mutating func take(_ p: SessionPosition) {
    guard let place = assignment.places[p] else { return }
    score += counts.change(p, at: problem.places[p].stay(place), by: -1)
    score = score - dealings(of: p)
    score.cost -= problem.places[p].price(place.start, place.room) ?? 0
    score += problem.absence(of: p)
    stands.take(p)
    assignment.places[p] = nil
  }

  /// What `p` at its place has to do with the others that are placed.
  private func dealings(of p: SessionPosition) -> Score {
    pairs.reduce(.zero) { $0 + $1.dealings(of: p, among: stands) }
  }
}

extension PlanningProblem {
  /// What a session that is left out breaks and costs.
  package func absence(of p: SessionPosition) -> Score {
    if let price = unplacedCost[p] { return Score(violations: 0, cost: price) }
    return Score(violations: 1, cost: absenceCost[p])
  }
}

extension Score {
  /// Adds a price, or a violation where there is none.
  @inlinable
  package mutating func charge(_ price: Int?, times units: Int = 1) {
    if let price { cost += price * units } else { violations += units }
  }

  /// Of a price, or of a hard rule broken where there is none.
  package static func of(_ price: Int?) -> Score {
    var score = zero
    score.charge(price)
    return score
  }
}
