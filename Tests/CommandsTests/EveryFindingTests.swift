// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Tables
import Testing
import Workbooks

@testable import Commands

/// The small scenario, or a workbook, made wrong in one way.
struct Provocation: Sendable, CustomTestStringConvertible {
  /// What becomes of the scenario.
  enum Change: Sendable {
    /// A row below a table.
    case row(String, in: String)
    /// A text of a file in place of another.
    case swap(String, String, in: String)
    case file(String, [UInt8])
    /// Such a large file.
    case large(String)
    case folder(String)
    case gone(String)
    /// Another scenario: the sheets of a small workbook, with these.
    case sheets([(name: String, rows: String)])
    /// The same with a sheet changed by hand.
    case sheet(String, @Sendable (inout SheetPlan) -> Void)
    /// Another scenario: the rows of sheet `rooms` of an OpenDocument spreadsheet.
    case cells(String)
    /// Another path.
    case path(String)
  }

  let id: String
  let severity: Finding.Severity
  let changes: [Change]
  var testDescription: String { "\(id), \(severity.rawValue)" }

  init(_ id: String, _ severity: Finding.Severity, _ changes: Change...) {
    self.id = id
    self.severity = severity
    self.changes = changes
  }
}

extension Provocation {
  private static func text(_ name: String, _ text: String) -> Change {
    .file(name, Array(text.utf8))
  }

  /// How the tables are written.
  private static let texts: [Provocation] = [
    Provocation("binary", .unreadable, .swap("Main Hall", "Main\u{0}Hall", in: "rooms.csv")),
    Provocation("empty", .unreadable, text("waivers.csv", "")),
    Provocation("encoding", .unreadable, .file("rooms.csv", [0x50, 0x4B, 3, 4])),
    Provocation(
      "encoding", .note, .file("waivers.csv", [0xFF, 0xFE] + utf16("activity,requirement\n"))),
    Provocation("extra-cell", .error, .row("x,X,3,,,,,,more", in: "rooms.csv")),
    Provocation("file", .unreadable, .folder("rooms.csv")),
    Provocation("folder", .unreadable, .path("nowhere")),
    Provocation("json", .unreadable, text("meeting.json", "{")),
    Provocation("large-file", .unreadable, .large("limits.csv")),
    Provocation(
      "long-line", .unreadable, .row(String(repeating: "x", count: 1 << 21), in: "rooms.csv")),
    Provocation("missing-file", .unreadable, .gone("rooms.csv")),
    Provocation("open-quote", .unreadable, .row("x,\"a,3", in: "rooms.csv")),
    Provocation("quote", .unreadable, .row("x,\"a\"b,3", in: "rooms.csv")),
    Provocation("title-rows", .note, text("links.csv", "Links\n\nfrom,to,kind,strength\n")),
    Provocation("unknown-file", .note, text("Annual meeting - links.csv", "")),
    Provocation(
      "unknown-file", .warning, .gone("links.csv"), text("Annual meeting - links.csv", "")),
    // Headings.
    Provocation("duplicate-column", .unreadable, .swap("location", "name", in: "rooms.csv")),
    Provocation("heading", .note, .swap("capacity", "Capacity (seats)", in: "rooms.csv")),
    Provocation("missing-column", .unreadable, .swap("capacity", "colour", in: "rooms.csv")),
    Provocation("no-heading", .warning, .swap(",location,", ",,", in: "rooms.csv")),
    Provocation("own-column", .note, .swap("location", "colour", in: "rooms.csv")),
    Provocation("unknown-column", .warning, .swap("location", "locatoin", in: "rooms.csv")),
  ]

