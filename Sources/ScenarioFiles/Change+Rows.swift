// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Texts

extension Change {
  /// Sets cells of rows, adds a row, or removes rows with what refers to them.
  func edit(_ members: [String: Any], _ table: TableName, _ raw: inout RawScenario) {
    let asked = ["set", "add", "remove"].filter { members[$0] != nil }
    guard asked.count == 1 else {
      report(
        asked.last ?? "", nil,
        asked.isEmpty ? "nothing is asked for." : "\(asked.listed) at once.",
        "one of \"set\": {…}, \"add\": {…} and \"remove\": true")
      return
    }
    if asked == ["add"] {
      add(members, to: table, &raw)
    } else if let rows = rows(members, table, raw) {
      if asked == ["set"] {
        set(members["set"], in: rows, of: table, &raw)
      } else {
        remove(members["remove"], rows, of: table, &raw)
      }
    }
  }

  private func add(_ members: [String: Any], to table: TableName, _ raw: inout RawScenario) {
    if let key = ["id", "where"].first(where: { members[$0] != nil }) {
      report(key, nil, "a row that is being added is not there yet.", "put the id inside \"add\"")
      return
    }
    guard let cells = texts(members["add"], table, "add", raw) else { return }
    let place = place("add")
    var row = Table.Record(
      file: place.file, line: place.line, cells: cells.filter { !$0.value.isEmpty })
    for column in cells.keys { row.places[column] = self.place("add.\(column)") }
    raw.tables[table, default: Table(file: table.file, columns: table.columns)].rows.append(row)
  }

  private func set(
    _ value: Any?, in rows: [Int], of table: TableName, _ raw: inout RawScenario
  ) {
    guard let cells = texts(value, table, "set", raw) else { return }
    if let id = cells["id"], rows.contains(where: { raw.tables[table]?.rows[$0]["id"] != id }) {
      report(
        "set.id", id, "a row's id cannot be changed: others refer to it.",
        "remove the row and add another")
      return
    }
    for row in rows {
      for (column, text) in cells {
        raw.tables[table]?.rows[row].cells[column] = text.isEmpty ? nil : text
        raw.tables[table]?.rows[row].places[column] = place("set.\(column)")
      }
    }
  }

  private func remove(
    _ value: Any?, _ rows: [Int], of table: TableName, _ raw: inout RawScenario
  ) {
    guard value as? Bool == true else {
      report("remove", value, "'remove' is not true.", "\"remove\": true, or leave the change out")
      return
    }
    let gone = rows.compactMap { raw.tables[table]?.rows[$0]["id"] }.filter { !$0.isEmpty }
    for row in rows.reversed() { raw.tables[table]?.rows.remove(at: row) }
    if table.sort != nil { raw.removeWhatRefers(to: Set(gone)) }
  }

  /// The rows that the change is about, in order; nothing if it names none that exist.
  private func rows(_ members: [String: Any], _ table: TableName, _ raw: RawScenario) -> [Int]? {
    let all = raw.tables[table]?.rows ?? []
    switch (members["id"], members["where"]) {
    case (let id as String, nil):
      let rows = all.indices.filter { all[$0]["id"] == id }
      if !rows.isEmpty { return rows }
      let near = Nearest.to(id, among: all.map { $0["id"] }.filter { !$0.isEmpty })
      report(
        "id", id, "\(reporter.name(table.file)) has no row '\(id)'.",
        near.map { "did you mean '\($0)'?" })
    case (nil, let wanted?):
      guard let cells = texts(wanted, table, "where", raw) else { return nil }
      let rows = all.indices.filter { row in cells.allSatisfy { all[row][$0.key] == $0.value } }
      if !rows.isEmpty && !cells.isEmpty { return rows }
      report(
        "where", nil,
        cells.isEmpty
          ? "'where' names no cell." : "no row of \(reporter.name(table.file)) matches.",
        "name the cells of a row as they are in the table")
    default:
      report(
        members["id"] == nil ? "" : "id", nil, "the change does not say which row.",
        "\"id\": \"…\", or \"where\": {\"from\": \"…\", \"to\": \"…\"}")
    }
    return nil
  }

  /// The cells of an object: texts, numbers, yes and no; lists are joined.
  private func texts(
    _ value: Any?, _ table: TableName, _ key: String, _ raw: RawScenario
  ) -> [String: String]? {
    guard let object = value as? [String: Any] else {
      report(key, value, "'\(key)' is not an object.", "{\"column\": \"value\"}")
      return nil
    }
    let known = table.columns + (raw.tables[table]?.columns ?? [])
    var cells: [String: String] = [:]
    for (column, value) in object.sorted(by: { $0.key < $1.key }) {
      let path = "\(key).\(column)"
      guard known.contains(column) else {
        report(
          path, column, "\(reporter.name(table.file)) has no column '\(column)'.",
          Nearest.to(column, among: known).map { "did you mean '\($0)'?" }
            ?? "known: \(table.columns.joined(separator: ", "))")
        return nil
      }
      guard let text = Self.text(value) else {
        report(path, value, "the value of '\(column)' is not a text.", "a text, a number or a list")
        return nil
      }
      cells[column] = plain(text, table.column(column), path, raw.context)
    }
    return cells
  }

  /// A cell as the contract writes it; another form is noted, as it is in a table.
  private func plain(
    _ text: String, _ column: Column?, _ path: String, _ context: CellContext
  ) -> String {
    guard let column, !text.isEmpty,
      case .read(let plain, let spellings) = column.kind.plain(text, in: context), plain != text
    else { return text }
    if column.kind.isSilent(spellings) { return plain }
    let words = CellWords.read(text, as: plain.isEmpty ? "nothing" : plain, spellings)
    reporter.add(
      Finding(
        "spelling", .note, file: file, line: place(path).line, column: path, value: text,
        "\(name): the value is read as the contract writes it: \(words)."))
    return plain
  }

  private static func text(_ value: Any) -> String? {
    switch value {
    case is NSNull: return ""
    case let text as String: return text.trimmed
    case let list as [Any]:
      let parts = list.compactMap { text($0) }
      return parts.count == list.count ? parts.asCell : nil
    case let truth as Bool: return truth ? "yes" : "no"
    case let number as Int: return "\(number)"
    case let number as Double: return "\(number)"
    default: return nil
    }
  }
}
