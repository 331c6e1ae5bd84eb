// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Rows that count: of a theme's or kind's sessions that run at one moment, any two are a pair.
///
/// If the sessions of a theme need more time than the meeting has moments, some must clash, and
/// the relaxation cannot smear that away: the number at a moment is a sum of columns, and the pairs
/// grow faster than the number.
struct CountingRows {
  private let draft: DraftProgram
  private let clash: ClashColumns
  private let tallies: [Tally]

  private struct Tally {
    let name: String
    let pairs: Column
    let group: ClashGroups.Group
    let counting: [(session: SessionPosition, columns: [Column])]
    let lines: [(perMember: Double, perShared: Double, allowance: Double)]
  }

  init?(_ draft: DraftProgram) {
    guard let clash = draft.clash else { return nil }
    self.draft = draft
    self.clash = clash
    var tallies: [Tally] = []
    let most = draft.problem.scenario.rooms.count
    for (g, group) in clash.groups.groups.enumerated() {
      let lines = (1...max(1, min(group.members.count, most))).map { group.line(slope: $0) }
      for m in clash.moments.minutes.indices {
        let counting = group.members.map { ($0, draft.counting($0, at: m)) }
          .filter { !$0.1.isEmpty }
        guard counting.count > 1 else { continue }
        tallies.append(
          Tally(
            name: "\(group.name) at \(clash.moments.minutes[m])", pairs: clash.pairs[m][g],
            group: group, counting: counting, lines: lines))
      }
    }
    self.tallies = tallies
  }

  /// The most broken line of each group and moment.
  func broken(at point: [Double]) -> [Row] {
    tallies.compactMap { tally in
      var number = 0.0
      var both = 0.0
      for entry in tally.counting {
        let share = entry.columns.reduce(0) { $0 + point[$1.index] }
        number += share
        if tally.group.shared.contains(entry.session) { both += share }
      }
      var best: (line: Int, gain: Double)?
      for (i, line) in tally.lines.enumerated() {
        let gain = line.perMember * number - line.perShared * both - line.allowance
        if gain > point[tally.pairs.index] + 1e-6, gain > best?.gain ?? 0 { best = (i, gain) }
      }
      return best.map { row(tally, tally.lines[$0.line]) }
    }
  }

  private func row(
    _ tally: Tally, _ line: (perMember: Double, perShared: Double, allowance: Double)
  ) -> Row {
    var sum = LinearExpression(tally.pairs, times: -1)
    for entry in tally.counting {
      let factor =
        line.perMember - (tally.group.shared.contains(entry.session) ? line.perShared : 0)
      for column in entry.columns { sum.add(column, times: factor) }
    }
    return Row(tally.name, sum, upper: line.allowance)
  }
}
