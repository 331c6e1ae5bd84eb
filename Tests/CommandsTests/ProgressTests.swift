// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Planning
import Testing

@testable import Commands

private let placing = DraftNews(phase: .begun, incumbent: nil, bound: 0)
private let improving = DraftNews(phase: .localSearch, incumbent: 20, bound: 15)

@Test func aSearchIsSaidInWordsThatAnOfficerKnows() {
  #expect(ProgressLine.words(placing) == "placing: no schedule yet")
  let bounded = DraftNews(phase: .begun, incumbent: nil, bound: 7)
  #expect(ProgressLine.words(bounded) == "placing: no schedule yet, none can cost less than 7")
  #expect(ProgressLine.words(improving) == "improving: best 20, bound 15, gap 25.0 %")
  let proving = DraftNews(phase: .branchAndCut, incumbent: 20, bound: 20)
  #expect(ProgressLine.words(proving) == "proving: best 20, bound 20, gap 0.0 %")
  #expect(ProgressLine.stopped("x", true) == "stopped by you, ending: x")
  #expect(ProgressLine.time(59.9) == "59 s" && ProgressLine.time(185) == "3 min 05 s")
}

@Test func aFileGetsALineForEachNews() throws {
  let desk = try Desk()
  let line = ProgressLine(in: desk.world)
  line.show(improving)
  line.show(improving)
  line.tick()
  #expect(desk.console.notes == "improving: best 20, bound 15, gap 25.0 %, 0 s\n")
  line.clear()
  line.show(placing)
  // After its end it is silent.
  #expect(desk.console.notes.split(separator: "\n").count == 1)
}

@Test func aTerminalGetsOneLineDrawnOverItself() throws {
  let desk = try Desk(console: RecordedConsole(width: 30, isTerminal: true))
  let line = ProgressLine(in: desk.world)
  line.show(improving)
  line.clear()
  line.clear()
  #expect(desk.console.notes.hasPrefix("\r\u{1B}[Kimproving: best 20, bound 15,"))
  #expect(desk.console.notes.hasSuffix("\r\u{1B}[K"))
  #expect(!desk.console.notes.contains("\n"))
}

@Test func programsGetAnObjectForEachStep() throws {
  let desk = try Desk(console: RecordedConsole(isTerminal: true))
  let line = ProgressLine(in: desk.world, isJSON: true)
  line.show(placing)
  line.show("words for people")
  line.show(improving)
  line.tick()
  line.clear()
  let steps = try desk.console.notes.split(separator: "\n").map { try facts(String($0)) }
  #expect(steps.count == 2)
  #expect(steps[0]["incumbent"] is NSNull && steps[0]["bound"] as? Int == 0)
  #expect(steps[1]["incumbent"] as? Int == 20 && steps[1]["gap"] as? Double == 0.25)
}

@Test func aRunThatTheUserEndsSaysSoOnce() throws {
  let desk = try Desk()
  desk.world.signals = GivenSignals(endedBy: SIGINT)
  let line = ProgressLine(in: desk.world)
  line.show(improving)
  line.clear()
  line.clear()
  #expect(
    desk.console.notes
      == "stopped by you, ending: improving: best 20, bound 15, gap 25.0 %, 0 s\n"
      + "stopped by you after 0 s\n")
}

@Test func wordsAreDueWhenTheyAreNewAndNowAndThen() {
  var pace = ProgressPace()
  let due = [
    pace.isDue("a", atLeastEvery: 100, onNews: 0), pace.isDue("a", atLeastEvery: 100, onNews: 0),
    pace.isDue("b", atLeastEvery: 100, onNews: 0), pace.isDue("c", atLeastEvery: 0, onNews: 100),
    pace.isDue("b", atLeastEvery: 0, onNews: 100),
  ]
  #expect(due == [true, false, true, false, true])
}

@Test func runsSideBySideAreDrawnAsABarWithALineForEach() throws {
  let desk = try Desk(console: RecordedConsole(width: 60, isTerminal: true))
  let runs = RunsProgress(total: 12, in: desk.world)
  for number in 1...10 { runs.begin("run-\(number)") }
  runs.news("run-1", improving)
  runs.draw()
  let lines = desk.console.notes.split(separator: "\n").map(String.init)
  #expect(lines[0] == "\r\u{1B}[K[#...................] 0 of 12")
  #expect(lines[1].hasPrefix("run-1: improving: best 20"))
  #expect(lines[2] == "run-2: reading the tables, 0 s")
  #expect(lines.count == 10 && lines[9] == "and 2 more")
  runs.end("run-1", "optimal 20")
  #expect(desk.console.notes.contains("\u{1B}[9A\u{1B}[J"))
  #expect(desk.console.notes.hasSuffix("run-1: optimal 20, 0.0 s (1 of 12)\n"))
}

@Test func runsWithoutATerminalAreToldLineByLine() throws {
  let desk = try Desk()
  let runs = RunsProgress(total: 1, in: desk.world)
  runs.begin("a")
  runs.draw()
  runs.news("a", improving)
  runs.draw()
  runs.draw()
  runs.end("a", "feasible 20, bound 15")
  runs.clear()
  #expect(
    desk.console.notes.split(separator: "\n").map(String.init) == [
      "a: begins", "a: improving: best 20, bound 15, gap 25.0 %, 0 s",
      "a: feasible 20, bound 15, 0.0 s (1 of 1)",
    ])
}
