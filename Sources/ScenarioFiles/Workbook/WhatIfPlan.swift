// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts
import Workbooks

/// The what-ifs as a sheet, with a row for each change.
enum WhatIfPlan {
  static func sheet(_ whatIfs: [WhatIfContent]) -> SheetPlan {
    let headings = WhatIfSheet.columns.map(\.name)
    var rows: [Table.Record] = []
    for whatIf in whatIfs {
      let changes = whatIf.changes.map(text)
      // A question without changes is still a what-if.
      for (index, change) in (changes.isEmpty ? [""] : changes).enumerated() {
        var cells = ["name": whatIf.name, "change": change]
        if index == 0 { cells["question"] = whatIf.question }
        rows.append(Table.Record(file: "", line: 0, cells: cells.filter { !$0.value.isEmpty }))
      }
    }
    let table = Table(file: "", columns: headings, rows: rows)
    return TableSheet(SheetRole.whatIf.name, table, WhatIfSheet.columns).plan()
  }

  /// A change in the words of `--change` if they say the same, otherwise as an object.
  static func text(_ change: [String: Any]) -> String {
    let object = JSONLayout(order: ["table", "id", "where", "set", "add", "remove"]).line(change)
    guard let typed = typed(change), let parsed = try? TypedChange.parse(typed), parsed.count == 1,
      JSONLayout(order: []).line(parsed[0]) == JSONLayout(order: []).line(change)
    else { return object }
    return typed
  }

  private static func typed(_ change: [String: Any]) -> String? {
    if let patch = change["meeting"] as? [String: Any] { return pairs(patch, under: "meeting") }
    guard let table = change["table"] as? String else { return nil }
    if let cells = change["add"] as? [String: Any] {
      return cells.isEmpty ? nil : pairs(cells, after: "\(table) add")
    }
    var words = table
    if let id = change["id"] as? String {
      words += " " + quoted(id)
    } else if let wanted = change["where"] as? [String: Any] {
      words = pairs(wanted, after: "\(table) where")
    }
    if change["remove"] as? Bool == true { return words + " remove" }
    guard let cells = change["set"] as? [String: Any] else { return nil }
    return pairs(cells, after: change["where"] == nil ? words : words + " set")
  }

  private static func pairs(_ cells: [String: Any], after words: String) -> String {
    cells.sorted { $0.key < $1.key }.reduce(words) { text, cell in
      text + " \(cell.key)=" + quoted(cell.value as? String ?? "\(cell.value)")
    }
  }

  /// A patch of `meeting.json`, a pair for each value: texts in quotes, numbers as they are.
  private static func pairs(_ patch: [String: Any], under words: String) -> String {
    func pairs(_ object: [String: Any], _ path: String) -> [String] {
      object.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
        if let inner = value as? [String: Any], !inner.isEmpty {
          return pairs(inner, "\(path)\(key).")
        }
        let text = value as? String
        return ["\(path)\(key)=" + (text.map(always) ?? JSONLayout(order: []).line(value))]
      }
    }
    return ([words] + pairs(patch, "")).joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "._-:;/@".contains($0) }
    return isPlain && !text.isEmpty ? text : always(text)
  }

  private static func always(_ text: String) -> String {
    CSV.inQuotes(text)
  }
}
