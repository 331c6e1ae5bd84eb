// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Meetings
import Programmes
import Scratch
import Tables
import Testing
import Texts
import Workbooks

@testable import Spreadsheets

@Suite("The programme for spreadsheets")
struct ExportTests {
  private func table(_ name: String, _ programme: PublishedProgramme) throws -> Table {
    let file = try #require(try SpreadsheetFiles.all(programme).first { $0.name == name })
    let (table, findings) = Table.read(Array(file.bytes), file: name)
    #expect(findings.isEmpty)
    return try #require(table)
  }

  @Test("All files are there, and are the same twice")
  func files() throws {
    let (scenario, schedule) = try Samples.kyoto()
    let programme = Samples.programme(schedule, scenario)
    let files = try SpreadsheetFiles.all(programme)
    #expect(files.map(\.name) == SpreadsheetFiles.names)
    for (one, other) in zip(files, try SpreadsheetFiles.all(programme)) {
      #expect(one.bytes == other.bytes, "\(one.name)")
    }
  }

  @Test("schedule-excel.csv begins with a byte order mark and says where everything is")
  func excel() throws {
    let (scenario, schedule) = try Samples.kyoto()
    let programme = Samples.programme(schedule, scenario)
    let waiting = WaitingSession.all(Programme(schedule, of: scenario))
    let files = try SpreadsheetFiles.all(programme, waiting: waiting)
    #expect(files[0].bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let table = try #require(Table.read(Array(files[0].bytes), file: "x").table)
    #expect(table.columns == ExcelCSV.columns)
    #expect(table.rows.count == scenario.sessions.count)
    let row = try #require(table.rows.first { $0["session"] == "HLP1" })
    #expect(
      ["date", "start", "end", "room", "room_name", "status", "kind", "start_utc"].map { row[$0] }
        == [
          "2023-10-08", "09:30", "11:00", "main-hall", "Main Hall", "placed", "HL",
          "2023-10-08T00:30:00Z",
        ])
    #expect(table.rows.last?["status"] == "unplaced")
  }

  @Test("google-calendar.csv has American dates and Google's header")
  func google() throws {
    let (scenario, schedule) = try Samples.kyoto()
    let table = try table("google-calendar.csv", Samples.programme(schedule, scenario))
    #expect(table.columns == GoogleCalendarCSV.columns)
    let row = try #require(table.rows.first { $0["Subject"].contains("Panel III") })
    #expect(row["Start Date"] == "10/08/2023" && row["Start Time"] == "01:45 PM")
    #expect(row["End Time"] == "03:15 PM" && row["All Day Event"] == "False")
    #expect(row["Location"] == "Main Hall, Kyoto International Conference Center")
  }

  @Test("Midnight and noon are twelve")
  func noon() throws {
    let (scenario, schedule) = try Samples.kyoto()
    var programme = Samples.programme(schedule, scenario)
    programme.sessions = Array(programme.sessions.prefix(1))
    programme.sessions[0].start = try #require(ZoneClock("Asia/Tokyo")).instant(
      WallTime(try #require(CalendarDate("2023-10-08")), minuteOfDay: 5))
    programme.sessions[0].end = programme.sessions[0].start + 12 * 3600
    let row = try table("outlook.csv", programme).rows[0]
    #expect(row["Start Time"] == "12:05 AM" && row["End Time"] == "12:05 PM")
  }

  @Test("What is cancelled is in no calendar, and not published in sched.csv")
  func cancelled() throws {
    let (scenario, schedule) = try Samples.kyoto()
    var programme = Samples.programme(schedule, scenario)
    programme.sessions[0].status = .cancelled
    for name in ["google-calendar.csv", "outlook.csv"] {
      #expect(try table(name, programme).rows.count == programme.sessions.count - 1)
    }
    let sched = try table("sched.csv", programme)
    #expect(sched.rows.filter { $0["Published"] == "N" }.count == 1)
    #expect(sched.rows[1]["Start"].count == 16)
  }

  /// Cells as a spreadsheet set to this separator would split a line, quotes heeded.
  private func cells(_ text: String, _ separator: Unicode.Scalar) -> [String] {
    var cells = [""]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" && (isQuoted || cells[cells.count - 1].isEmpty) {
        isQuoted.toggle()
      } else if !isQuoted && (scalar == separator || scalar == "\n" || scalar == "\r") {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }

  @Test(
    "No cell is a formula, whichever separator a spreadsheet is set to",
    arguments: [",", ";", "\t"])
  func formulas(separator: String) throws {
    for file in try SpreadsheetFiles.all(try Samples.hostileProgramme())
    where file.name.hasSuffix(".csv") {
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
      let scalar = try #require(separator.unicodeScalars.first)
      for cell in cells(text, scalar) {
        let first = cell.drop { $0.isWhitespace || $0 == "\"" }.unicodeScalars.first
        #expect(
          !(first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false), "\(file.name): \(cell)")
      }
    }
  }

  @Test("Hostile texts add no line, and nothing that cannot be seen stays")
  func lines() throws {
    let programme = try Samples.hostileProgramme()
    for file in try SpreadsheetFiles.all(programme) where file.name.hasSuffix(".csv") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isCalendar = ["google-calendar.csv", "outlook.csv"].contains(file.name)
      let rows =
        isCalendar ? programme.sessions.count { $0.status == .placed } : programme.sessions.count
      #expect(text.unicodeScalars.count { $0 == "\n" } == rows + 1, "\(file.name)")
      #expect(text.unicodeScalars.count { $0 == "\r" } == rows + 1)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\r" && $0 != "\n" })
      #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    }
  }

  @Test(
    "Hostile texts leave a workbook that opens, in which no text is a formula",
    .judges(atLeast: 10))
  func workbook() throws {
    let programme = try Samples.hostileProgramme()
    let plans = ProgrammeWorkbook(ProgrammeLines(programme, waiting: [])).sheets()
    for plan in plans {
      for cell in plan.cells {
        if case .formula(let formula, _) = cell.value {
          judged()
          #expect(formula.hasPrefix("=IF(D") && plan.name == "List")
        }
        if case .link(_, let address) = cell.value { #expect(address.hasPrefix("http")) }
      }
    }
    let bytes = try WorkbookFile.bytes(plans, title: programme.name, created: 1)
    let scratch = ScratchFolder()
    let url = scratch.file("programme.xlsx")
    try bytes.write(to: url)
    let sheets = try #require(WorkbookReader.read(url, file: "x").sheets)
    #expect(
      sheets.map(\.name).suffix(6) == [
        "List", "By person", "By room", "Changes", "Rooms", ExportedCopy.name,
      ])
    #expect(sheets.first { $0.name == "List" }?.rows.count == programme.sessions.count + 1)
  }

  @Test("Apostrophes put on come off again", arguments: Samples.hostile)
  func disarming(text: String) {
    #expect(SpreadsheetCell.armed(SpreadsheetCell.disarmed(text)) == text)
  }

  @Test("Apostrophes put on random texts come off again")
  func randomDisarming() {
    let signs = Array("='+-@;,\t\" \n\ra'＝".unicodeScalars)
    for seed in 0..<2000 {
      var text = String.UnicodeScalarView()
      var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
      for _ in 0..<(seed % 12) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(signs[Int(state >> 33) % signs.count])
      }
      let disarmed = SpreadsheetCell.disarmed(String(text))
      #expect(
        SpreadsheetCell.armed(disarmed).unicodeScalars.elementsEqual(text),
        "\(disarmed.debugDescription)")
    }
  }

  @Test("Ink on every fill is read: contrast above 7 to 1")
  func contrast() {
    func luminance(_ colour: UInt32) -> Double {
      let parts = [colour >> 16, colour >> 8, colour].map { part -> Double in
        let value = Double(part & 0xFF) / 255
        return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    func contrast(_ one: UInt32, _ other: UInt32) -> Double {
      let (a, b) = (luminance(one), luminance(other))
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
    for fill in WorkbookColours.kinds + [WorkbookColours.hours, WorkbookColours.cancelled] {
      #expect(contrast(fill, WorkbookColours.ink) > 7)
    }
    #expect(contrast(WorkbookColours.head, WorkbookColours.headInk) > 7)
    #expect(Set(WorkbookColours.kinds).count == 16)
  }

  @Test(
    "In a day's grid no two sessions share a cell, and each is as tall as it is long",
    arguments: 0..<40)
  func grid(seed: Int) throws {
    var state = UInt64(seed) &+ 17
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let sessions = (0..<(1 + random(30))).map { index in
      let start = random(40) * 300
      return PublishedProgramme.Session(
        id: "s\(index)", uid: "", title: "", room: ["a", "b", "c", ""][random(4)], start: start,
        end: start + random(8) * 300)
    }
    let grid = DayGrid(sessions, rooms: ["a", "b", "empty"])
    #expect(grid.blocks.count == sessions.count)
    var taken: Set<[Int]> = []
    for block in grid.blocks {
      let session = sessions[block.session]
      #expect(grid.instants[block.rows.lowerBound] == session.start)
      #expect(
        grid.instants[block.rows.upperBound + 1] == max(session.end, session.start + 60))
      #expect(block.column < grid.columnCount)
      for row in block.rows { #expect(taken.insert([row, block.column]).inserted) }
    }
  }

  @Test("Changes name what differs, and what is gone")
  func changes() throws {
    let (scenario, schedule) = try Samples.kyoto()
    let before = Samples.programme(schedule, scenario)
    #expect(before.changes(since: before).isEmpty)
    var after = before
    after.sessions[0].start += 3600
    after.sessions[0].end += 3600
    after.sessions[0].room = after.rooms[5].id
    after.sessions[1].title = "Another"
    after.sessions[2].status = .cancelled
    let gone = after.sessions.remove(at: 3)
    let changes = after.changes(since: before)
    #expect(Set(changes.map(\.what)) == [.moved, .room, .title, .cancelled])
    #expect(changes.last?.session == gone.id && changes.last?.title == gone.title)
    #expect(before.changes(since: after).contains { $0.what == .new && $0.session == gone.id })
    #expect(before.changes(since: after).contains { $0.what == .returned })
  }
}
