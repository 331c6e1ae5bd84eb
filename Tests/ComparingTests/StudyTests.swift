// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Reports
import Rules
import Testing

@testable import Comparing

@Suite("What-ifs on one scale")
struct StudyTests {
  private func pair() -> Pair {
    var pair = Pair()
    for id in ["a", "b", "c"] { pair.add(id, themes: ["x"]) }
    return pair
  }

  private func answer(_ name: String, _ pair: Pair, _ rows: String?) -> WhatIfAnswer {
    WhatIfAnswer(
      name: name, question: "What if \(name)?", state: rows == nil ? .infeasible : .optimal,
      scenario: pair.scenario, schedule: rows.map(Pair.schedule))
  }

  private func study(_ answers: [WhatIfAnswer]) -> WhatIfStudy {
    WhatIfStudy(
      pair().scenario, base: answer("base", pair(), "a 09:00 r1,b 10:00 r1,c 11:00 r1"),
      answers: answers, pricesMoves: true)
  }

  @Test("The cheapest is best and the dearest worst; what has no schedule is neither")
  func marks() {
    let study = study([
      answer("moves", pair(), "a +09:00 r1,b 10:00 r1,c 11:00 r1"),
      answer("clash", pair(), "a 09:00 r1,b 09:00 r2,c 09:00 r3"),
      answer("none", pair(), nil),
      answer("also", pair(), "a 09:00 r1,b 10:00 r1,c +11:00 r1"),
    ])
    #expect(study.rows.map(\.mark) == [.best, .worst, nil, .best])
    #expect(study.rows.map(\.cost) == [15, 42, nil, 15])
    #expect(study.rows[0].difference(from: study.base) == 15)
    #expect(study.rows[1].moveCost == 30)
  }

  @Test("One what-if alone, or equals, are neither best nor worst")
  func noMarks() {
    #expect(study([answer("one", pair(), "a 09:00 r1,b 10:00 r1,c 11:00 r1")]).rows[0].mark == nil)
  }

  @Test("A what-if that changes weights is shown at both, and its bound is not on the base's scale")
  func ownWeights() {
    var heavy = pair()
    heavy.scenario.meeting.weights[.themeClash] = 10
    var own = answer("heavy", heavy, "a 09:00 r1,b 09:00 r2,c 11:00 r1")
    own.objective = 25
    own.bound = 25
    let row = study([own]).rows[0]
    #expect(row.cost == 4 + 15)
    #expect(row.ownReview?.objective == 10 + 15)
    #expect(row.bound == nil)
    #expect(Report(study([own])).sections.contains { $0.id == "weights" })
  }

  @Test("With free moves, moves are told and cost nothing")
  func freeMoves() {
    let base = answer("base", pair(), "a 09:00 r1,b 10:00 r1,c 11:00 r1")
    let study = WhatIfStudy(
      pair().scenario, base: base,
      answers: [answer("moves", pair(), "a +09:00 r1,b 10:00 r1,c 11:00 r1")], pricesMoves: false)
    #expect(study.rows[0].cost == 0)
    #expect(study.rows[0].comparison?.count(.moved) == 1)
  }

  @Test("What the base's schedule breaks under the change is told, new sessions apart")
  func breaks() {
    var changed = pair()
    changed.scenario.rooms[0].available = []
    changed.add("new")
    let row = study([answer("lost", changed, nil)]).rows[0]
    #expect(
      row.breaks.map { "\($0.rule.rawValue) \($0.sessions)" } == [
        "room-available [\"a\"]", "room-available [\"b\"]", "room-available [\"c\"]",
      ])
  }

  @Test("Without a base's schedule what-ifs are answered and nothing is set against it")
  func noBase() {
    let study = WhatIfStudy(
      pair().scenario, base: answer("base", pair(), nil),
      answers: [answer("one", pair(), "a 09:00 r1,b 10:00 r1,c 11:00 r1")], pricesMoves: true)
    #expect(study.rows[0].cost == 0)
    #expect(study.rows[0].difference(from: study.base) == nil)
    #expect(StudyText.text(study).contains("The base has no schedule"))
  }
}
