// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

/// A desk with a scenario in which a start is written in another form.
private func untidy(_ console: RecordedConsole = RecordedConsole()) throws -> (Desk, String) {
  let desk = try Desk(console: console)
  let scenario = try desk.scenario([
    "sessions.csv": { $0.replacing("2025-06-23,09:00,hall", with: "23.6.2025,9:00,hall") }
  ])
  return (desk, scenario)
}

private let plain = "2025-06-23,09:00,hall"

@Test func tidyShowsWhatItWouldChangeAndWritesNothing() throws {
  let (desk, scenario) = try untidy()
  let before = desk.text("scenario/sessions.csv")
  #expect(desk.run("tidy", scenario) == .no)
  #expect(desk.console.answers.contains("sessions.csv"))
  #expect(desk.console.answers.contains("9:00"))
  #expect(desk.console.answers.hasSuffix("'programme tidy \(scenario) --write' writes 1 file.\n"))
  #expect(desk.text("scenario/sessions.csv") == before)
}

@Test func tidyAsksOnATerminalAndTakesAnAnswerForOne() throws {
  for (typed, writes) in [("y", true), ("oui", true), ("n", false), ("", false)] {
    let (desk, scenario) = try untidy(RecordedConsole(typed: [typed]))
    #expect(desk.run("tidy", scenario) == (writes ? .yes : .no))
    #expect(desk.console.answers.contains("Write it? [y/N] "))
    #expect(desk.text("scenario/sessions.csv").contains(plain) == writes)
  }
}

@Test func tidyKeepsTheOldFiles() throws {
  let (desk, scenario) = try untidy()
  let before = desk.text("scenario/sessions.csv")
  #expect(desk.run("tidy", scenario, "--write", "--json") == .yes)
  let said = try facts(desk.console.answers)
  let kept = try #require(said["kept"] as? String)
  #expect(said["tidy"] as? Bool == true)
  #expect(try String(contentsOfFile: kept + "/sessions.csv", encoding: .utf8) == before)
  #expect(desk.text("scenario/sessions.csv").contains(plain))
  let again = try TidyCommand.answer(.init(scenario: scenario, isJSON: true), in: desk.world)
  #expect(again.step == .nothingToDo && again.status == .yes)
}

@Test func tidyCopiesIntoAWorkbookAndBack() throws {
  let (desk, scenario) = try untidy()
  let book = desk.path("all.xlsx")
  #expect(desk.run("tidy", scenario, "--to", book) == .yes)
  #expect(desk.run("tidy", book, "--to", desk.path("back")) == .yes)
  #expect(desk.console.answers.hasSuffix("Written to \(desk.path("back")).\n"))
  #expect(desk.text("back/sessions.csv").contains(plain))
  // A workbook that is already there belongs to somebody.
  #expect(desk.run("tidy", scenario, "--to", book) == .unusable)
  #expect(desk.console.notes.hasSuffix("; nothing was written\n"))
}

@Test func tidyRefusesWhatItCannotWrite() throws {
  let desk = try Desk()
  func said(_ words: String...) throws -> String {
    let console = RecordedConsole()
    desk.world.console = console
    #expect(Tool(world: desk.world).run(["tidy"] + words) == .unusable)
    return console.notes
  }
  #expect(try said("a.xlsx", "--write").contains("a workbook is not changed in place"))
  #expect(try said("a", "--write", "--to", "b").contains("--write writes in place and --to"))
  #expect(try said("a", "--to", "").contains("--to needs a value: a folder or FILE.xlsx"))
  #expect(try said("a", "--to", "b.ods").contains("--to 'b.ods': a workbook is written as .xlsx"))
  #expect(try !said(desk.path("nowhere")).isEmpty)
}

@Test func eachSortOfChangeIsSaidInItsWords() throws {
  let desk = try Desk()
  let scenario = try desk.scenario([
    "rooms.csv": { $0.replacing(",", with: ";").replacing("\n", with: "\r\n") },
    "people.csv": { "People of the meeting\n\n" + $0 },
    "sessions.csv": {
      $0.replacing("id,activity,title,minutes", with: "ID,Activity,title,minutes")
    },
  ])
  let answer = try TidyCommand.answer(.init(scenario: scenario), in: desk.world)
  #expect(answer.step == .notWritten && answer.status == .no)
  let said = desk.console.answers
  for words in [
    "separator: ; → ,", "line ends: CR LF → LF", "above the header: ", "2 headings, e.g. ",
  ] {
    #expect(said.contains("  \(words)"), "\(words)")
  }
  let data = try facts(answer.json())
  let files = try #require(data["files"] as? [[String: Any]])
  #expect(files.compactMap { $0["file"] as? String }.contains("rooms.csv"))
  #expect(data["tidy"] as? Bool == false)
}

@Test func everyCellIsShownWhereAllAreAskedFor() throws {
  let (few, scenario) = try untidy()
  #expect(few.run("tidy", scenario) == .no)
  let (all, other) = try untidy()
  #expect(all.run("tidy", other, "--all") == .no)
  #expect(few.console.answers.contains("column "))
  #expect(all.console.answers.contains("line 2, "))
}