  /// What stands in cells and settings.
  private static let cells: [Provocation] = [
    Provocation(
      "ambiguous", .error, .swap("2025-02-10", "06/07/2024", in: "dynamic-coalitions.csv")),
    Provocation("choice", .error, .row("ada,town-1,guest,perhaps", in: "roles.csv")),
    Provocation("date", .error, .swap("2025-02-10", "lately", in: "dynamic-coalitions.csv")),
    Provocation("empty-cell", .error, .row(",town-1,guest,", in: "roles.csv")),
    Provocation("number", .error, .swap("Main Hall,300", "Main Hall,many", in: "rooms.csv")),
    Provocation("spelling", .note, .swap("09:00,hall", "9.00,hall", in: "sessions.csv")),
    Provocation("strength", .error, .swap("before,20", "before,much", in: "links.csv")),
    Provocation("time", .error, .swap("09:00,hall", "early,hall", in: "sessions.csv")),
    Provocation("time-zone", .error, .swap("Asia/Seoul", "Mars", in: "people.csv")),
    Provocation(
      "window", .error, .swap("roundtable,2025-06-23", "roundtable,mornings", in: "rooms.csv")),
    Provocation("yes-no", .error, .swap(",,yes,", ",,perhaps,", in: "sessions.csv")),
    // Ids.
    Provocation("bad-id", .error, .row("a b,X,3", in: "rooms.csv")),
    Provocation("duplicate-id", .error, .row("hall,X,3", in: "rooms.csv")),
    Provocation("list-for-id", .error, .row("ada;ben,town-1,guest,", in: "roles.csv")),
    Provocation("name-for-id", .error, .row("Ada,town-1,guest,", in: "roles.csv")),
    Provocation("no-id", .error, .row(",X,3", in: "rooms.csv")),
    Provocation("unknown-id", .error, .row("nobody,town-1,guest,", in: "roles.csv")),
    Provocation("wrong-sort", .error, .row("hall,town-1,guest,", in: "roles.csv")),
    Provocation("id-case", .warning, .row("HALL,X,3", in: "rooms.csv")),
    Provocation("reserved-name", .warning, .row("con,X,3", in: "rooms.csv")),
    Provocation("spreadsheet-id", .warning, .row("007,X,3", in: "rooms.csv")),
    // Rows that ask for what cannot be meant.
    Provocation(
      "clock-change", .warning,
      .swap(
        "2025-06-24\", label: \"Day 2\", open: [\"09:00",
        "2025-10-26\", label: \"Day 2\", open: [\"00:00", in: "meeting.json")),
    Provocation(
      "clock-change", .error,
      .swap(
        "2025-06-24\", label: \"Day 2\", open: [\"09:00",
        "2025-03-30\", label: \"Day 2\", open: [\"00:00", in: "meeting.json"),
      .swap("optional,2,,,", "optional,2,2025-03-30,02:30,,", in: "sessions.csv")),
    Provocation("day", .error, .swap("2025-06-23,09:00", "2025-07-23,09:00", in: "sessions.csv")),
    Provocation("gap", .error, .row("town-1,iot-1,before,5,30,10", in: "links.csv")),
    Provocation(
      "grid", .error, .swap("Ask the models,60", "Ask the models,50", in: "sessions.csv")),
    Provocation("kind", .error, .row("x,X,,W!", in: "programme-elements.csv")),
    Provocation("kind", .warning, .row("x,X,,DC", in: "programme-elements.csv")),
    Provocation("link", .warning, .row("town-1,town-1,apart,5", in: "links.csv")),
    Provocation("meeting", .error, .swap("gridMinutes: 15", "gridMinutes: 7", in: "meeting.json")),
    Provocation(
      "over-midnight", .warning,
      .swap("optional,2,,,,,", "optional,2,,,,2025-06-23 23:30-00:30,", in: "sessions.csv")),
    Provocation("parts", .error, .row("x,X,3,,,,,x", in: "rooms.csv")),
    Provocation("requirement", .error, .row("dc.iot,DC-99,MAG,2025-01-01,x", in: "waivers.csv")),
    Provocation(
      "window-day", .warning,
      .swap("roundtable,2025-06-23", "roundtable,2025-07-23", in: "rooms.csv")),
    Provocation(
      "window-each-day", .warning,
      .swap(
        "roundtable,2025-06-23", "roundtable,2025-06-23 09:00-12:00;14:00-16:00", in: "rooms.csv")),
    Provocation("wish", .error, .row("town-1,yes,,,5", in: "wishes.csv")),
    Provocation("what-if", .error, text("what-if/odd.json", "{}")),
    Provocation("what-if", .warning, text("what-if/odd.jsn", "{}")),
    // Words.
    Provocation("address", .warning, .swap(",,yes,", ",,yes,at the door", in: "sessions.csv")),
    Provocation(
      "calendar", .warning, .swap("small.programme.example", "at home", in: "meeting.json")),
    Provocation(
      "address", .note, .swap(",,yes,", ",,yes,HTTPS://igf.example/", in: "sessions.csv")),
    Provocation(
      "calendar", .note,
      .swap(
        "\"small.programme.example\"",
        "\"small.programme.example\", url: \"HTTPS://igf.example/\"", in: "meeting.json")),
    Provocation("cancelled", .note, text("cancellations.csv", "session,reason\ntown-1,ill\n")),
    Provocation("cancelled", .warning, text("cancellations.csv", "session,reason\ntown-1,\n")),
    Provocation(
      "email", .error, .swap("max_per_day", "max_per_day,email", in: "people.csv"),
      .swap("Africa,,no,no,onsite,,", "Africa,,no,no,onsite,,,nobody", in: "people.csv")),
    Provocation("empty-name", .note, .swap("Main Hall", "", in: "rooms.csv")),
    Provocation("empty-title", .warning, .swap("Ask the models", "", in: "sessions.csv")),
    Provocation(
      "list-separator", .warning,
      .swap("Town hall,ai", "Town hall,\"ai, trust\"", in: "programme-elements.csv")),
    Provocation(
      "same-word", .warning, .swap("Town hall,ai", "Town hall,AI", in: "programme-elements.csv")),
    Provocation(
      "same-word", .note, .swap("guest,preferred", "Secretary,preferred", in: "roles.csv")),
    Provocation("steering-sign", .warning, .swap("Main Hall", "Main\u{202E}Hall", in: "rooms.csv")),
    Provocation("steering-sign", .note, .swap("Main Hall", "Main\u{200F}Hall", in: "rooms.csv")),
    Provocation("stranger", .warning, .swap("one-main,MAIN", "one-main,MAINS", in: "limits.csv")),
  ]

