// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Scratch
import Testing
import Workbooks

@testable import Spreadsheets

/// Two rooms, two days, three sessions; each test edits the exported workbook as a person would.
@Suite("A workbook of which any sheet was edited")
struct SheetEditTests {
  private struct Missing: Error {}

  /// An exported workbook, to be edited before it is read back.
  private struct Book {
    let scenario: Scenario
    var sheets: [SheetPlan]

    init() throws {
      var (scenario, schedule) = try Samples.kyoto()
      let kept = ["HLP1", "HLP3", "OPEN"]
      scenario.sessions = scenario.sessions.filter { kept.contains($0.id) }
      (scenario.links, scenario.roles, scenario.wishes) = ([], [], [])
      (scenario.limits, scenario.waivers) = ([], [])
      schedule.rows = schedule.rows.filter { kept.contains($0.session) }
      self.scenario = scenario
      let programme = Samples.programme(schedule, scenario)
      sheets = ProgrammeWorkbook(
        ProgrammeLines(programme, waiting: WaitingSession.all(Programme(schedule, of: scenario)))
      ).sheets()
    }

    /// The sheet of a day, a list, or what went out.
    subscript(name: String) -> SheetPlan {
      get { sheets.first { $0.name == name } ?? SheetPlan(name: name) }
      set { sheets = sheets.map { $0.name == name ? newValue : $0 } }
    }

    mutating func drop(_ name: String) { sheets.removeAll { $0.name == name } }

    /// Changes what stands in the cells of a sheet.
    mutating func edit(_ name: String, _ change: (inout [Place: CellValue]) throws -> Void) throws {
      var cells: [Place: CellValue] = [:]
      for cell in self[name].cells { cells[Place(cell.row, cell.column)] = cell.value }
      for merge in self[name].merges {
        cells[Place(merge.rows.lowerBound, merge.columns.lowerBound)] = .text(merge.text)
      }
      try change(&cells)
      var plan = SheetPlan(name: name)
      for (place, value) in cells.sorted(by: { $0.key < $1.key }) {
        plan.put(value, place.row, place.column)
      }
      self[name] = plan
    }

    func read() throws -> (rows: [String: Schedule.Row], findings: [String]) {
      let scratch = ScratchFolder()
      let url = scratch.file("programme.xlsx")
      try WorkbookFile.bytes(sheets, title: "", created: 1).write(to: url)
      let (schedule, findings) = EditedSchedule.read(url, of: scenario, held: [])
      let name = url.lastPathComponent + ", sheet "
      return (
        schedule?.firstRows ?? [:],
        findings.map {
          "\($0.severity.rawValue) \($0.file.replacing(name, with: ""))!\($0.column ?? "-"): "
            + $0.sentence
        }
      )
    }
  }

  private struct Place: Hashable, Comparable {
    var row: Int
    var column: Int
    init(_ row: Int, _ column: Int) { (self.row, self.column) = (row, column) }
    static func < (a: Place, b: Place) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }

  private static let day = "Sun 8 Oct"

  /// Where a text with this word stands.
  private func place(_ word: String, _ cells: [Place: CellValue]) throws -> Place {
    let found = cells.filter {
      if case .text(let text) = $0.value { text.contains(word) } else { false }
    }
    guard let place = found.keys.min() else { throw Missing() }
    return place
  }

  private func row(_ book: Book, _ id: String) throws -> Schedule.Row {
    guard let row = try Book().read().rows[id] else { throw Missing() }
    return row
  }

  @Test("What nobody edited is read without a word, with or without the hidden copy")
  func untouched() throws {
    var book = try Book()
    let (before, findings) = try book.read()
    #expect(findings.isEmpty, "\(findings)")
    #expect(before.count == 3)
    book.drop(ExportedCopy.name)
    let (after, others) = try book.read()
    #expect(others.isEmpty, "\(others)")
    #expect(after == before)
  }

  @Test("A session moved to another cell of the grid is read back", arguments: [true, false])
  func movedInGrid(hasCopy: Bool) throws {
    var book = try Book()
    if !hasCopy { book.drop(ExportedCopy.name) }
    var clock = 0.0
    try book.edit(Self.day) { cells in
      let from = try place("HLP1", cells)
      let to = Place(from.row + 1, from.column + 1)
      if case .number(let time) = cells[Place(to.row, 0)] { clock = time }
      cells[to] = cells.removeValue(forKey: from)
    }
    let (rows, findings) = try book.read()
    #expect(findings.count == 1 && findings[0].hasPrefix("note \(Self.day)!"), "\(findings)")
    #expect(findings.first?.contains("was edited here") == true)
    #expect(rows["HLP1"]?.start?.minuteOfDay == Int((clock * 1440).rounded()))
    let before = try row(book, "HLP1")
    #expect(rows["HLP1"]?.room != before.room)
  }

