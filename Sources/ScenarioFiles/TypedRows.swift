// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Rows as a typed what-if adds them, to see what the tables say to them before they are written.
public enum TypedRows {
  public static func adding(_ rows: [AddedRows.Row]) -> String {
    rows.map { row in
      let cells = row.cells.map { "\($0.column)=\(CSV.inQuotes($0.value))" }
      return "\(row.table.rawValue) add \(cells.joined(separator: " "))"
    }.joined(separator: " + ")
  }
}