  /// What the modalities ask, and what no schedule keeps.
  private static let meanings: [Provocation] = [
    Provocation(
      "open-hours", .warning, .swap("Ask the models,60", "Ask the models,600", in: "sessions.csv")),
    Provocation(
      "room-fit", .warning,
      .swap("Ask the models,60,60", "Ask the models,60,6000", in: "sessions.csv")),
    Provocation(
      "room-available", .warning,
      .swap("optional,2,,,,", "optional,2,2025-06-24,,fell,", in: "sessions.csv")),
    Provocation(
      "person-available", .warning, .row("kim,town-1,guest,required", in: "roles.csv"),
      .swap("no,no,online,,", "no,no,online,2025-06-23 01:00-02:00,", in: "people.csv")),
    Provocation(
      "collective-support", .warning, .swap("sol,nri-1,secretary,required\n", "", in: "roles.csv")),
    Provocation(
      "dc-liaison", .warning, .row("coord,Coordination,,COORD", in: "programme-elements.csv"),
      .row("coord-1,coord,Coordination,60", in: "sessions.csv")),
    Provocation("dc-support", .warning, .row("sol,dc.iot,helper,required", in: "roles.csv")),
    Provocation("eligibility", .warning),
    Provocation(
      "eligibility-unknown", .warning, .swap("2025-02-10", "", in: "dynamic-coalitions.csv")),
    Provocation("no-moderator", .warning),
    Provocation(
      "penholder", .warning,
      .swap("Draft report,sol", "Draft report,mia", in: "best-practice-forums.csv")),
    Provocation("same-person", .warning, .row("ada-2,Ada", in: "people.csv")),
    Provocation("waiver", .warning, .row("dc.late,DC-7,MAG,,", in: "waivers.csv")),
    Provocation(
      "allowed", .warning,
      .swap("optional,2,,,,,", "optional,2,,,,2025-06-23 03:00-05:00,", in: "sessions.csv")),
    Provocation(
      "allowed", .error,
      .swap(
        "interpretation,must,,,,,", "interpretation,must,,,,,2025-06-23 03:00-05:00",
        in: "sessions.csv")),
    Provocation(
      "exclusive", .error,
      .swap("roundtable,must,,,,", "roundtable,must,,2025-06-23,09:00,", in: "sessions.csv")),
    Provocation(
      "link", .error,
      .swap("roundtable,must,,,,", "roundtable,must,,2025-06-23,13:30,", in: "sessions.csv"),
      .swap(
        "A label for things,90,60,,,must,,,,", "A label for things,90,60,,,must,,2025-06-23,13:30,",
        in: "sessions.csv"), .row("youth-1,iot-1,apart,must", in: "links.csv")),
    Provocation(
      "link-chain", .error, .row("iot-1,iot-2,before,must,1000", in: "links.csv"),
      .row("iot-2,access-1,before,must,1000", in: "links.csv")),
    Provocation(
      "link-days", .error, .row("iot-1,iot-2,same-day,must", in: "links.csv"),
      .row("iot-2,access-1,same-day,must", in: "links.csv"),
      .row("iot-1,access-1,other-day,must", in: "links.csv")),
    Provocation(
      "link-ring", .error, .row("iot-1,iot-2,before,must", in: "links.csv"),
      .row("iot-2,iot-1,before,must", in: "links.csv")),
    Provocation(
      "link-rooms", .error, .row("main-ai,iot-2,same-room,must", in: "links.csv"),
      .row("iot-2,youth-1,same-room,must", in: "links.csv")),
    Provocation(
      "open-hours", .error,
      .swap("A label for things,90", "A label for things,600", in: "sessions.csv")),
    Provocation(
      "overload", .error,
      .swap("hybrid,,,Ground", "hybrid,2025-06-23 09:00-12:30,,Ground", in: "rooms.csv")),
    Provocation(
      "person-available", .error,
      .swap("no,no,onsite,,", "no,no,onsite,2025-06-23 01:00-02:00,", in: "people.csv")),
    Provocation(
      "person-free", .error,
      .swap("roundtable,must,,,,", "roundtable,must,,2025-06-23,13:30,", in: "sessions.csv"),
      .swap(
        "A label for things,90,60,,,must,,,,", "A label for things,90,60,,,must,,2025-06-23,13:30,",
        in: "sessions.csv"), .row("ben,iot-1,guest,required", in: "roles.csv")),
    Provocation(
      "room-available", .error,
      .swap("roundtable,must,,,,", "roundtable,must,,2025-06-24,,", in: "sessions.csv")),
    Provocation("room-fit", .error, .swap("280,,stage", "2800,,stage", in: "sessions.csv")),
    Provocation(
      "room-free", .error,
      .swap(
        "interpretation,must,,,,", "interpretation,must,,2025-06-23,13:30,", in: "sessions.csv"),
      .swap(
        "who does what?,90,250,,interpretation,must,,,,",
        "who does what?,90,250,,interpretation,must,,2025-06-23,13:30,", in: "sessions.csv")),
  ]