  @Test("A time changed in the words of a cell is read back, and its end only where it fits")
  func timeInWords() throws {
    var book = try Book()
    try book.edit(Self.day) { cells in
      let place = try place("HLP1", cells)
      guard case .text(let text) = cells[place] else { throw Missing() }
      let lines = text.split(separator: "\n")
      let rest = lines[1].drop { $0 != "·" }
      cells[place] = .text("\(lines[0])\n07:05–07:15 \(rest)")
    }
    let (rows, findings) = try book.read()
    #expect(rows["HLP1"]?.start?.clock == "07:05")
    #expect(findings.contains { $0.hasPrefix("note") && $0.contains("07:05") }, "\(findings)")
    #expect(findings.contains { $0.hasPrefix("warning") && $0.contains("lasts") }, "\(findings)")
  }

  @Test(
    "The list and a day sheet that were both edited and differ are named, both, with their cells")
  func disagree() throws {
    var book = try Book()
    try book.edit(Self.day) { cells in
      let from = try place("HLP1", cells)
      cells[Place(from.row, from.column + 1)] = cells.removeValue(forKey: from)
    }
    try book.edit(ListSheet.name) { cells in
      let row = try place("HLP1", cells).row
      cells[Place(row, 3)] = .number(0.75)
    }
    let (_, findings) = try book.read()
    let own = findings.filter { $0.hasPrefix("error") }
    #expect(own.count == 1, "\(findings)")
    #expect(own.first?.contains("List!D") == true && own.first?.contains("\(Self.day)!") == true)
    #expect(own.first?.contains("18:00") == true)
  }

  @Test("The same edit in the list and on a day sheet is one edit")
  func agree() throws {
    var book = try Book()
    var clock = 0.0
    try book.edit(Self.day) { cells in
      let from = try place("HLP1", cells)
      let to = Place(from.row + 1, from.column)
      if case .number(let time) = cells[Place(to.row, 0)] { clock = time }
      cells[to] = cells.removeValue(forKey: from)
    }
    try book.edit(ListSheet.name) { cells in
      cells[Place(try place("HLP1", cells).row, 3)] = .number(clock)
    }
    let (rows, findings) = try book.read()
    #expect(!findings.contains { $0.hasPrefix("error") }, "\(findings)")
    #expect(rows["HLP1"]?.start?.minuteOfDay == Int((clock * 1440).rounded()))
  }

