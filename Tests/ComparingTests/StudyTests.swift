// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Reports
import Rules
import Tables
import Testing
import Texts

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
      from: .made(.asked),
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
      pair().scenario, base: base, from: .made(.asked),
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
      pair().scenario, base: answer("base", pair(), nil), from: .made(.noDraft),
      answers: [answer("one", pair(), "a 09:00 r1,b 10:00 r1,c 11:00 r1")], pricesMoves: true)
    #expect(study.rows[0].cost == 0)
    #expect(study.rows[0].difference(from: study.base) == nil)
    #expect(StudyText.text(study).contains("The base has no schedule"))
  }

  @Test("A draft that serves as base says which it is, and what of it is not as it was drafted")
  func origin() {
    var draft = BaseDraft(
      number: 3, day: CalendarDate("2026-11-05"), folder: "Output/x", isOfTheseTables: true,
      isEdited: false)
    func words(_ origin: BaseOrigin, bound: Int?) -> [String] {
      var base = answer("base", pair(), "a 09:00 r1,b 09:00 r2,c 11:00 r1")
      base.bound = bound
      let study = WhatIfStudy(
        pair().scenario, base: base, from: origin, answers: [], pricesMoves: true)
      return StudyWords.base(study)
    }
    #expect(words(.draft(draft), bound: 4) == ["Base: draft 3 of 5 Nov 2026, cost 4, proven."])
    #expect(
      words(.draft(draft), bound: 3) == [
        "Base: draft 3 of 5 Nov 2026, cost 4, not proven the best."
      ])
    draft.number = nil
    draft.isOfTheseTables = false
    draft.isEdited = true
    #expect(
      words(.draft(draft), bound: nil) == [
        "Base: the draft in Output/x, cost 4.",
        "Its schedule has been edited by hand since it was drafted.",
        "It was not drafted from the tables as they are now.",
        "It keeps every hard rule of these tables.",
      ])
    #expect(
      words(.made(.noneFits(broken: 1)), bound: 4) == [
        "Base: no draft that fits these tables; one was made first, cost 4, proven.",
        "The draft in the folder breaks hard rules of these tables in 1 place.",
      ])
  }

  @Test("On a narrow terminal no line is wider than it, and every row of the table is told")
  func narrow() {
    let study = study([
      answer("moves", pair(), "a +09:00 r1,b 10:00 r1,c 11:00 r1"), answer("none", pair(), nil),
    ])
    for width in [60, 100] {
      // Sentences are whole lines; the terminal breaks them.
      let lines = StudyText.text(study, width: width).fitted(to: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width && !$0.hasSuffix(" ") }, "\(width)")
    }
    let narrow = StudyText.text(study, width: 60)
    #expect(narrow.contains("moves\n  answer: possible, proven best\n  cost: 15\n"))
    #expect(narrow.contains("none\n  answer: impossible, proven\n"))
  }

  @Test("What is known of all schedules from elsewhere lifts a bound, and may prove the best")
  func learning() {
    func learnt(_ state: WhatIfAnswer.State, _ objective: Int?, _ bound: Int?, _ least: Int)
      -> WhatIfAnswer
    {
      var own = answer("own", pair(), nil)
      (own.state, own.objective, own.bound) = (state, objective, bound)
      own.learn(atLeast: least)
      return own
    }
    #expect(learnt(.feasible, 20, 12, 15).bound == 15)
    #expect(learnt(.feasible, 20, 16, 15).bound == 16)
    #expect(learnt(.feasible, 20, nil, 15).state == .feasible)
    let proven = learnt(.feasible, 20, 12, 20)
    #expect(proven.bound == 20 && proven.state == .optimal)
    #expect(learnt(.unknown, nil, 3, 15).bound == 15)
    #expect(learnt(.infeasible, nil, nil, 15).bound == nil)
    #expect(learnt(.optimal, 20, 20, 15).bound == 20)
  }
}
