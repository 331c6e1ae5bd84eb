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
    case (true, nil, _): return try table(desk, name, question.grant)
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

  private func table(
    _ desk: TableDesk, _ name: TableName, _ grant: Grant
  ) throws(RouteFailure) -> HTTPResponse {
    let table = try desk.table(name)
    let shown = table.columns.indices.filter { place in
      grant >= .edit || !Self.ofTheTeam.contains(table.meanings[place] ?? "")
    }
    let columns = shown.map { table.columns[$0] }
    let findings = room.tablesNow().reading.findings.filter { finding in
      grant >= .edit || !Self.ofTheTeam.contains(finding.column ?? "")
    }
    return .json([
      "name": .text(name.file), "digest": .text(Self.digest(table.before)),
      "columns": .texts(columns),
      "rows": .list(table.rows.map { row in .texts(shown.map { row.cells[$0] }) }),
      "findings": beside(table, findings),
    ])
  }

  /// Columns that go to nobody outside the team that publishes: where people's mail goes.
  private static let ofTheTeam: Set<String> = ["email"]

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
    guard let key = wish.key else { throw .malformed("'key' is missing") }
    guard let author = wish.author else { throw .malformed("'author' is missing") }
    var proposal = ActProposal(
      key: key, base: 0, author: author, why: wish.why ?? "", kind: .stage(.open))
    // What cannot be entered in the log is not done.
    let faults = proposal.textFaults
    guard faults.isEmpty else { return .refused(faults) }
    let logs = try room.logs()
    // The same request once more, since no answer came.
    if let known = logs.flatMap(\.acts).first(where: { $0.asked.key == key }) {
      guard case .tables(let changes) = known.kind, changes.first?.file == name.file else {
        return .refused([.keyUsed(key)])
      }
      return saved(desk, name, [.init(name: "act", value: ActJSON.of(known))])
    }
    let table = try desk.table(name)
    try wish.checked(table)
    let after = try desk.write(table, wish.all)
    _ = room.tablesNow(lookingAgain: true)
    let change = TableChange(
      file: name.file, before: table.before.map { SHA256.hex($0) }, after: SHA256.hex(after),
      changes: Array(LineDifference.lines(table.before, after).prefix(200)))
    proposal.kind = .tables([change])
    // The draft that was open, or the one used last.
    let log =
      logs.first { $0.draft.id == wish.draft } ?? logs.max { $0.state.head < $1.state.head }
    return saved(desk, name, note(proposal, in: log))
  }

  /// A table as it is now that it was written, whatever became of the rest.
  private func saved(
    _ desk: TableDesk, _ name: TableName, _ entered: [JSONValue.Member]
  ) -> HTTPResponse {
    let before = FileSet(desk.folder).bytes(name.file)
    let findings = (try? desk.table(name)).map { beside($0, room.tablesNow().reading.findings) }
    return .json(
      .object(
        [
          .init(name: "name", value: .text(name.file)),
          .init(name: "digest", value: .text(Self.digest(before))),
          .init(name: "findings", value: findings ?? []),
        ] + entered))
  }

  /// Puts a saved table into the log of a draft. The file is written by then: what stands in the way
  /// is only said.
  private func note(_ proposal: ActProposal, in log: BoardLog?) -> [JSONValue.Member] {
    guard let log else { return [.init(name: "act", value: .null)] }
    var proposal = proposal
    proposal.base = log.state.head
    let fault: String
    do throws(RouteFailure) {
      switch try room.ask(proposal, of: log.draft.id) {
      case .done(let act), .repeated(let act):
        return [.init(name: "act", value: ActJSON.of(act))]
      case .refused(let faults): fault = faults.map { $0.words + "." }.joined(separator: " ")
      case .conflict(let conflict): fault = conflict.words + "."
      case .stage(let refusal): fault = refusal.words + "."
      }
    } catch {
      fault = error.words
    }
    return [.init(name: "act", value: .null), .init(name: "not_logged", value: .text(fault))]
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
