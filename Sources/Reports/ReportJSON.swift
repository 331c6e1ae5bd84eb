// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// A report as data: the same sections, texts and tables, keys in order.
public enum ReportJSON {
  /// - Throws: if one of its values has no form in JSON.
  public static func text(_ report: Report) throws(JSONText.Failure) -> String {
    try JSONText.of(object(report), "the report")
  }

  /// The same as a JSON object, for callers that add facts to it.
  public static func object(_ report: Report) -> [String: Any] {
    [
      "title": report.title,
      "sections": report.sections.map { section in
        ["id": section.id, "title": section.title, "blocks": section.blocks.map(block)]
          as [String: Any]
      },
    ]
  }

  private static func block(_ block: Report.Block) -> [String: Any] {
    switch block {
    case .text(let text): ["text": text]
    case .list(let items): ["list": items]
    case .table(let table), .picture(_, let table):
      [
        "table": table.caption, "columns": table.columns,
        "rows": table.rows.map { $0.map(cell) },
      ]
    case .timetable(let day):
      [
        "timetable": day.heading, "rooms": day.rooms,
        "entries": day.entries.map { entry in
          [
            "session": entry.session, "title": entry.title, "room": day.rooms[entry.column],
            "clock": entry.clock, "broken": entry.broken, "costs": entry.costs,
          ] as [String: Any]
        },
      ]
    }
  }

  private static func cell(_ cell: Report.Cell) -> Any {
    switch cell {
    case .number(let number): number
    case .share(let part, let whole): ["count": part, "of": whole]
    case .text(let text), .code(let text): text
    case .state(let state, let text): ["state": state.rawValue, "text": text]
    }
  }
}
