// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// At most so many of some sessions may be left out; no session is in two of these.
package struct LeftOutCap: Sendable {
  /// The sessions that may be left out.
  package let members: [SessionPosition]
  /// The allowance less what is left out already whatever is chosen.
  package let atMost: Int
}

/// How many sessions of each priority a full meeting may leave out (`LeastLeftOut`).
package struct LeftOutCaps: TermSet {
  /// By priority.
  package var all: [LeftOutCap] = []

  package static let sort = TermSort.leftOutCaps
  package static var list: WritableKeyPath<Terms, Self> { \.leftOutCaps }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally { .counts(LeftOutTally(all, problem)) }

  /// Nothing: others may be placed or left out.
  package func inside(_ selection: Selection) -> LeftOutCaps { LeftOutCaps() }

  /// The allowance that the held sessions leave.
  package func among(_ holding: inout Holding) -> LeftOutCaps {
    let holding = holding
    return LeftOutCaps(
      all: all.compactMap { cap in
        let members = holding.free.inside(cap.members)
        guard !members.isEmpty else { return nil }
        let placed = holding.stays(of: cap.members).count
        let out = cap.members.count - members.count - placed
        return LeftOutCap(members: members, atMost: max(0, cap.atMost - out))
      })
  }

  package func sight(in problem: PlanningProblem) -> RoomSight { .blind }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    guard !all.isEmpty else { return }
    try container.encode(
      all.map { JSON(members: $0.members, atMost: $0.atMost) }, forKey: Self.sort)
  }

  private struct JSON: Encodable {
    let members: [SessionPosition]
    let atMost: Int
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {}
}

/// How many of each cap's members are left out.
private final class LeftOutTally: CountTally {
  private let arena = Arena()
  private let atMost: Table<Int, Int>
  /// The cap that each session counts in, -1 for none.
  private let capOf: Table<SessionPosition, Int>
  private let out: Table<Int, Int>
  let empty: Score

  init(_ caps: [LeftOutCap], _ problem: PlanningProblem) {
    atMost = arena.table(caps.map(\.atMost))
    var capOf = TypedArray<SessionPosition, Int>(repeating: -1, count: problem.sessions.count)
    for (i, cap) in caps.enumerated() { for p in cap.members { capOf[p] = i } }
    self.capOf = arena.table(capOf)
    out = arena.table(caps.map(\.members.count))
    empty = Score(
      violations: caps.reduce(0) { $0 + max(0, $1.members.count - $1.atMost) }, cost: 0)
  }

  func most(fromMoving p: SessionPosition) -> Score {
    Score(violations: capOf[p] >= 0 ? 1 : 0, cost: 0)
  }

  func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score {
    let i = capOf[p]
    guard i >= 0 else { return .zero }
    let old = max(0, out[i] - atMost[i])
    out[i] -= sign
    return Score(violations: max(0, out[i] - atMost[i]) - old, cost: 0)
  }
}

// MARK: Rows

extension LeftOutCaps {
  package func addRows(to program: inout DraftProgram) {
    for (i, cap) in all.enumerated() {
      program.require("left out \(i)", cap.sum(program.out), atMost: Double(cap.atMost))
    }
  }

  package func addRows(to program: inout AggregateProgram) {
    for (i, cap) in all.enumerated() {
      program.require("left out \(i)", cap.sum(program.out), atMost: Double(cap.atMost))
    }
  }
}

extension LeftOutCap {
  fileprivate func sum(_ out: TypedArray<SessionPosition, Column?>) -> LinearExpression {
    LinearExpression(sum: members.compactMap { out[$0] })
  }
}
