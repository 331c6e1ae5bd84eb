// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Edits of the tables, before they become a scenario.
struct WhatIf {
  let file: String
  let question: String
  let changes: [[String: Any]]

  func apply(to raw: inout RawScenario, _ reporter: Reporter) {
    for (index, change) in changes.enumerated() {
      Editor(file: file, number: index + 1, reporter: reporter).apply(change, to: &raw)
    }
  }

  /// One change at work.
  private struct Editor {
    let file: String
    let number: Int
    let reporter: Reporter

    func report(_ column: String?, _ value: String?, _ sentence: String, _ suggestion: String?) {
      reporter.add(
        Finding(
          "what-if", file: file, column: column, value: value, "Change \(number): \(sentence)",
          suggestion: suggestion))
    }

    func apply(_ change: [String: Any], to raw: inout RawScenario) {
      let known = ["table", "id", "where", "set", "add", "remove", "meeting"]
      for key in change.keys.sorted() where !known.contains(key) {
        let near = Nearest.to(key, among: known)
        report(
          key, key, "there is no key '\(key)'.",
          near.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))")
        return
      }
      if let patch = change["meeting"] {
        guard let patch = patch as? [String: Any], change.count == 1 else {
          report("meeting", nil, "'meeting' is no object of its own.", "{\"meeting\": {…}}")
          return
        }
        raw.meeting = MergePatch.apply(patch, to: raw.meeting)
        return
      }
      guard let name = change["table"] as? String else {
        report("table", nil, "no table is named.", "\"table\": \"rooms\", for one")
        return
      }
      guard let table = TableName(rawValue: name) else {
        let near = Nearest.to(name, among: TableName.allCases.map(\.rawValue))
        report(
          "table", name, "there is no table '\(name)'.",
          near.map { "did you mean '\($0)'?" }
            ?? TableName.allCases.map(\.rawValue).joined(separator: ", "))
        return
      }
      if let cells = change["add"] {
        add(cells, to: table, &raw)
        return
      }
      guard let rows = rows(change, table, raw), !rows.isEmpty else { return }
      if let cells = change["set"] {
        guard let cells = texts(cells, table, "set") else { return }
        for row in rows {
          for (column, text) in cells {
            raw.tables[table]?.rows[row].cells[column] = text.isEmpty ? nil : text
          }
        }
      } else if change["remove"] as? Bool == true {
        let gone = rows.compactMap { raw.tables[table]?.rows[$0]["id"] }.filter { !$0.isEmpty }
        for row in rows.reversed() { raw.tables[table]?.rows.remove(at: row) }
        if table != .limits { raw.removeWhatRefers(to: Set(gone)) }
      } else {
        report(nil, nil, "nothing is asked for.", "\"set\": {…}, \"add\": {…} or \"remove\": true")
      }
    }

    private func add(_ cells: Any, to table: TableName, _ raw: inout RawScenario) {
      guard let cells = texts(cells, table, "add") else { return }
      let row = Table.Record(
        file: file, line: number, cells: cells.filter { !$0.value.isEmpty })
      raw.tables[table, default: Table(file: table.file, columns: table.columns)].rows.append(row)
    }

    /// The cells of an object: texts, numbers, yes and no; lists are joined.
    private func texts(_ value: Any, _ table: TableName, _ key: String) -> [String: String]? {
      guard let object = value as? [String: Any] else {
        report(key, nil, "'\(key)' is no object.", "{\"column\": \"value\"}")
        return nil
      }
      var cells: [String: String] = [:]
      for (column, value) in object.sorted(by: { $0.key < $1.key }) {
        if !table.columns.contains(column), let near = Nearest.to(column, among: table.columns) {
          report(
            column, column, "\(table.file) has no column '\(column)'.", "did you mean '\(near)'?")
          return nil
        }
        guard let text = Self.text(value) else {
          report(column, "\(value)", "the value of '\(column)' is no text.", nil)
          return nil
        }
        cells[column] = text
      }
      return cells
    }

    private static func text(_ value: Any) -> String? {
      switch value {
      case is NSNull: return ""
      case let text as String: return text.trimmed
      case let list as [Any]:
        let parts = list.compactMap { text($0) }
        return parts.count == list.count ? parts.joined(separator: ";") : nil
      case let truth as Bool: return truth ? "yes" : "no"
      case let number as Int: return "\(number)"
      case let number as Double: return "\(number)"
      default: return nil
      }
    }

    /// The rows that a change is about, in order.
    private func rows(_ change: [String: Any], _ table: TableName, _ raw: RawScenario) -> [Int]? {
      let all = raw.tables[table]?.rows ?? []
      if let id = change["id"] as? String {
        if let row = all.firstIndex(where: { $0["id"] == id }) { return [row] }
        let near = Nearest.to(id, among: all.map { $0["id"] })
        report(
          "id", id, "\(table.file) has no row '\(id)'.", near.map { "did you mean '\($0)'?" })
        return nil
      }
      guard let wanted = change["where"], let cells = texts(wanted, table, "where") else {
        if change["where"] == nil {
          report(
            nil, nil, "it is not said which row.", "\"id\": \"…\", or \"where\": {\"from\": \"…\"}")
        }
        return nil
      }
      let rows = all.indices.filter { row in
        cells.allSatisfy { all[row][$0.key] == $0.value }
      }
      if rows.isEmpty { report("where", nil, "no row of \(table.file) matches.", nil) }
      return rows
    }
  }
}

/// JSON merge patch (RFC 7396).
enum MergePatch {
  static func apply(_ patch: [String: Any], to target: [String: Any]) -> [String: Any] {
    var result = target
    for (key, value) in patch {
      if value is NSNull {
        result[key] = nil
      } else if let object = value as? [String: Any] {
        result[key] = apply(object, to: result[key] as? [String: Any] ?? [:])
      } else {
        result[key] = value
      }
    }
    return result
  }
}
