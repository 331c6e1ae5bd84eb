// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Meetings
import Programmes
import Workbooks

/// `programme.xlsx`: a sheet for each day, the list that can be edited and read back, by person, by
/// room, changes, rooms; and, hidden, what they said at export.
struct ProgrammeWorkbook {
  let lines: ProgrammeLines

  init(_ lines: ProgrammeLines) { self.lines = lines }

  private var programme: PublishedProgramme { lines.programme }

  func bytes() throws -> Data {
    try WorkbookFile.bytes(
      sheets(), title: CalendarText.line(programme.name), created: programme.publication.instant)
  }

  func sheets() -> [SheetPlan] {
    var taken = Set([
      "list", "by person", "by room", "changes", "rooms", ExportedCopy.name.lowercased(),
    ])
    var sheets = lines.listing.days.map { day in
      DaySheet(lines, day, name: Self.name(day.date, &taken)).plan()
    }
    sheets += [
      ListSheet(lines).plan(), PeopleSheet(lines).plan(), RoomSheet(lines).plan(),
      ChangesSheet(lines).plan(), RoomsSheet(lines).plan(),
    ].map { $0.withHeights() }
    sheets.append(ExportedCopy.plan(of: sheets.suffix(5), lines))
    for index in sheets.indices { sheets[index].footer = footer }
    return sheets
  }

  /// `Mon 9 Oct`; the whole date if a second year has that day too.
  private static func name(_ date: CalendarDate, _ taken: inout Set<String>) -> String {
    let short = VenueClock.short(date)
    let name = taken.contains(short.lowercased()) ? "\(date)" : short
    taken.insert(name.lowercased())
    return name
  }

  private var footer: String {
    "\(CalendarText.line(programme.name)) – \(Self.edition(programme))"
  }

  /// Which publication it is, and how firm.
  static func edition(_ programme: PublishedProgramme) -> String {
    let status = programme.status == .final ? "Final" : "Draft"
    guard programme.publication.number > 0 else { return "\(status), not published" }
    let wall = programme.zone.wallTime(atInstant: programme.publication.instant)
    return "\(status), publication \(programme.publication.number), \(wall)"
  }
}

/// What the sheets share.
enum SheetParts {
  static let head = CellStyle(
    isBold: true, wraps: true, isTop: true, fill: WorkbookColours.head,
    ink: WorkbookColours.headInk, border: WorkbookColours.line)
  static let body = CellStyle(
    wraps: true, isTop: true, ink: WorkbookColours.ink, border: WorkbookColours.line)

  static func body(format: String) -> CellStyle {
    var style = body
    style.format = format
    style.wraps = false
    style.isCentred = true
    return style
  }

  static func kind(_ colour: Int) -> CellStyle {
    var style = body
    style.fill = WorkbookColours.kinds[colour % WorkbookColours.kinds.count]
    return style
  }

  static let date = body(format: "ddd d mmm yyyy")
  static let time = body(format: "hh:mm")

  /// A header with filters over rows, the first rows and columns frozen.
  static func list(
    _ name: String, _ columns: [(name: String, width: Double)], rows: Int, frozen: Int
  ) -> SheetPlan {
    var plan = SheetPlan(name: name)
    for (index, column) in columns.enumerated() { plan.put(.text(column.name), 0, index, head) }
    plan.widths = columns.map(\.width)
    plan.frozenRows = 1
    plan.frozenColumns = frozen
    plan.filter = (max(1, rows), columns.count - 1)
    return plan
  }

  /// Days since the end of 1899, as spreadsheets count them.
  static func serial(_ date: CalendarDate) -> CellValue { .number(Double(date.dayNumber + 25_569)) }

  static func clock(_ wall: WallTime) -> CellValue { .number(Double(wall.minuteOfDay) / 1440) }

  static func text(_ text: String) -> CellValue { .text(CalendarText.line(text)) }

  /// A link to a page where the address is one that a workbook can hold: 2079 signs, of which escaping
  /// may make three of each.
  static func link(_ typed: TypedAddress) -> CellValue {
    guard let page = typed.page?.text, page.count <= 690 else { return text(typed.shown) }
    return .link(page, address: page)
  }
}
