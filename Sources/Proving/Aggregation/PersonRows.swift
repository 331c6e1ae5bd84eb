// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// `person-free` for blocks of time: the moments that a person's sessions meet in a block, the
/// transfer after each included, are no more than there are. Named when a point breaks them.
struct PersonRows {
  private struct Entry {
    let column: Column
    let moments: Double
  }

  /// By person and block; people who must attend the same sessions are one.
  private let loads: [(name: String, blocks: [[Entry]])]
  private let moments: [Double]

  init(_ draft: AggregateProgram) {
    let (problem, grain) = (draft.problem, draft.grain)
    let transfer = problem.scenario.meeting.transferMinutes
    var moments = Array(repeating: 0.0, count: grain.blockCount)
    for block in grain.blockOf { moments[block] += 1 }
    self.moments = moments
    let shared = problem.requiredSessions.filter { $0.sessions.count > 1 }
    var rests: [SessionPosition: [[(block: Int, moments: Int)]]] = [:]
    for p in Set(shared.flatMap(\.sessions)) {
      rests[p] = grain.columns[p].map { grain.load(problem, p, $0.starts, rest: transfer) }
    }
    var written: Set<[SessionPosition]> = []
    loads = shared.filter { written.insert($0.sessions).inserted }.map { person, sessions in
      var blocks: [[Entry]] = Array(repeating: [], count: grain.blockCount)
      for p in sessions {
        for (c, load) in (rests[p] ?? []).enumerated() {
          for (block, count) in load {
            blocks[block].append(Entry(column: draft.when[p][c], moments: Double(count)))
          }
        }
      }
      return (problem.scenario.people[person].id, blocks)
    }
  }

  /// For each person the row that a point breaks most.
  func broken(at point: [Double]) -> [Row] {
    loads.compactMap { person in
      var worst: (block: Int, excess: Double)?
      for (block, entries) in person.blocks.enumerated() where entries.count > 1 {
        let excess =
          entries.reduce(0) { $0 + point[$1.column.index] * $1.moments } - moments[block]
        if excess > max(1e-6, worst?.excess ?? 0) { worst = (block, excess) }
      }
      guard let worst else { return nil }
      var sum = LinearExpression()
      for entry in person.blocks[worst.block] { sum.add(entry.column, times: entry.moments) }
      return Row(person.name, sum, upper: moments[worst.block])
    }
  }
}