  /// What only a workbook can hold.
  private static let books: [Provocation] = [
    Provocation(
      "cell-error", .error,
      .cells(
        #"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>"#
      )),
    Provocation(
      "cell-error", .warning,
      .cells(
        #"<table:table-cell office:value-type="float" office:value="50"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>"#
      )),
    Provocation("duplicate-setting", .error, .sheets([("meeting", "setting|value\nid|m\nid|n")])),
    Provocation("duplicate-sheet", .unreadable, .sheets([("Rooms.csv", "id|capacity")])),
    Provocation("hidden", .note, .sheet("rooms") { $0.isHidden = true }),
    Provocation(
      "merged-cells", .warning,
      .sheet("rooms") { $0.put("r1", rows: 1...2, columns: 0...0, CellStyle()) }),
    Provocation("missing-sheet", .unreadable, .sheets([("rooms", "")])),
    Provocation("no-setting", .error, .sheets([("meeting", "setting|value\n|m")])),
    Provocation("open-workbook", .note, .sheets([]), text("~$plan.xlsx", "")),
    Provocation("unknown-sheet", .note, .sheets([("notes", "a")])),
    Provocation("unknown-sheet", .warning, .sheets([("links (2)", "a")])),
    Provocation("workbook", .unreadable, text("plan.xlsx", "x"), .path("plan.xlsx")),
  ]

  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let all = texts + cells + meanings + books
}

