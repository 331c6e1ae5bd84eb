// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

extension ScenarioWorkbook {
  /// What a workbook says, as written.
  ///
  /// - Returns: no content if the file is not a workbook; findings name what cannot be read of it.
  public static func read(_ url: URL) -> (content: ScenarioContent?, findings: [Finding]) {
    let reporter = Reporter()
    guard let book = WorkbookScenario.read(url, reporter) else { return (nil, reporter.findings) }
    let whatIfs = book.whatIfs.entries.map { entry in
      WhatIfContent(
        name: entry.name, question: entry.question, changes: entry.whatIf(reporter).changes)
    }
    let content = ScenarioContent(
      meeting: book.meeting.object, tables: book.tables, whatIfs: whatIfs, others: book.others)
    return (content, reporter.findings.map { reporter.sheets?.placed($0) ?? $0 })
  }
}
