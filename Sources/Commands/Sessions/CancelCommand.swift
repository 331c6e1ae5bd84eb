// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Tables
import Texts

/// `programme cancel SCENARIO SESSION --reason TEXT`: a row of `cancellations.csv`.
enum CancelCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var session = ""
    var reason: String?
    var by: String?
    var on: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "cancel", summary: "records that a session does not take place, and why",
    arguments: [.needed("SCENARIO", \.scenario), .needed("SESSION", \.session)],
    options: [
      .text("reason", "TEXT", \.reason, "why: everybody is told"),
      .text("by", "TEXT", \.by, "who decided it"), .text("on", "DATE", \.on, "when"),
      .json(\.isJSON),
    ],
    notes: """
      A row is added to cancellations.csv, which may be edited like any table: to take it back, remove
      the row. The session's own row stays; nothing is asked of the session any more, and the next
      'programme publish' shows it as cancelled, with the reason.

      """,
    quarrels: { options in
      let reason = options.reason?.trimmed ?? ""
      return reason.isEmpty ? [.word(.emptyReason(option: "reason"))] : []
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> CancelAnswer {
    let scenario = try Loading(options.scenario).usable(world.console)
    if let known = scenario.cancellations.first(where: { $0.session == options.session }) {
      return CancelAnswer(scenario: options.scenario, session: known, rows: nil)
    }
    guard let session = scenario.sessions.first(where: { $0.id == options.session }) else {
      let near = Nearest.to(options.session, among: scenario.sessions.map(\.id))
      throw .usage([.name(.sessionArgument(options.session, near: near))])
    }
    let row = AddedRows.Row(
      .cancellations,
      [
        ("session", session.id), ("reason", options.reason?.trimmed ?? ""),
        ("by", options.by?.trimmed ?? ""), ("on", options.on?.trimmed ?? ""),
      ])
    // What is wrong with a cell is said before it stands there.
    _ = try Loading(options.scenario, adding: [row]).usable(world.console)
    do {
      let rows = try AddedRows([row], in: URL(filePath: options.scenario))
      try rows.write()
      return CancelAnswer(
        scenario: options.scenario,
        session: CancelledSession(
          session: session.id, title: session.title, reason: options.reason?.trimmed ?? ""),
        rows: rows)
    } catch let failure as AddedRows.Failure {
      throw .rowsNotAdded(failure)
    } catch {
      throw .nothingWritten(error)
    }
  }
}

/// What became of a cancellation.
struct CancelAnswer: CommandAnswer {
  /// As it was typed.
  let scenario: String
  let session: CancelledSession
  /// `nil` where it is cancelled already.
  let rows: AddedRows?

  var status: ExitStatus { rows == nil ? .no : .yes }

  private var name: String {
    let title = OutgoingText.line(session.title)
    return title.isEmpty ? session.session : "\(session.session) “\(title)”"
  }

  func text(width: Int) -> String {
    guard let rows else {
      let reason = session.reason.isEmpty ? "" : ": \(OutgoingText.line(session.reason))"
      return "\(name) is cancelled already (cancellations.csv, line \(session.line))\(reason).\n"
        + "Nothing was written.\n"
    }
    return "\(name) is cancelled. Added:\n" + AddedRowWords.text(rows)
      + "Schedules that still have it are read without it; 'programme publish"
      + " \(ShellWord.quoted(scenario)) DRAFT' tells everybody.\n"
  }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of([
      "session": session.session, "title": session.title, "reason": session.reason,
      "added": rows.map { AddedRowWords.objects($0) } ?? [],
      "written": Set(rows?.lines.map(\.file) ?? []).sorted().map { "\(scenario)/\($0)" },
    ])
  }
}
