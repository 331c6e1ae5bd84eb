// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Exchanges in which rooms turn")
struct ExchangeTests {
  /// Of a broken hard rule.
  private let price = 100

  /// A random problem of nine sessions, and any schedule of it.
  private func drawn(_ seed: UInt64) throws -> (PlanningProblem, PriceBoard, PricedSchedule) {
    var random = try RandomScenario(seed: seed, sessions: 9)
    let problem = random.problem
    let board = PriceBoard(problem, turnsRooms: true)
    return (problem, board, PricedSchedule(board, random.anyAssignment(problem)))
  }

  @Test(
    "The way into a moment is the cheapest of all that one more session opens",
    .judges(atLeast: 200), arguments: 0..<80)
  func cheapest(seed: UInt64) throws {
    let (_, board, schedule) = try drawn(seed)
    let rotation = RoomRotation(
      board: board, ties: RoomTies(board: board, violationPrice: price))
    for p in board.sessions where schedule.isPlaced(p) {
      for q in board.sessions where q != p && schedule.isPlaced(q) {
        let there = schedule.stand(of: q)
        let option = board.starts.position(of: p, inCell: Int(there.cell))
        guard !option.isNone, there.cell != schedule.stand(of: p).cell else { continue }
        // Of two that begin together in one room, either may be known as the one there.
        let beside = board.sessions.filter { schedule.stand(of: $0).cell == there.cell }
          .filter { schedule.isPlaced($0) }
        guard Set(beside.map { schedule.room(of: $0) }).count == beside.count else { continue }
        let room = there.room.position
        let start = board.position(of: option, of: p)
        var prices: [Int] = []
        if let own = board.price(p, option, room),
          schedule.plainlyFits(p, at: start, in: room, leftBy: q)
        {
          prices.append(own + schedule.plainTies(p, in: room, price))
        }
        for s in beside where s != p && s != q {
          let stand = schedule.stand(of: s)
          guard board.isExchangeable(s, q),
            let own = board.price(p, option, stand.room.position),
            let other = board.price(s, schedule.start(of: s), room),
            schedule.plainlyFits(p, at: start, in: stand.room.position, leftBy: s)
          else { continue }
          prices.append(
            own + other - stand.price + schedule.plainTies(p, in: stand.room.position, price)
              + schedule.plainTies(s, in: room, price)
              - schedule.plainTies(s, in: stand.room.position, price))
        }
        judged()
        let way = rotation.cheapest(for: p, at: start, leftBy: q, room, in: schedule)
        #expect(way?.price == prices.min())
      }
    }
  }

  @Test(
    "An exchange is good where its time and its places add no more than is allowed",
    .judges(atLeast: 2_000), arguments: 0..<80)
  func good(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 9)
    let problem = random.problem
    var generator = SeededGenerator(seed: seed)
    let board = PriceBoard(problem, turnsRooms: true)
    let schedule = PricedSchedule(
      board, problem.legalAssignment(&generator) ?? random.anyAssignment(problem))
    let candidates = CandidateList(board, violationPrice: price)
    for p in board.sessions where schedule.isPlaced(p) {
      for q in board.sessions where q != p && schedule.isPlaced(q) {
        // Ties between the two are seen only when the exchange is priced, and so is what two do to each
        // other that come close before and after.
        let pair = board.pair(p, q)
        let between = abs(schedule.minute(of: p) - schedule.minute(of: q))
        let longest = max(board.minutes[p], board.minutes[q])
        guard !board.areRelated[pair],
          between == 0 || between >= longest + max(0, board.requiredGap[pair])
        else { continue }
        for most in [0, 3, 40, 100, 1_000] {
          var steps: [PricedSchedule.Step] = []
          let isGood = candidates.addExchange(p, q, in: schedule, most: most, to: &steps)
          judged()
          #expect(isGood == !steps.isEmpty)
          guard isGood else {
            if let direct = schedule.exchange(p, q), !schedule.areTied(direct),
              schedule.plainlyFits(direct, p, q)
            {
              #expect(schedule.plainChange(direct, price) > most)
            }
            continue
          }
          if !schedule.areTied(steps) { #expect(schedule.plainChange(steps, price) <= most) }
          #expect(Set(steps.map(\.session)).count == steps.count)
        }
      }
    }
  }

