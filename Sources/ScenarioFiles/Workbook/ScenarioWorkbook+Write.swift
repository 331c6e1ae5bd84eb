// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Workbooks

extension ScenarioWorkbook {
  /// Midnight of 2000-01-01 instead of a clock, so the same scenario gives the same bytes.
  private static let created = 946_684_800

  /// The bytes of an `.xlsx`: a sheet for each existing table, for the parts of `meeting.json` and
  /// for the what-ifs, and one that explains every column.
  ///
  /// - Throws: a sentence, if something would not come back from the workbook as it is.
  public static func bytes(_ content: ScenarioContent) throws -> Data {
    let name = content.meeting["name"] as? String ?? "Scenario"
    let meeting = MeetingPlans(content.meeting)
    var plans = [ReadMeSheet.plan(name), meeting.settings(), try meeting.days()]
    let ranges = idRanges(content)
    for table in TableName.allCases {
      guard let own = content.tables[table] else { continue }
      let columns = table.contract + table.further
      plans.append(TableSheet(table.rawValue, own, columns, idRanges: ranges).plan())
    }
    plans += [try meeting.weights(), try meeting.calendar(), WhatIfPlan.sheet(content.whatIfs)]
    for plan in plans { try check(plan) }
    return try WorkbookFile.bytes(plans, title: name, created: created)
  }

  /// The ranges with the ids of sorts that have one table.
  private static func idRanges(_ content: ScenarioContent) -> [IDKind: String] {
    var ranges: [IDKind: String] = [:]
    for (sort, table) in [(IDKind.room, TableName.rooms), (.person, .people)] {
      guard let own = content.tables[table] else { continue }
      ranges[sort] = TableSheet.idRange(table.rawValue, own, table.contract)
    }
    return ranges
  }

  /// Nothing may be cut off or left out on the way.
  private static func check(_ plan: SheetPlan) throws(Failure) {
    for cell in plan.cells {
      guard case .text(let text) = cell.value, !WorkbookText.isKept(text) else { continue }
      let place = SheetPlace(
        sheet: plan.name, row: cell.row + 1, column: columnLetters(cell.column))
      throw .textNotKept(place)
    }
  }
}