  @Test("A row edited on another list is read back; rows of one session that differ are named")
  func otherLists() throws {
    var book = try Book()
    try book.edit(RoomSheet.name) { cells in
      cells[Place(try place("HLP1", cells).row, 3)] = .number(0.75)
    }
    let (rows, findings) = try book.read()
    #expect(rows["HLP1"]?.start?.clock == "18:00", "\(findings)")
    #expect(findings.contains { $0.hasPrefix("note By room!") }, "\(findings)")
    try book.edit(RoomSheet.name) { cells in
      let row = try place("HLP1", cells).row
      for column in 0..<8 {
        cells[Place(40, column)] = cells[Place(row, column)]
      }
      cells[Place(40, 3)] = .number(0.5)
    }
    #expect(
      try book.read().findings.contains { $0.hasPrefix("error") && $0.contains("several places") })
  }

  @Test(
    "A cell of words, a cell that is gone and an unknown room are named with sheet and cell")
  func unclear() throws {
    var book = try Book()
    try book.edit(Self.day) { cells in
      let from = try place("HLP1", cells)
      cells[Place(from.row, from.column + 1)] = .text("Moved here")
      cells[from] = nil
    }
    let (rows, findings) = try book.read()
    #expect(
      findings.contains { $0.hasPrefix("warning \(Self.day)!") && $0.contains("names no session") })
    #expect(
      findings.contains { $0.hasPrefix("error") && $0.contains("no longer on any day sheet") })
    #expect(rows["HLP1"] != nil)

    var other = try Book()
    try other.edit(Self.day) { cells in
      let head = Place(2, try place("HLP1", cells).column)
      cells[head] = .text("Ballroom")
    }
    #expect(
      try other.read().findings.contains { $0.hasPrefix("error") && $0.contains("'Ballroom'") })
  }

  @Test("Words that are the scenario's own are named with the table where they are changed")
  func words() throws {
    var book = try Book()
    try book.edit(ListSheet.name) { cells in
      cells[Place(try place("HLP1", cells).row, 9)] = .text("another theme")
    }
    try book.edit(RoomsSheet.name) { cells in cells[Place(1, 0)] = .text("Ballroom") }
    try book.edit(PeopleSheet.name) { cells in cells[Place(99, 0)] = .text("Ana Lima") }
    let (_, findings) = try book.read()
    #expect(findings.contains { $0.hasPrefix("warning List!Themes (J") }, "\(findings)")
    #expect(findings.contains { $0.hasPrefix("warning Rooms!Room (A2)") }, "\(findings)")
    #expect(findings.contains { $0.hasPrefix("warning By person!") || $0.contains("no session") })
  }

  @Test(
    "Status words: an edited one counts before the place, whatever its language of calendars",
    arguments: [
      ("confirmed", true), ("TENTATIVE", true), ("cancelled", false), ("canceled", false),
      ("postponed", false), ("unplaced", false), ("On hold", false),
    ])
  func status(word: String, isPlaced: Bool) throws {
    var book = try Book()
    try book.edit(ListSheet.name) { cells in
      cells[Place(try place("HLP1", cells).row, 7)] = .text(word)
    }
    let (rows, findings) = try book.read()
    #expect(!findings.contains { $0.hasPrefix("error") }, "\(findings)")
    #expect((rows["HLP1"]?.status == .placed) == isPlaced)
  }

  /// The lines of a session's cell on its day sheet, changed.
  private func words(
    of id: String, in book: inout Book, _ change: ([String]) -> [String]
  ) throws {
    try book.edit(Self.day) { cells in
      let place = try place(id, cells)
      guard case .text(let text) = cells[place] else { throw Missing() }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      cells[place] = .text(change(lines).joined(separator: "\n"))
    }
  }

  @Test(
    "A row without its time, and words that are no time or another row's, are errors of their cell",
    arguments: [nil, "noon", ""])
  func rowWithoutTime(word: String?) throws {
    var book = try Book()
    var row = 0
    try book.edit(Self.day) { cells in
      row = try place("HLP1", cells).row
      cells[Place(row, 0)] = word.map { .text($0) }
    }
    let (_, findings) = try book.read()
    let faults = findings.filter { $0.hasPrefix("error") && $0.contains("!A\(row + 1)") }
    #expect(!faults.isEmpty, "\(findings)")
    #expect(
      faults.allSatisfy {
        $0.contains(
          word == "noon" ? "'noon' is not a time of day." : "is in a row without a time.")
      })
  }

  @Test("A time in words that is none, or neither the row's nor the one before, is an error")
  func timesInWords() throws {
    var none = try Book()
    try words(of: "HLP1", in: &none) {
      [$0[0], "2l:05–07:15 ·" + $0[1].drop { $0 != "·" }.dropFirst()]
    }
    let said = try none.read().findings
    #expect(
      said.contains { $0.hasPrefix("error") && $0.contains("is not a time of day.") }, "\(said)")

    // Moved to another row, with a third time in its words.
    var third = try Book()
    try words(of: "HLP1", in: &third) { [$0[0], "07:05–07:15 " + $0[1].drop { $0 != "·" }] }
    try third.edit(Self.day) { cells in
      let from = try place("HLP1", cells)
      cells[Place(from.row + 1, from.column)] = cells.removeValue(forKey: from)
    }
    let both = try third.read().findings
    #expect(
      both.contains {
        $0.hasPrefix("error") && $0.contains("is in the row of")
          && $0.contains("and its words say 07:05.")
      }, "\(both)")
  }

  @Test("A title and a kind that were changed on a day sheet are named with their table")
  func wordsOnADaySheet() throws {
    var book = try Book()
    try words(of: "HLP1", in: &book) { ["A better title"] + $0.dropFirst() }
    let titles = try book.read()
    #expect(
      titles.findings.contains {
        $0.hasPrefix("warning \(Self.day)!") && $0.contains("a schedule carries no titles")
      },
      "\(titles.findings)")
    #expect(titles.rows["HLP1"] == (try row(book, "HLP1")))
  }

  @Test("A cell that names two sessions is of neither, and both are named")
  func severalSessions() throws {
    var book = try Book()
    try book.edit(Self.day) { cells in
      let from = try place("HLP1", cells)
      cells[from] = .text("HLP1 and HLP3 together")
    }
    let (_, findings) = try book.read()
    #expect(
      findings.contains { $0.contains("names several sessions: HLP1, HLP3.") }, "\(findings)")
  }

  @Test("Without the copy of what went out, sheets that all differ cannot be told apart")
  func nothingToCompareWith() throws {
    var book = try Book()
    book.drop(ExportedCopy.name)
    try book.edit(ListSheet.name) { cells in
      cells[Place(try place("HLP1", cells).row, 3)] = .number(0.75)
    }
    try book.edit(RoomSheet.name) { cells in
      cells[Place(try place("HLP1", cells).row, 3)] = .number(0.5)
    }
    let (_, findings) = try book.read()
    #expect(
      findings.contains { $0.hasPrefix("error") && $0.contains("The sheets disagree about") },
      "\(findings)")
  }

  @Test("A workbook without a list says what sheets it has")
  func noList() throws {
    var book = try Book()
    book.drop(ListSheet.name)
    book.drop(ExportedCopy.name)
    book.drop(RoomSheet.name)
    book.drop(PeopleSheet.name)
    let (rows, findings) = try book.read()
    #expect(rows.isEmpty && findings.count == 1)
    #expect(
      findings.first?.contains("No sheet of the workbook is a list with the columns") == true,
      "\(findings)")
  }
}
