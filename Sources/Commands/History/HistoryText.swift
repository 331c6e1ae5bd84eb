// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Results
import Texts

/// The history of drafts in words and as data.
enum HistoryText {
  /// Newest first, with a mark at the one that is in the folder.
  static func list(
    _ entries: [DraftHistory.Entry], _ inFolder: HistoryPlace.FolderState, in place: HistoryPlace
  ) -> String {
    let (path, zone) = (place.path, place.zone)
    guard !entries.isEmpty else {
      return inFolder == .unkept
        ? "There is a draft in \(path) but no history of drafts yet: the next draft starts"
          + " one and keeps this one as draft 1.\n"
        : "There is no draft in \(path) yet; 'programme draft' makes one.\n"
    }
    var text = "Drafts of \(path), the newest first"
    text += " (* is in the folder; times of \(zone?.identifier ?? "UTC")):\n\n"
    for entry in entries.reversed() {
      let mark = inFolder == .draft(entry.number) ? "*" : " "
      text += "\(mark) \(padded("\(entry.number)", 4)) \(date(entry.instant, zone))  "
      text += "\(state(entry))\n"
      let origin = origin(entry)
      if !origin.isEmpty { text += "       \(origin)\n" }
    }
    if inFolder == .edited {
      text += "\nThe files in \(path) were edited since; the next draft keeps them first if it is"
      text += " forced to replace them.\n"
    }
    return text
      + "\n'programme restore SCENARIO N' puts one back,\n"
      + "'programme compare N M --scenario SCENARIO' compares two.\n"
  }

  /// `cost 9, bound 9 (proven), seed 1`.
  private static func state(_ entry: DraftHistory.Entry) -> String {
    var parts: [String] = []
    if let objective = entry.objective {
      parts.append("cost \(objective)")
      if let bound = entry.bound {
        let gap = CostGap.share(cost: objective, bound: bound)
        parts.append(
          bound >= objective
            ? "bound \(bound), proven"
            : "bound \(bound), gap \(Percent.text(gap))")
      }
    }
    if entry.objective != nil && entry.status != "optimal" && entry.status != "feasible" {
      parts.append("partial")
    }
    if let seed = entry.seed { parts.append("seed \(seed)") }
    return parts.joined(separator: ", ")
  }

  private static func origin(_ entry: DraftHistory.Entry) -> String {
    switch entry.origin {
    case .drafted: entry.command
    case .edited where entry.objective == nil: "put into the folder by hand"
    case .edited: "edited by hand; cost and bound are those of the draft before the edit"
    case .found: "was in the folder before its history began"
    case .planned:
      "planned on a board" + (entry.name.map { " as '\($0)'" } ?? "")
        + (entry.note.map { ": \($0)" } ?? "")
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A date as people read it, in the meeting's zone.
  static func date(_ instant: Int, _ zone: TimeZone?) -> String {
    text(instant, "yyyy-MM-dd HH:mm", zone)
  }

  static func restored(_ number: Int, kept: Int?, in path: String) -> String {
    "Draft \(number) is back in \(path)."
      + (kept.map { $0 == number ? "" : " The one before is draft \($0)." } ?? "") + "\n"
  }

  /// `{"drafts": [{"number", "date", "status", "objective", "bound", "seed", "command", …}]}`.
  static func object(
    _ entries: [DraftHistory.Entry], _ inFolder: HistoryPlace.FolderState
  ) -> [String: Any] {
    let rows = entries.map { entry -> [String: Any] in
      [
        "number": entry.number, "date": utc(entry.instant), "origin": entry.origin.rawValue,
        "status": entry.status, "objective": entry.objective ?? NSNull(),
        "bound": entry.bound ?? NSNull(), "seed": entry.seed ?? NSNull(),
        "command": entry.command, "parent": entry.parent ?? NSNull(),
        "gap": gap(entry) ?? NSNull(), "input_sha256": entry.inputSHA256 ?? NSNull(),
        "name": entry.name ?? NSNull(), "note": entry.note ?? NSNull(),
        "stands": inFolder == .draft(entry.number),
      ]
    }
    return ["drafts": rows, "edited": inFolder == .edited]
  }

  /// As in `draft.json`.
  private static func gap(_ entry: DraftHistory.Entry) -> Any? {
    guard let objective = entry.objective, let bound = entry.bound else { return nil }
    let gap = CostGap.share(cost: objective, bound: bound)
    return NSDecimalNumber(string: String(format: "%.6f", gap))
  }

  /// A date as data has it.
  static func utc(_ instant: Int) -> String {
    text(instant, "yyyy-MM-dd'T'HH:mm:ss'Z'", nil)
  }

  /// - Parameter zone: UTC where none is known.
  private static func text(_ instant: Int, _ form: String, _ zone: TimeZone?) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = zone ?? TimeZone(secondsFromGMT: 0)
    format.dateFormat = form
    return format.string(from: Date(timeIntervalSince1970: Double(instant)))
  }
}
