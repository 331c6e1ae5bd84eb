// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts

extension RawScenario {
  /// Writes every cell of every table in the contract's form if it can mean only one thing, so that
  /// all code reads plain tables; reported once for each column.
  ///
  /// Cells without exactly one meaning stay as they are: their row reports them.
  mutating func makePlain(_ reporter: Reporter) {
    let scratch = Reporter()
    if let meeting = MeetingFile(scratch, meetingPlaces).meeting(meeting) {
      context = CellContext(meeting)
    }
    for name in TableName.allCases {
      guard var table = tables[name] else { continue }
      for heading in table.columns {
        guard let column = name.column(heading) else { continue }
        PlainColumn(column, of: table, context).apply(to: &table, reporter)
      }
      tables[name] = table
    }
  }
}

/// One column being made plain.
struct PlainColumn {
  private let column: Column
  private let context: CellContext
  /// Whether the meeting's days settled the order of day and month.
  private let isSettledByDays: Bool

  init(_ column: Column, of table: Table, _ context: CellContext) {
    self.column = column
    let settled = Self.order(column, table, context)
    isSettledByDays = context.order == nil && settled != nil
    var context = context
    context.order = context.order ?? settled
    self.context = context
  }

  /// A cell of the column as the contract writes it.
  func reading(_ cell: String) -> Reading<String> { column.kind.plain(cell, in: context) }

  func apply(to table: inout Table, _ reporter: Reporter) {
    var cells: [Finding.Cell] = []
    var examples: [String] = []
    for index in table.rows.indices {
      let cell = table.rows[index][column.name]
      if cell.isEmpty { continue }
      guard case .read(let plain, let spellings) = reading(cell), plain != cell else { continue }
      table.rows[index].cells[column.name] = plain.isEmpty ? nil : plain
      if column.kind.isSilent(spellings) { continue }
      let words = CellWords.read(cell, as: plain.isEmpty ? "nothing" : plain, spellings)
      if !examples.contains(words) { examples.append(words) }
      cells.append(.init(line: table.rows[index].line, value: cell, plain: plain))
    }
    guard let first = cells.first else { return }
    var finding = Finding(
      "spelling", .note, file: table.file, line: first.line, column: column.name,
      value: first.value, sentence(examples, cells.count), suggestion: suggestion)
    finding.cells = cells
    reporter.add(finding)
  }

  private static let mostExamples = 3

  private func sentence(_ examples: [String], _ count: Int) -> String {
    let cells = Count.of(count, "cell is", "cells are")
    let shown = examples.listed(atMost: Self.mostExamples)
    return "\(cells) read as the contract writes them: \(shown)."
  }

  /// If the meeting's days settled the order of dates, how to settle it in writing.
  private var suggestion: String? {
    guard isSettledByDays, let order = context.order else {
      return nil
    }
    return "only with \(order == .dayMonth ? "the day" : "the month") first are they days of the"
      + " meeting; \"dateOrder\": \"\(order.rawValue)\" in meeting.json settles it for all tables"
  }

  // MARK: Order of day and month

  /// The one order in which every date of the column that depends on it is a day of the meeting, if
  /// in the other order none is: anything less is not certain.
  private static func order(
    _ column: Column, _ table: Table, _ context: CellContext
  ) -> DateOrder? {
    guard context.order == nil, !context.days.isEmpty, column.kind.isOfMeeting else {
      return nil
    }
    let cells = Set(table.rows.map { $0[column.name] }.filter { !$0.isEmpty })
    let hanging = cells.flatMap { cell -> [String] in
      column.kind == .windows ? ListCell.looseParts(cell) : [cell]
    }.flatMap { dates(in: $0) }
    if hanging.isEmpty { return nil }
    let fitting = DateOrder.allCases.filter { order in
      hanging.allSatisfy { isDay($0, order, context) }
    }
    guard fitting.count == 1, let order = fitting.first,
      let other = DateOrder.allCases.first(where: { $0 != order }),
      hanging.allSatisfy({ !isDay($0, other, context) })
    else { return nil }
    return order
  }

  /// The dates in one cell or window that depend on the order.
  private static func dates(in text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    return ([text] + words).filter(DateCell.hangsOnOrder).prefix(1).map(\.self)
  }

  private static func isDay(_ text: String, _ order: DateOrder, _ context: CellContext) -> Bool {
    guard let date = DateCell.read(text, in: CellContext(order: order)).value else { return false }
    return context.days.contains { $0.date == date }
  }
}
