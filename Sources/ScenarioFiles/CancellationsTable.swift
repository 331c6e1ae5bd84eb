// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts

/// `cancellations.csv`: sessions that do not take place. They are taken out before the tables become a
/// scenario, with all that refers to them, as a what-if takes out what it removes; so nobody who reads
/// the scenario has to ask whether a session is cancelled.
enum CancellationsTable {
  /// The cancellations, in order, whose sessions are then no more in the tables.
  static func takeOut(of raw: inout RawScenario, _ reporter: Reporter) -> [CancelledSession] {
    guard let table = raw.tables[.cancellations], !table.rows.isEmpty else { return [] }
    // What is wrong with ids is said when the scenario is built.
    let identities = ScenarioBuilder(raw, Reporter()).identities()
    let lacking = Set(TableName.cancellations.required).subtracting(table.columns)
    var cancellations: [CancelledSession] = []
    var lines: [String: Table.Place] = [:]
    for row in table.rows {
      let reader = RowReader(
        row: row, identities: identities, context: raw.context, lacking: lacking,
        unsure: raw.unread.contains(.sessions) ? [.session] : [], reporter: reporter)
      guard let cancellation = cancellation(reader, raw) else { continue }
      let place = row.place(of: "session")
      if let other = lines.updateValue(place, forKey: cancellation.session) {
        reader.warn(
          "cancelled", "session", cancellation.session,
          "\(cancellation.session) is cancelled twice: \(reporter.words(other, "session")) says it"
            + " already.", "the first row counts")
        continue
      }
      cancellations.append(cancellation)
    }
    let gone = Set(cancellations.map(\.session))
    raw.tables[.sessions]?.rows.removeAll { gone.contains($0["id"]) }
    // The rows that cancel are what places are named by.
    let rows = raw.tables[.cancellations]
    raw.removeWhatRefers(to: gone)
    raw.tables[.cancellations] = rows
    return cancellations
  }

  private static func cancellation(_ reader: RowReader, _ raw: RawScenario) -> CancelledSession? {
    let id = reader.text("session")
    if id.isEmpty { reader.reportEmpty("session", "a session's id") }
    _ = reader.date("on")
    guard reader.id("session", of: .session) != nil else { return nil }
    let reason = reader.text("reason")
    let title = title(of: id, raw)
    if reason.isEmpty {
      reader.warn(
        "cancelled", "reason", "", "Why \(id) is cancelled is not said.",
        "a few words that everybody can read")
    }
    reader.report(
      "cancelled", "session", id,
      "\(id)\(title.isEmpty ? "" : " “\(title)”") is cancelled"
        + (reason.isEmpty ? "" : ": \(reason)") + ".", nil, .note)
    return CancelledSession(
      session: id, title: title, reason: reason, by: reader.text("by"), on: reader.text("on"),
      line: reader.row.line)
  }

  /// What it was called: by its own title or its first activity's name, as a session that stands.
  private static func title(of session: String, _ raw: RawScenario) -> String {
    guard let row = raw.tables[.sessions]?.rows.first(where: { $0["id"] == session }) else {
      return ""
    }
    if !row["title"].isEmpty { return row["title"] }
    let activity = row["activity"].cellParts.first
    let rows = TableName.activityTables.flatMap { raw.tables[$0]?.rows ?? [] }
    return rows.first { $0["id"] == activity }.map { $0["name"] } ?? ""
  }
}
