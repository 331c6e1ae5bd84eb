// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `limit`: one column for the excess of a moment (the largest counts) or of the meeting, one for
  /// each day of a limit per day.
  mutating func addLimitRows() {
    for limit in problem.limits {
      switch limit.scope {
      case .moment:
        let excess = excessColumn("limit \(limit.id)", limit) { problem, assignment in
          (problem.moments(in: assignment, of: limit.members) + limit.held.map(\.start))
            .map { problem.count(of: limit, in: assignment, at: $0) }.max() ?? 0
        }
        for moment in Set(moments(of: limit.members) + limit.held.map(\.start)).sorted() {
          var running = LinearExpression()
          running.constant = Double(limit.held.count { $0.runs(at: moment) })
          for p in limit.members {
            for s in runningStarts(p, at: moment) { running.add(presence(limit, p, s)) }
          }
          addLimitRow("limit \(limit.id) at \(moment)", running, limit, excess)
        }
      case .day:
        for (day, date) in problem.scenario.meeting.days.map(\.date).enumerated() {
          let excess = excessColumn("limit \(limit.id) on \(date)", limit) { problem, assignment in
            problem.count(of: limit, in: assignment, on: day)
          }
          var held = LinearExpression()
          held.constant = Double(limit.held.count { $0.day == day })
          for p in limit.members {
            for s in time[p].indices where problem.places[p].days[s] == day {
              held.add(presence(limit, p, s))
            }
          }
          addLimitRow("limit \(limit.id) on \(date)", held, limit, excess)
        }
      case .meeting:
        let excess = excessColumn("limit \(limit.id)", limit) { problem, assignment in
          problem.scenario.meeting.days.indices.reduce(0) {
            $0 + problem.count(of: limit, in: assignment, on: $1)
          }
        }
        var held = LinearExpression()
        held.constant = Double(limit.held.count)
        for p in limit.members {
          for s in time[p].indices { held.add(presence(limit, p, s)) }
        }
        addLimitRow("limit \(limit.id)", held, limit, excess)
      }
    }
  }

  /// The columns by which a session at a start counts for a limit.
  private func presence(_ limit: LimitTerm, _ p: Int, _ s: Int) -> LinearExpression {
    guard let rooms = limit.rooms else { return LinearExpression(time[p][s]) }
    return LinearExpression(
      sum: place[p][s].filter { rooms.contains(classes.members[$0.roomClass][0]) }.map(\.column))
  }

  private mutating func excessColumn(
    _ name: String, _ limit: LimitTerm, count: @escaping (PlanningProblem, Assignment) -> Int
  ) -> Column? {
    guard let price = limit.price else { return nil }
    let problem = problem
    return column(
      "\(name) exceeded", of: .shared(limit.members),
      upper: Double(limit.members.count + limit.held.count),
      cost: price
    ) { Double(max(0, count(problem, $0) - limit.atMost)) }
  }

  private mutating func addLimitRow(
    _ name: String, _ expression: LinearExpression, _ limit: LimitTerm, _ excess: Column?
  ) {
    guard !expression.isEmpty || expression.constant > Double(limit.atMost) else { return }
    var row = expression
    if let excess { row.add(excess, times: -1) }
    require(name, row, atMost: Double(limit.atMost))
  }
}

extension PlanningProblem {
  /// The starts of the placed among some sessions.
  func moments(in assignment: Assignment, of sessions: [Int]) -> [Int] {
    sessions.compactMap { start($0, in: assignment) }
  }

  func count(of limit: LimitTerm, in assignment: Assignment, at moment: Int) -> Int {
    limit.held.count { $0.runs(at: moment) }
      + limit.members.count { p in
        guard let start = start(p, in: assignment), let room = room(p, in: assignment) else {
          return false
        }
        return start <= moment && moment < start + minutes[p] && limit.rooms?.contains(room) ?? true
      }
  }

  func count(of limit: LimitTerm, in assignment: Assignment, on day: Int) -> Int {
    limit.held.count { $0.day == day }
      + limit.members.count { p in
        guard let place = assignment.places[p], let room = room(p, in: assignment) else {
          return false
        }
        return places[p].days[place.start] == day && limit.rooms?.contains(room) ?? true
      }
  }
}
