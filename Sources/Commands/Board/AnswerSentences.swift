// SPDX-License-Identifier: GPL-3.0-or-later

import Reports

/// A report on a session's places as a few sentences for a page that shows the schedule beside them.
enum AnswerSentences {
  /// - Parameter isAboutOnePlace: all of such a report is said; of one about all places, what matters.
  static func of(_ report: Report, isAboutOnePlace: Bool) -> [String] {
    let sections = isAboutOnePlace ? report.sections[...] : report.sections.prefix(1)
    return Array(
      sections.flatMap { section in
        section.blocks.flatMap { sentences($0, section, isAboutOnePlace) }
      }
      .prefix(most))
  }

  private static let most = 40

  private static func sentences(
    _ block: Report.Block, _ section: Report.Section, _ isAboutOnePlace: Bool
  ) -> [String] {
    switch block {
    case .text(let text): [text]
    // Two lists of rules, one of which others could mend, are told apart by their titles.
    case .list(let lines): isAboutOnePlace ? ["\(section.title):"] + lines : lines
    case .table(let table), .picture(_, let table): table.rows.map { row($0, table.columns) }
    case .timetable: []
    }
  }

  /// `Clashes inside a kind: draft 0, then 10, change +10, why new: …`
  private static func row(_ cells: [Report.Cell], _ columns: [String]) -> String {
    let rest = zip(columns, cells).dropFirst().map { "\($0) \($1.words)" }
    return (cells.first?.words ?? "") + ": " + rest.joined(separator: ", ")
  }
}
