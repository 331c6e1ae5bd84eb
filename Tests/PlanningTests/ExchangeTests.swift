// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Exchanges in which rooms turn")
struct ExchangeTests {
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
    let rotation = RoomRotation(board: board)
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
        var prices = [board.price(p, option, room)].compactMap(\.self)
        for s in beside where s != p && s != q {
          let stand = schedule.stand(of: s)
          guard board.isExchangeable(s, q),
            let own = board.price(p, option, stand.room.position),
            let other = board.price(s, schedule.start(of: s), room)
          else { continue }
          prices.append(own + other - stand.price)
        }
        judged()
        let way = rotation.cheapest(
          for: p, at: board.position(of: option, of: p), leftBy: q, room, in: schedule)
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
    let candidates = CandidateList(board, violationPrice: 100)
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
            let direct = schedule.exchange(p, q).map { schedule.changeInTime($0) }
            #expect(direct.map { $0.violations * 100 + $0.cost > most } ?? true)
            continue
          }
          let change = schedule.changeInTime(steps)
          #expect(change.violations * 100 + change.cost <= most)
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
}
