// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Programmes
import Texts

/// The words of a session's cell on a day sheet: title, then times, kinds and id.
struct DayCell {
  private static let cancelled = "CANCELLED"
  private static let separator = " · "
  private static let longest = 160

  let text: String

  init(_ session: PublishedProgramme.Session, _ lines: ProgrammeLines) {
    let kinds = session.kinds.joined(separator: " + ")
    let details = [
      "\(lines.start(session).clock)–\(lines.end(session).clock)", CalendarText.line(kinds),
      session.id,
    ].filter { !$0.isEmpty }
    text = [
      session.status == .cancelled ? Self.cancelled : "", Self.title(session.title),
      details.joined(separator: Self.separator),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// As somebody may have edited it.
  init(_ text: String) { self.text = text.trimmed }

  /// A title as such a cell shows it.
  static func title(_ title: String) -> String {
    let line = CalendarText.line(title).trimmed
    return line.count > longest ? line.prefix(longest) + "…" : line
  }

  private var lines: [String] {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  var isCancelled: Bool {
    guard let first = lines.first?.uppercased() else { return false }
    return first == Self.cancelled || first == "CANCELED"
  }

  /// The parts of the last line, if it has several.
  private var details: [String] {
    let parts = (lines.last ?? "").components(separatedBy: "·").map(\.trimmed)
    return parts.count > 1 ? parts : []
  }

  var title: String {
    lines.dropFirst(isCancelled ? 1 : 0).dropLast(details.isEmpty ? 0 : 1).joined(separator: " ")
  }

  /// The times that it gives: the start, and the end if there is one.
  var times: [String] {
    guard let first = details.first else { return [] }
    return first.split(whereSeparator: { "–—-".contains($0) }).map { String($0).trimmed }
  }

  var kinds: String { details.count > 2 ? details[1] : "" }

  /// The words in it that may be an id: the last part first, then every other.
  var candidates: (id: String, others: [String]) {
    let words = text.split(whereSeparator: { $0.isWhitespace || "·,;()[]".contains($0) })
    return (details.last ?? text, words.map(String.init))
  }
}
