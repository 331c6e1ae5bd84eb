// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension CountLimits {
  /// One column for the excess of a moment (the largest counts) or of the meeting, one for each day
  /// of a limit per day.
  package func addRows(to program: inout DraftProgram) {
    for limit in all {
      switch limit.scope {
      case .moment: limit.addMomentRows(to: &program)
      case .day: limit.addDayRows(to: &program)
      case .meeting: limit.addMeetingRow(to: &program)
      }
    }
  }

  /// As far as a block or the meeting shows it.
  package func addRows(to program: inout AggregateProgram) {
    var usable = ClassTimes(program)
    for limit in all {
      switch (limit.scope, limit.rooms) {
      case (.moment, nil):
        program.addBlockRows(
          limit.name, rest: 0, limit.members.map { ($0, 1) }, less: limit.excess(in: &program)
        ) { $0 * limit.atMost }
      case (.moment, _?): limit.addTimeRow(to: &program, &usable)
      case (.day, nil):
        program.addDayRows(limit.name, limit.members, atMost: limit.atMost, price: limit.price)
      case (.meeting, _), (.day, _): limit.addPlacesRow(to: &program)
      }
    }
  }
}

// MARK: Exact

extension CountLimit {
  fileprivate var name: String { "limit \(id)" }

  fileprivate func addMomentRows(to program: inout DraftProgram) {
    let excess = excessColumn(name, in: &program) { problem, assignment in
      (problem.moments(in: assignment, of: members) + held.map(\.start))
        .map { problem.count(of: self, in: assignment, at: $0) }.max() ?? 0
    }
    for moment in Set(program.moments(of: members) + held.map(\.start)).sorted() {
      var running = LinearExpression()
      running.constant = Double(held.count { $0.runs(at: moment) })
      for p in members {
        for s in program.runningStarts(p, at: moment) { running.add(presence(p, s, program)) }
      }
      addRow("\(name) at \(moment)", running, excess, to: &program)
    }
  }

  fileprivate func addDayRows(to program: inout DraftProgram) {
    let problem = program.problem
    for (day, date) in problem.scenario.meeting.days.map(\.date).enumerated() {
      let excess = excessColumn("\(name) on \(date)", in: &program) { problem, assignment in
        problem.count(of: self, in: assignment, on: day)
      }
      var here = LinearExpression()
      here.constant = Double(held.count { $0.day == day })
      for p in members {
        for s in program.time[p].indices where problem.places[p].days[s] == day {
          here.add(presence(p, s, program))
        }
      }
      addRow("\(name) on \(date)", here, excess, to: &program)
    }
  }

  fileprivate func addMeetingRow(to program: inout DraftProgram) {
    let excess = excessColumn(name, in: &program) { problem, assignment in
      problem.scenario.meeting.days.indices.reduce(0) {
        $0 + problem.count(of: self, in: assignment, on: $1)
      }
    }
    var here = LinearExpression()
    here.constant = Double(held.count)
    for p in members {
      for s in program.time[p].indices { here.add(presence(p, s, program)) }
    }
    addRow(name, here, excess, to: &program)
  }

  /// The columns by which a session at a start counts.
  private func presence(_ p: SessionPosition, _ s: StartOption, _ program: DraftProgram)
    -> LinearExpression
  {
    guard rooms != nil else { return LinearExpression(program.time[p][s]) }
    return LinearExpression(
      sum: program.place[p][s].filter { counts(program.classes.anyRoom(of: $0.roomClass)) }
        .map(\.column))
  }

  private func excessColumn(
    _ name: String, in program: inout DraftProgram,
    count: @escaping (PlanningProblem, Assignment) -> Int
  ) -> Column? {
    guard let price else { return nil }
    let problem = program.problem
    return program.column(
      "\(name) exceeded", of: .shared(members), upper: Double(members.count + held.count),
      cost: price
    ) { Double(max(0, count(problem, $0) - atMost)) }
  }

  private func addRow(
    _ name: String, _ expression: LinearExpression, _ excess: Column?,
    to program: inout DraftProgram
  ) {
    guard !expression.isEmpty || expression.constant > Double(atMost) else { return }
    var row = expression
    if let excess { row.add(excess, times: -1) }
    program.require(name, row, atMost: Double(atMost))
  }
}

extension PlanningProblem {
  /// The starts of the placed among some sessions.
  fileprivate func moments(in assignment: Assignment, of sessions: [SessionPosition]) -> [Int] {
    sessions.compactMap { start($0, in: assignment) }
  }

  fileprivate func count(
    of limit: CountLimit, in assignment: Assignment, at moment: Int
  ) -> Int {
    limit.held.count { $0.runs(at: moment) }
      + limit.members.count { p in
        guard let start = start(p, in: assignment), let room = room(p, in: assignment) else {
          return false
        }
        return start <= moment && moment < start + minutes[p] && limit.counts(room)
      }
  }

  fileprivate func count(of limit: CountLimit, in assignment: Assignment, on day: Int) -> Int {
    limit.held.count { $0.day == day }
      + limit.members.count { p in
        guard let place = assignment.places[p], let room = room(p, in: assignment) else {
          return false
        }
        return places[p].days[place.start] == day && limit.counts(room)
      }
  }
}

// MARK: Aggregate

extension CountLimit {
  fileprivate func excess(in program: inout AggregateProgram) -> Column? {
    guard let price else { return nil }
    return program.program.addColumn(
      name, upper: .infinity, isWhole: false, cost: Double(price))
  }

  /// Moments that members spend in the rooms that count, against all moments.
  fileprivate func addTimeRow(to program: inout AggregateProgram, _ usable: inout ClassTimes) {
    var row = LinearExpression()
    for p in members {
      for (k, column) in program.inClass[p] where counts(program.classes.anyRoom(of: k)) {
        row.add(column, times: Double(usable.load(p, k, resting: false)))
      }
    }
    let moments = program.grain.samples.minutes.count
    if row.isEmpty { return }
    if let excess = excess(in: &program) { row.add(excess, times: -Double(moments)) }
    program.require(name, row, atMost: Double(moments * atMost))
  }

  /// Members in rooms that count, at the whole meeting.
  fileprivate func addPlacesRow(to program: inout AggregateProgram) {
    let times = scope == .day ? program.problem.scenario.meeting.days.count : 1
    var row = LinearExpression()
    for p in members {
      for (k, column) in program.inClass[p] where counts(program.classes.anyRoom(of: k)) {
        row.add(column)
      }
    }
    if row.isEmpty { return }
    if let excess = excess(in: &program) { row.add(excess, times: -1) }
    program.require(name, row, atMost: Double(times * atMost))
  }
}