extension Provocation {
  private static let sheets = [
    ("meeting", "setting|value\nid|m\nname|M\ntimeZone|Europe/Oslo"),
    ("days", "date|open\n2025-06-23|09:00-13:00"),
    ("rooms", "id|capacity|colour\nr1|50|red\nr2|60|blue"),
    ("sessions", "id|activity|minutes\ns|ws|60"), ("programme-elements", "id|kind\nws|WS"),
  ]

  private static func plan(_ name: String, _ rows: String) -> SheetPlan {
    var plan = SheetPlan(name: name)
    for (row, line) in rows.split(separator: "\n").enumerated() {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        plan.put(.text(String(cell)), row, column)
      }
    }
    return plan
  }

  private static func plans(_ changed: [(name: String, rows: String)]) -> [SheetPlan] {
    let all = sheets.filter { sheet in !changed.contains { $0.name == sheet.0 } } + changed
    return all.filter { !$0.1.isEmpty }.map(plan)
  }

  private static func table(_ name: String, _ rows: String, _ more: String = "") -> String {
    let lines = rows.split(separator: "\n").map { line in
      "<table:table-row>"
        + line.split(separator: "|").map {
          "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
        }.joined() + "</table:table-row>"
    }
    return "<table:table table:name=\"\(name)\">\(lines.joined())\(more)</table:table>"
  }

  /// An OpenDocument spreadsheet of the same sheets with one more row of rooms.
  private static func document(_ cells: String) -> Data {
    let row = """
      <table:table-row><table:table-cell office:value-type="string"><text:p>r3</text:p>\
      </table:table-cell>\(cells)</table:table-row>
      """
    let tables = sheets.map { table($0.0, $0.1, $0.0 == "rooms" ? row : "") }.joined()
    var zip = StoredZip()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add(
      "content.xml",
      """
      <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>\
      <office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
      """)
    return zip.data
  }

  /// Lays the scenario out.
  ///
  /// - Returns: its path.
  func lay(on desk: Desk) throws -> String {
    var path = try desk.scenario()
    for change in changes {
      switch change {
      case .row(let row, let name):
        try desk.write(desk.text("scenario/\(name)") + row + "\n", to: "scenario/\(name)")
      case .swap(let old, let new, let name):
        let text = desk.text("scenario/\(name)")
        #expect(text.contains(old), "nothing is changed in \(name)")
        try desk.write(text.replacing(old, with: new, maxReplacements: 1), to: "scenario/\(name)")
      case .file(let name, let bytes):
        try desk.write("", to: "scenario/\(name)")
        try Data(bytes).write(to: URL(filePath: desk.path("scenario/\(name)")))
      case .large(let name):
        let file = try FileHandle(forWritingTo: URL(filePath: desk.path("scenario/\(name)")))
        try file.truncate(atOffset: 1 << 27)
      case .folder(let name):
        try FileManager.default.removeItem(atPath: desk.path("scenario/\(name)"))
        try desk.write("", to: "scenario/\(name)/x")
      case .gone(let name):
        try FileManager.default.removeItem(atPath: desk.path("scenario/\(name)"))
      case .sheets(let changed):
        path = try Self.write(Self.plans(changed), desk)
      case .sheet(let name, let edit):
        var plans = Self.plans([])
        let place = try #require(plans.firstIndex { $0.name == name })
        edit(&plans[place])
        path = try Self.write(plans, desk)
      case .cells(let cells):
        path = desk.path("scenario/plan.ods")
        try Self.document(cells).write(to: URL(filePath: path))
      case .path(let name): path = desk.path("scenario/\(name)")
      }
    }
    return path
  }

  private static func write(_ plans: [SheetPlan], _ desk: Desk) throws -> String {
    let path = desk.path("scenario/plan.xlsx")
    try WorkbookFile.bytes(plans, title: "t", created: 1).write(to: URL(filePath: path))
    return path
  }
}

