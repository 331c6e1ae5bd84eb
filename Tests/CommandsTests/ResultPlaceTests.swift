// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Files
import Foundation
import Meetings
import Results
import Testing

@testable import Commands

private struct Refused: Error {}

@Test func theNextBestPlaceIsTheFirstThatCanBeWritten() throws {
  let desk = try Desk()
  try desk.write("", to: "out-2/there")
  var tried: [String] = []
  let place = NextBestPlace.write(insteadOf: desk.path("out/"), named: "x") { folder in
    tried.append(folder)
    return folder
  }
  #expect(place == desk.path("out-3") && tried == [desk.path("out-3")])
}

@Test func aPlaceThatTakesNothingIsRemoved() throws {
  let desk = try Desk()
  var tried: [String] = []
  let place = NextBestPlace.write(insteadOf: desk.path("out"), named: "test-\(UUID())") { folder in
    tried.append(folder)
    if tried.count < 3 { throw Refused() }
    return folder
  }
  #expect(tried.count == 3 && tried[0] == desk.path("out-2"))
  #expect(!desk.has("out-2"))
  #expect(!FileManager.default.fileExists(atPath: tried[1]))
  let last = try #require(place)
  #expect(FileManager.default.fileExists(atPath: last))
  try FileManager.default.removeItem(atPath: last)
}

@Test func whatIsThereIsLookedAfterBeforeTheWork() throws {
  let desk = try Desk()
  try desk.write("mine", to: "out/a.csv")
  let folder = ResultFolder(desk.path("out"), set: "test", isForced: false)
  #expect(failure { try WritePlace.check(folder, ["b.csv"]) } == "")
  #expect(failure { try WritePlace.check(folder, ["a.csv"]) }.contains("a.csv"))
  let file = ResultFolder(desk.path("out/a.csv"), set: "test", isForced: false)
  #expect(!failure { try WritePlace.check(file, ["b.csv"]) }.isEmpty)
}

@Test func pagesThatCannotBeWrittenAreSaidAllTheSame() throws {
  let desk = try Desk()
  try desk.write("mine", to: "out/a.html")
  let folder = ResultFolder(desk.path("out"), set: "test", isForced: false)
  let answer = PagesAnswer(
    pages: [("a.html", "<p>")], data: ("a.json", ["n": 1]), into: folder, in: desk.world,
    status: .yes
  ) { "words for \($0)" }
  #expect(answer.status == .unusable && answer.failure != nil && answer.notes.isEmpty)
  #expect(answer.text(width: 7) == "words for 7")
  #expect(try facts(answer.json())["n"] as? Int == 1)
  let forced = PagesAnswer(
    pages: [("a.html", "<p>")], data: ("a.json", ["n": 1]),
    into: ResultFolder(desk.path("out"), set: "test", isForced: true), in: desk.world,
    status: .no
  ) { _ in "" }
  #expect(forced.status == .no && forced.written?.count == 2)
  #expect(desk.text("out/a.before-1.html") == "mine" && desk.text("out/a.html") == "<p>")
  // The digests of the pages are in the data.
  let files = try facts(desk.text("out/a.json"))["files"] as? [String: String]
  #expect(files?.keys.sorted() == ["a.html"])
}

@Test func temporaryFoldersAreNobodyElsesAndGo() throws {
  let folders = TemporaryFolders()
  let (one, two) = (try folders.make(), try folders.make())
  #expect(one != two)
  let attributes = try FileManager.default.attributesOfItem(atPath: one.path())
  #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
  folders.remove()
  #expect(![one, two].contains { FileManager.default.fileExists(atPath: $0.path()) })
}

// MARK: the base of what-ifs

private func base(_ desk: Desk) throws -> WhatIfBase {
  let loaded = Loading(Repository.small)
  let scenario = try #require(loaded.scenario)
  let place = HistoryPlace(path: desk.world.results(of: "small"), zone: scenario.meeting.zone.zone)
  return BaseSearch(scenario, digest: loaded.digest, in: place, desk.world).best
}

@Test func withoutADraftABaseHasToBeMade() throws {
  let found = try base(Desk())
  #expect(found.origin == .made(.noDraft) && found.schedule == nil)
}

@Test func theDraftOfTheseTablesIsTheBaseWithItsBound() throws {
  let desk = try Desk()
  #expect(desk.run("draft", Repository.small) == .yes)
  let found = try base(desk)
  #expect(found.bound == 9 && found.schedule != nil)
  guard case .draft(let draft) = found.origin else {
    Issue.record("no draft")
    return
  }
  #expect(draft.number == 1 && draft.isOfTheseTables && !draft.isEdited)
  #expect(draft.day == CalendarDate("2025-06-15"))
}

@Test func anEditedDraftThatBreaksRulesGivesWayToTheHistory() throws {
  let desk = try Desk()
  #expect(desk.run("draft", Repository.small) == .yes)
  let text = desk.text("results/small/schedule.csv")
  try desk.write(
    text.replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,fjord"),
    to: "results/small/schedule.csv")
  guard case .draft(let draft) = try base(desk).origin else {
    Issue.record("no draft")
    return
  }
  #expect(draft.number == 1 && !draft.isEdited)
  // Without a history nothing fits.
  let alone = try Desk()
  try alone.write(desk.text("results/small/schedule.csv"), to: "results/small/schedule.csv")
  let found = try base(alone)
  guard case .made(.noneFits(let broken)) = found.origin else {
    Issue.record("a base that breaks rules")
    return
  }
  #expect(broken.map { $0 > 0 } == true && found.bound == nil)
}

// MARK: words of the history

@Test func eachDraftIsToldByWhatIsKnownOfIt() {
  typealias Entry = DraftHistory.Entry
  let entries = [
    Entry(number: 1, instant: 0, origin: .found, command: "", status: "unknown"),
    Entry(
      number: 2, instant: 60, origin: .drafted, command: "programme draft s", status: "feasible",
      objective: 20, bound: 15, seed: 3),
    Entry(
      number: 3, instant: 120, origin: .edited, command: "", status: "infeasible", objective: 9,
      bound: 9),
    Entry(number: 4, instant: 180, origin: .edited, command: "", status: "unknown"),
  ]
  let place = HistoryPlace(path: "f")
  #expect(
    HistoryText.list(entries, .draft(2), in: place) == """
      Drafts of f, the newest first (* is in the folder; times of UTC):

        4    1970-01-01 00:03  
             put into the folder by hand
        3    1970-01-01 00:02  cost 9, bound 9, proven, partial
             edited by hand; cost and bound are those of the draft before the edit
      * 2    1970-01-01 00:01  cost 20, bound 15, gap 25.0 %, seed 3
             programme draft s
        1    1970-01-01 00:00  
             was in the folder before its history began

      'programme restore SCENARIO N' puts one back,
      'programme compare N M --scenario SCENARIO' compares two.

      """)
  #expect(
    HistoryText.list([], .unkept, in: place).hasPrefix("There is a draft in f but no history"))
  #expect(
    HistoryText.restored(2, kept: 2, in: "f") == "Draft 2 is back in f.\n")
}
