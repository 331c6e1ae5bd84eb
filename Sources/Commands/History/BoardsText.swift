// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Texts

/// The drafts of a folder's boards in words and as data.
enum BoardsText {
  /// The newest first; empty where there are none.
  static func list(_ logs: [BoardLog], _ zone: TimeZone?) -> String {
    if logs.isEmpty { return "" }
    var text = "Drafts of the board, the newest first (--from-board NAME takes one):\n\n"
    for log in logs.reversed() {
      let (asked, state) = (log.draft.asked, log.state)
      text += "  '\(state.name)', \(words(state.stage)), \(Count.of(log.acts.count, "act"))"
      if let last = log.acts.last {
        text += ", the last by \(last.author) on \(HistoryText.date(last.instant, zone))"
      }
      text += "\n       begun by \(asked.author) on \(HistoryText.date(log.draft.instant, zone))"
      text += "\(origin(asked.parent, logs))\(asked.why.isEmpty ? "" : ": \(asked.why)")\n"
      if !log.command.isEmpty { text += "       \(log.command)\n" }
      if let tables = asked.inputSHA256 { text += "       tables \(tables.prefix(12))\n" }
      let kept = log.keptNumbers.map(String.init)
      if !kept.isEmpty {
        text += "       kept as draft\(kept.count == 1 ? "" : "s") \(kept.listed)\n"
      }
    }
    return text + "\n"
  }

  private static func words(_ stage: BoardStage) -> String {
    switch stage {
    case .open: "open"
    case .swaps: "swaps only"
    case .closed: "closed"
    }
  }

  /// ` from draft 3`, ` from 'Main'`.
  private static func origin(_ parent: BoardDraft.Parent, _ logs: [BoardLog]) -> String {
    switch parent {
    case .none: ""
    case .kept(let number): " from draft \(number)"
    case .board(let id, _):
      logs.first { $0.draft.id == id }.map { " from '\($0.state.name)'" } ?? ""
    }
  }

  /// `[{"id", "name", "date", "author", "why", "parent", "stage", …}]`, the oldest first.
  static func objects(_ logs: [BoardLog]) -> [[String: Any]] {
    logs.map { log in
      let (asked, state) = (log.draft.asked, log.state)
      return [
        "id": log.draft.id, "name": state.name, "date": HistoryText.utc(log.draft.instant),
        "author": asked.author, "why": asked.why, "parent": object(asked.parent),
        "stage": state.stage.rawValue, "head": state.head, "acts": log.acts.count,
        "changed": HistoryText.utc(log.acts.last?.instant ?? log.draft.instant),
        "changed_by": log.acts.last?.author ?? asked.author, "command": log.command,
        "input_sha256": asked.inputSHA256 ?? NSNull(), "kept": log.keptNumbers,
        "notes": state.notes.map { note -> [String: Any] in
          [
            "act": note.act, "session": note.session ?? NSNull(), "text": note.text,
            "author": note.author, "date": HistoryText.utc(note.instant),
          ]
        },
      ]
    }
  }

  private static func object(_ parent: BoardDraft.Parent) -> Any {
    switch parent {
    case .none: NSNull()
    case .kept(let number): ["draft": number]
    case .board(let id, let act): ["board": id, "act": act]
    }
  }
}