/// All that `check` can say, said once: what is declared and can never be provoked would be dead, and
/// what the contract does not list would be news to whoever reads the JSON.
@Suite("Every finding of check")
struct EveryFindingTests {
  @Test("Is provoked, with its severity and what would be right", arguments: Provocation.all)
  func provoked(fault: Provocation) throws {
    let desk = try Desk()
    let answer = CheckCommand.answer(.init(scenario: try fault.lay(on: desk)), in: desk.world)
    let found = answer.findings.filter { $0.rule == fault.id && $0.severity == fault.severity }
    let all = answer.findings.map { "\($0.rule) \($0.severity.rawValue)" }
    let finding = try #require(found.first, "\(all.sorted())")
    #expect(!finding.sentence.isEmpty && !finding.file.isEmpty)
    #expect(!finding.isGrave || finding.suggestion?.isEmpty == false)
  }

  @Test(
    "A kind is proposed that could be one",
    arguments: [("W!", "W"), ("Main session!", "MAIN"), ("1st", "ST"), ("会", "WS"), ("é", "WS")])
  func kind(token: String, proposed: String) throws {
    let fault = Provocation("kind", .error, .row("x,X,,\(token)", in: "programme-elements.csv"))
    let desk = try Desk()
    let answer = CheckCommand.answer(.init(scenario: try fault.lay(on: desk)), in: desk.world)
    let finding = try #require(answer.findings.first { $0.rule == "kind" })
    #expect(finding.suggestion == "an upper-case word, such as \(proposed)")
  }

  /// The table of the contract: each id with its severities.
  private func told() throws -> [String: Set<String>] {
    let lines = try Repository.text("Scenarios/scenario-format.md").components(separatedBy: "\n")
    let rows = lines.drop { !$0.hasPrefix("| finding | severity |") }.dropFirst(2)
      .prefix { $0.hasPrefix("| ") }
    var told: [String: Set<String>] = [:]
    for row in rows {
      let cells = row.components(separatedBy: " | ")
      let ids = cells[0].components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }
      for id in ids.map(\.element) {
        #expect(told[id] == nil, "\(id) is listed twice")
        told[id] = Set(cells[1].components(separatedBy: ", "))
      }
    }
    return told
  }

  @Test("Is listed in the contract, and all that is listed is provoked")
  func listed() throws {
    let provoked = Dictionary(grouping: Provocation.all, by: \.id)
      .mapValues { Set($0.map(\.severity.rawValue)) }
    let told = try told()
    #expect(Set(provoked.keys).subtracting(told.keys).isEmpty, "not listed")
    for (id, severities) in told { #expect(provoked[id] == severities, "\(id)") }
  }

  /// Folders of the sources whose findings `check` tells.
  private static let folders = ["Tables", "Workbooks", "ScenarioFiles", "Modalities", "Rules"]

  @Test("That the sources name is provoked: none is left over")
  func leftOver() throws {
    var named: Set<String> = []
    for folder in Self.folders {
      let top = Repository.root.appending(path: "Sources/\(folder)")
      let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        // What `tidy` and `import` say is their own.
        let isTheirs =
          file.path().contains("/Tidying/") || file.lastPathComponent == "ScheduleFile.swift"
        guard file.pathExtension == "swift", !isTheirs else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        named.formUnion(text.matches(of: /\bFinding\(\s*"([a-z-]+)"/).map { String($0.output.1) })
        named.formUnion(
          text.matches(of: /reader(?:s\[index\])?\.(?:report|warn)\(\s*"([a-z-]+)"/)
            .map { String($0.output.1) })
      }
    }
    #expect(named.count > 50, "the sources are read")
    let never = named.subtracting(Provocation.all.map(\.id))
    #expect(never.isEmpty, "\(never.sorted())")
  }
}
