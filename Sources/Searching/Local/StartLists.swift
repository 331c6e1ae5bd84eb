// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The starts of all sessions, lists that are the same kept once, and which of them get in each
/// other's way.
final class StartLists {
  /// The list of each session.
  let listOf: TypedArray<SessionPosition, Int>
  let lists: [[Int]]
  /// Cells of the meeting's grid: days one after the other.
  private let cellsPerDay: Int
  /// Of all days.
  let cellCount: Int
  private let grain: Int
  /// Position in a list by cell, -1 where nothing starts then; list after list.
  private let positions: Table<Int, Int32>
  /// Where each session's list begins in `positions`.
  private let firstPosition: Table<SessionPosition, Int>
  private let firstMinute: Table<Int, Int>

  init(_ problem: PlanningProblem, in arena: Arena) {
    var known: [[Int]: Int] = [:]
    var lists: [[Int]] = []
    var listOf: TypedArray<SessionPosition, Int> = []
    for table in problem.places {
      let starts = Array(table.starts)
      if let list = known[starts] {
        listOf.append(list)
      } else {
        known[starts] = lists.count
        listOf.append(lists.count)
        lists.append(starts)
      }
    }
    self.lists = lists
    self.listOf = listOf
    let meeting = problem.scenario.meeting
    grain = max(1, meeting.gridMinutes)
    cellsPerDay = (1440 + grain - 1) / grain
    let dayStarts = meeting.days.map { $0.date.dayNumber * 1440 }
    let cells = cellsPerDay * dayStarts.count
    cellCount = cells
    var positions = Array(repeating: Int32(-1), count: cells * lists.count)
    for (list, starts) in lists.enumerated() {
      for (position, minute) in starts.enumerated() {
        guard let day = dayStarts.lastIndex(where: { $0 <= minute }) else { continue }
        positions[list * cells + day * cellsPerDay + (minute - dayStarts[day]) / grain] =
          Int32(position)
      }
    }
    self.positions = arena.table(positions)
    firstPosition = arena.table(listOf.mapped { $0 * cells })
    firstMinute = arena.table(dayStarts)
  }

  /// The cell of the meeting's grid in which a minute of a meeting day lies.
  func cell(of minute: Int, day: Int) -> Int {
    day * cellsPerDay + (minute - firstMinute[day]) / grain
  }

  /// Minutes between the same hours of two meeting days.
  @inline(__always)
  func minutes(from day: Int, to other: Int) -> Int { firstMinute[other] - firstMinute[day] }

  /// Which of its starts lies in a cell for a session, or none.
  @inline(__always)
  func position(of session: SessionPosition, inCell cell: Int) -> StartOption {
    StartOption(Int(positions[firstPosition[session] + cell]))
  }

  /// Which of its starts a session has at a minute of a meeting day, or none.
  @inline(__always)
  func position(of session: SessionPosition, at minute: Int, day: Int) -> StartOption {
    let offset = minute - firstMinute[day]
    guard offset >= 0, offset < 1440 else { return .none }
    let (cell, rest) = offset.quotientAndRemainder(dividingBy: grain)
    guard rest == 0 else { return .none }
    return position(of: session, inCell: day * cellsPerDay + cell)
  }

  /// For each start of one list, those of another at which a session would lie closer than `gap`
  /// minutes.
  func conflicts(
    of list: Int, minutes: Int, with other: Int, minutes otherMinutes: Int, gap: Int
  ) -> [(first: Int32, end: Int32)] {
    lists[list].map { start in
      let first = lists[other].firstIndex(above: start - otherMinutes - gap)
      let end = lists[other].firstIndex(above: start + minutes + gap - 1)
      return (Int32(first), Int32(max(first, end)))
    }
  }
}