  @Test(
    "An exchange that was good is priced, and made, as the plain schedule does",
    .judges(atLeast: 1_000), arguments: 0..<40)
  func priced(seed: UInt64) throws {
    let (problem, board, schedule) = try drawn(seed)
    var moves = Moves(board, seed: seed)
    moves.candidates = CandidateList(board, violationPrice: 100)
    guard !moves.isEmpty else { return }
    for _ in 0..<400 where moves.drawGood(for: schedule, allowed: 1e9) {
      let before = schedule.score
      let change = schedule.change(moves.steps) + schedule.groupChange(moves.steps)
      schedule.make(moves.steps)
      judged()
      #expect(schedule.score == before + change)
      #expect(schedule.score == WorkingSchedule(problem, schedule.assignment).score)
    }
  }
}

extension PricedSchedule {
  /// Two sessions in each other's places, if both can be there.
  fileprivate func exchange(_ p: SessionPosition, _ q: SessionPosition) -> [Step]? {
    let steps = [(p, stand(of: q)), (q, stand(of: p))].compactMap { p, stand -> Step? in
      let start = board.starts.position(of: p, inCell: Int(stand.cell))
      guard !start.isNone, board.price(p, start, stand.room.position) != nil else { return nil }
      return Step(session: p, start: start, room: stand.room.position)
    }
    return steps.count == 2 ? steps : nil
  }

  /// What ties cost a session in a room, term by term.
  fileprivate func plainTies(_ p: SessionPosition, in room: RoomPosition, _ violation: Int) -> Int {
    board.problem.terms.sameRooms.all.reduce(0) { sum, tie in
      guard tie.a == p || tie.b == p, case let q = tie.partner(of: p), isPlaced(q),
        self.room(of: q) != room
      else { return sum }
      return sum + (tie.price ?? violation)
    }
  }

  /// What steps change in time, by the prices of their places and by ties with those that stay.
  fileprivate func plainChange(_ steps: [Step], _ violation: Int) -> Int {
    let inTime = changeInTime(steps)
    return steps.reduce(inTime.violations * violation + inTime.cost) { sum, step in
      sum + plainTies(step.session, in: step.room, violation)
        - plainTies(step.session, in: room(of: step.session), violation)
    }
  }

  /// Whether any two of the steps are of sessions tied to each other's room.
  fileprivate func areTied(_ steps: [Step]) -> Bool {
    steps.contains { a in
      steps.contains { board.areTied[board.pair(a.session, $0.session)] }
    }
  }

  /// Whether a session takes up the same slots as the one that leaves, or finds nobody else there.
  fileprivate func plainlyFits(
    _ p: SessionPosition, at start: BoardStart, in room: RoomPosition,
    leftBy leaver: SessionPosition
  ) -> Bool {
    board.slotLength[p] <= board.slotLength[leaver]
      || !board.sessions.contains { q in
        q != p && q != leaver && isPlaced(q) && day(of: q) == board.dayOf[start]
          && board.gap(between: room, and: self.room(of: q)) >= 0
          && isTooClose(
            p, board.minuteOf[start], q, minute(of: q),
            board.gap(between: room, and: self.room(of: q)))
      }
  }

  fileprivate func plainlyFits(
    _ steps: [Step], _ p: SessionPosition, _ q: SessionPosition
  ) -> Bool {
    steps.allSatisfy {
      plainlyFits(
        $0.session, at: board.position(of: $0.start, of: $0.session), in: $0.room,
        leftBy: $0.session == p ? q : p)
    }
  }
}
