// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// What the sessions that count at one moment cost by overlapping.
package struct ClashColumns: Sendable {
  /// The moments at which sessions count.
  package let moments: TimePoints
  /// Whose pairs are counted.
  package let groups: ClashGroups
  /// By moment, what overlaps cost, as far as rows have lifted it.
  package var cost: [Column] = []
  /// By moment and group, the pairs that counting alone finds.
  package var pairs: [[Column]] = []
}

extension DraftProgram {
  /// What overlaps cost at each moment, added up to no more than all overlaps cost.
  ///
  /// `CountingRows` and `PatternRows` lift these columns. Where the pairs have columns, a total
  /// hands that on to them; else these carry the cost.
  mutating func addClashColumns(carryCost: Bool) {
    guard carryCost ? problem.overlapCost.values.contains(where: { $0 > 0 }) : !overlap.isEmpty
    else {
      return
    }
    let problem = problem
    let moments = TimePoints(problem)
    var clash = ClashColumns(moments: moments, groups: ClashGroups(problem))
    let everyone = Array(problem.sessions.indices)
    var total = LinearExpression()
    for (pair, column) in overlap {
      total.add(column, times: Double(problem.overlapCost[pair.p, pair.q]))
    }
    for (m, minute) in moments.minutes.enumerated() {
      let cost = column(
        "clashes at \(minute)", of: .shared(everyone), upper: .infinity,
        isWhole: false, cost: carryCost ? 1 : 0
      ) {
        Double(problem.clashCost(at: m, moments, in: $0))
      }
      total.add(cost, times: -1)
      var counted = LinearExpression(cost)
      var pairs: [Column] = []
      for group in clash.groups.groups {
        let found = column(
          "\(group.name) at \(minute)", of: .only([]), upper: .infinity, isWhole: false
        ) { group.pairs(at: m, moments, in: $0) }
        counted.add(found, times: -Double(group.price))
        pairs.append(found)
      }
      require("clashes counted at \(minute)", counted, atLeast: 0)
      clash.cost.append(cost)
      clash.pairs.append(pairs)
    }
    if !carryCost { require("clashes of all moments", total, atLeast: 0) }
    self.clash = clash
  }

  /// The columns by which a session counts at a moment.
  package func counting(_ p: SessionPosition, at moment: Int) -> [Column] {
    time[p].indices.filter { clash?.moments.momentOf[p][$0] == moment }.map { time[p][$0] }
  }
}

extension PlanningProblem {
  /// What the sessions that count at a moment cost by overlapping each other.
  func clashCost(at moment: Int, _ moments: TimePoints, in assignment: Assignment) -> Int {
    let here = sessions.indices.filter { moments.counts($0, at: moment, in: assignment) }
    var sum = 0
    for (i, p) in here.enumerated() { for q in here[(i + 1)...] { sum += overlapCost[p, q] } }
    return sum
  }
}

extension TimePoints {
  /// Whether a session is placed and counts at a moment.
  package func counts(_ p: SessionPosition, at moment: Int, in assignment: Assignment) -> Bool {
    assignment.places[p].map { momentOf[p][$0.start] == moment } ?? false
  }
}

extension ClashGroups.Group {
  /// The pairs at a moment that the highest of all lines finds.
  package func pairs(at moment: Int, _ moments: TimePoints, in assignment: Assignment) -> Double {
    let here = members.filter { moments.counts($0, at: moment, in: assignment) }
    let both = here.count { shared.contains($0) }
    return (1...max(1, members.count)).reduce(0) { most, slope in
      let line = line(slope: slope)
      return max(
        most,
        line.perMember * Double(here.count) - line.perShared * Double(both) - line.allowance)
    }
  }
}
