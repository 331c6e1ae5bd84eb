// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Workbooks

/// Reads what people made of a workbook, or of `schedule-excel.csv`, as a schedule.
///
/// A list says when and where sessions are; a workbook's other sheets say so too, and what was
/// edited there counts if it is clear. What they say about titles and lengths is compared with the
/// scenario, where those are changed.
public enum EditedSchedule {
  /// - Parameters:
  ///   - held: ids of the sessions that are not eligible: those that the list leaves out are held,
  ///     not unplaced.
  ///   - removed: the names, by id, of sessions and rooms that a what-if removed: rows of such
  ///     sessions are passed over, such rooms stay as written.
  /// - Returns: no schedule if the file has no list; rows with errors are left out.
  public static func read(
    _ url: URL, of scenario: Scenario, held: Set<String>, ignoring removed: [String: String] = [:]
  ) -> (schedule: Schedule?, findings: [Finding]) {
    let (list, sheets, findings) = EditedList.read(url)
    guard let list else { return (nil, findings) }
    let context = ImportContext(scenario, held: held, removed: removed)
    let book = EditedBook(sheets, file: url.lastPathComponent, context)
    let reader = EditedRows(list, context, exported: book.exportedList)
    let stated = reader.statements(areUnique: true)
    let absent = reader.absent()
    var rows = stated.map(\.row) + absent
    var all = findings + reader.findings
    if !sheets.isEmpty {
      let (edited, own) = book.edits(of: list, stated: stated, absent: absent)
      rows = rows.map { edited[$0.session] ?? $0 }
      all += own
    }
    return (Schedule(rows: rows), all)
  }
}

/// A workbook's sheets besides its list.
private struct EditedBook {
  let sheets: [Sheet]
  let file: String
  let context: ImportContext
  let copy: ExportedCopy?
  /// The list as exported.
  let exportedList: EditedList?

  init(_ sheets: [Sheet], file: String, _ context: ImportContext) {
    copy = ExportedCopy(sheets)
    self.sheets = sheets.filter { $0.name != ExportedCopy.name }
    self.file = file
    self.context = context
    exportedList = copy?.sheet(ListSheet.name).flatMap { EditedList.list($0, file).list }
  }

  /// Where the other sheets differ from the list, and what there is to say about them.
  func edits(
    of list: EditedList, stated: [StatedRow], absent: [Schedule.Row]
  ) -> (rows: [String: Schedule.Row], findings: [Finding]) {
    var findings: [Finding] = []
    let absent = absent.map {
      StatedRow(row: $0, sheet: list.sheet, cell: "", line: list.headerLine)
    }
    let own = Dictionary(
      (stated + absent).map { ($0.row.session, $0) }, uniquingKeysWith: { first, _ in first })
    let grids = grids(own.values.compactMap { $0.stay?.start.date })
    findings += grids.flatMap(\.findings)
    var lists: [(name: String, rows: [StatedRow])] = []
    for name in [RoomSheet.name, PeopleSheet.name] where name != list.sheet {
      guard let sheet = sheets.first(where: { $0.name == name }) else { continue }
      guard let own = EditedList.list(sheet, file).list else { continue }
      let reader = EditedRows(own, context)
      lists.append((name, reader.statements(areUnique: false)))
      findings += reader.findings
    }
    let exported = exportedList.map { list in
      Dictionary(
        EditedRows(list, context).statements(areUnique: true).map { ($0.row.session, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    var edits = SheetEdits(
      context, file: file, list: own, exported: exported, grids: grids,
      dayCells: copy?.dayCells ?? [:], lists: lists)
    let rows = edits.edited()
    findings += edits.findings
    if let copy { findings += SheetWords.findings(sheets, copy, file: file) }
    return (rows, findings)
  }

  /// - Parameter dates: the days in the list, which may not be days of the meeting.
  private func grids(_ dates: [CalendarDate]) -> [GridSheet] {
    let days = context.scenario.meeting.days.map(\.date)
    let dates = days + Set(dates).subtracting(days).sorted()
    return sheets.compactMap { GridSheet($0, file, dates: dates, context) }
  }
}
