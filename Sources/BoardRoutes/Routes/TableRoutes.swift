// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Files
import Foundation
import HTTPServing
import ScenarioFiles
import Tables

/// The tables: looked at, checked while they are typed into, saved on request.
extension BoardRouter {
  /// `/api/tables`, and what is under it.
  func tables(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard let desk = tables, desk.isFolder else {
      guard question.isRead, question.path.count == 2 else { throw .noSuchPage }
      return .json(["tables": [], "reason": "A workbook is edited in its own program."])
    }
    if question.path.count == 2 {
      guard question.isRead else { throw .wrongMethod }
      return list(desk)
    }
    let file = question.path[2]
    guard let name = TableName.allCases.first(where: { $0.file == file || $0.rawValue == file })
    else { throw .noSuchPage }
    switch (question.isRead, question.path.dropFirst(3).first, question.path.count) {
    case (true, nil, _): return try table(desk, name)
    case (false, "check", 4): return try check(desk, name, question)
    case (false, "preview", 4): return try preview(desk, name, question)
    case (false, "save", 4): return try save(desk, name, question)
    default: throw .noSuchPage
    }
  }

  private func list(_ desk: TableDesk) -> HTTPResponse {
    let findings = room.tablesNow().reading.findings
    return .json([
      "tables": .list(
        TableName.allCases.map { name in
          let rows = (try? desk.table(name))?.rows.count
          return [
            "name": .text(name.file), "rows": .optional(rows),
            "findings": .number(findings.count { $0.file == name.file }),
          ]
        })
    ])
  }

  private func table(_ desk: TableDesk, _ name: TableName) throws(RouteFailure) -> HTTPResponse {
    let table = try desk.table(name)
    return .json([
      "name": .text(name.file), "digest": .text(Self.digest(table.before)),
      "columns": .texts(table.columns),
      "rows": .list(table.rows.map { .texts($0.cells) }),
      "findings": beside(table, room.tablesNow().reading.findings),
    ])
  }

  private func check(
    _ desk: TableDesk, _ name: TableName, _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    let wish = try question.body(TableWish.self)
    let table = try desk.table(name)
    let findings = try desk.findings(name, being: desk.bytes(table, wish.all))
    let known = Set(room.tablesNow().reading.findings)
    // Of other files, only what the edit brings about.
    return .json([
      "findings": beside(table, findings.filter { $0.file == name.file || !known.contains($0) })
    ])
  }

  private func preview(
    _ desk: TableDesk, _ name: TableName, _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    let wish = try question.body(TableWish.self)
    let table = try desk.table(name)
    try wish.checked(table)
    let after = try desk.bytes(table, wish.all)
    return .json(["difference": .texts(LineDifference.lines(table.before, after))])
  }

  private func save(
    _ desk: TableDesk, _ name: TableName, _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    let wish = try question.body(TableWish.self)
    let table = try desk.table(name)
    try wish.checked(table)
    let after = try desk.write(table, wish.all)
    _ = room.tablesNow(lookingAgain: true)
    let change = TableChange(
      file: name.file, before: table.before.map { SHA256.hex($0) }, after: SHA256.hex(after),
      changes: Array(LineDifference.lines(table.before, after).prefix(200)))
    let act = try note(change, wish)
    return .json([
      "name": .text(name.file), "digest": .text(Self.digest(after)), "act": act ?? .null,
      "findings": beside(
        try desk.table(name), room.tablesNow().reading.findings.filter { $0.file == name.file }),
    ])
  }

  /// Puts a saved table into the log of the draft that was open, or of the one used last.
  private func note(_ change: TableChange, _ wish: TableWish) throws(RouteFailure) -> JSONValue? {
    let logs = try room.logs()
    let log =
      logs.first { $0.draft.id == wish.draft } ?? logs.max { $0.state.head < $1.state.head }
    guard let log, let key = wish.key, let author = wish.author else { return nil }
    let outcome = try room.ask(
      ActProposal(
        key: key, base: log.state.head, author: author, why: wish.why ?? "",
        kind: .tables([change])), of: log.draft.id)
    if case .done(let act) = outcome { return ActJSON.of(act) }
    return nil
  }

  /// Findings beside the rows and columns of a table that they are about.
  private func beside(_ table: EditedTable, _ findings: [Finding]) -> JSONValue {
    let rows = Dictionary(
      table.rows.enumerated().map { ($1.line, $0) }, uniquingKeysWith: { first, _ in first })
    return .list(
      findings.filter { $0.file == table.name.file }.map { finding in
        let row = finding.line.flatMap { line in
          // A new row is on the lines after the last one.
          rows[line] ?? (line > (table.rows.last?.line ?? 1) ? table.rows.count : nil)
        }
        let column = finding.column.map { name in
          table.columns.contains(name)
            ? name : table.meanings.firstIndex(of: name).map { table.columns[$0] } ?? name
        }
        return [
          "id": .text(finding.rule), "severity": .text(finding.severity.rawValue),
          "file": .text(finding.file), "line": .optional(finding.line), "row": .optional(row),
          "column": .optional(column), "value": .optional(finding.value),
          "sentence": .text(finding.sentence), "suggestion": .optional(finding.suggestion),
        ]
      })
  }

  private static func digest(_ data: Data?) -> String { data.map { SHA256.hex($0) } ?? "none" }

  /// Cells that somebody typed.
  private struct TableWish: Decodable {
    struct Edit: Decodable {
      let row: Int
      let column: String
      let value: String
    }

    let edits: [Edit]
    /// Of the file when it was read.
    let digest: String?
    let key: String?
    let author: String?
    let why: String?
    let draft: Int?

    var all: [EditedTable.Edit] {
      edits.map { EditedTable.Edit(row: $0.row, column: $0.column, value: $0.value) }
    }

    /// - Throws: if the file is no longer what the cells were typed over.
    func checked(_ table: EditedTable) throws(RouteFailure) {
      guard digest == BoardRouter.digest(table.before) else {
        throw .changedMeanwhile(
          "\(table.name.file) has changed since it was read here. Nothing is written; what was typed"
            + " is kept. Look at the file as it is now, and save again")
      }
    }
  }
}
