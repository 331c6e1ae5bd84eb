// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Foundation

/// Board drafts, acts and checkpoints as rows of the file, inside the transaction that is open.
enum BoardRows {
  /// The drafts after an id.
  static func drafts(
    in database: Database, after id: Int
  ) throws(DatabaseError) -> [BoardDraft] {
    var drafts: [BoardDraft] = []
    var damaged: Int?
    try database.each(
      """
      SELECT id, instant, key, name, author, why, parent_draft, parent_board, parent_act, command,
        input_sha256, first FROM boards WHERE id > ? ORDER BY id
      """, [.integer(id)]
    ) { row in
      guard let first: BoardState.Start = value(row.text(11)) else {
        damaged = damaged ?? row.integer(0)
        return
      }
      let parent: BoardDraft.Parent =
        if !row.isNull(6) {
          .kept(row.integer(6))
        } else if !row.isNull(7) {
          .board(draft: row.integer(7), act: row.integer(8))
        } else {
          .none
        }
      let asked = NewBoardDraft(
        key: row.text(2), name: row.text(3), author: row.text(4), why: row.text(5), parent: parent,
        command: row.text(9), inputSHA256: row.isNull(10) ? nil : row.text(10), first: first)
      drafts.append(BoardDraft(id: row.integer(0), instant: row.integer(1), asked: asked))
    }
    if let damaged { throw database.error(.damaged("board draft \(damaged)")) }
    return drafts
  }

  static func insert(
    _ draft: BoardDraft, first: String, into database: Database
  ) throws(DatabaseError) {
    let asked = draft.asked
    let parents: [Database.Value] =
      switch asked.parent {
      case .none: [.null, .null, .null]
      case .kept(let number): [.integer(number), .null, .null]
      case .board(let board, let act): [.null, .integer(board), .integer(act)]
      }
    try database.run(
      """
      INSERT INTO boards (id, instant, key, name, author, why, parent_draft, parent_board,
        parent_act, command, input_sha256, first) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(draft.id), .integer(draft.instant), .text(asked.key), .text(asked.name),
        .text(asked.author), .text(asked.why),
      ] + parents + [
        .text(asked.command), asked.inputSHA256.map { .text($0) } ?? .null, .text(first),
      ])
  }

  private static let act = "SELECT number, board, instant, key, base, author, why, kind FROM acts"

  /// The acts after a number, of all drafts.
  static func acts(in database: Database, after number: Int) throws(DatabaseError) -> [Act] {
    try acts(in: database, "\(act) WHERE number > ? ORDER BY number", .integer(number))
  }

  /// The act that was asked for with a key.
  static func act(withKey key: String, in database: Database) throws(DatabaseError) -> Act? {
    try acts(in: database, "\(act) WHERE key = ?", .text(key)).first
  }

  /// The key with which an act was asked for; `nil` where there is no such act.
  static func key(ofAct number: Int, in database: Database) throws(DatabaseError) -> String? {
    var key: String?
    try database.each("SELECT key FROM acts WHERE number = ?", [.integer(number)]) {
      key = $0.text(0)
    }
    return key
  }

  private static func acts(
    in database: Database, _ sql: String, _ value: Database.Value
  ) throws(DatabaseError) -> [Act] {
    var acts: [Act] = []
    var damaged: Int?
    var isOfLater = false
    try database.each(sql, [value]) { row in
      guard let kind: ActKind = Self.value(row.text(7)) else {
        if let named: ActKind.Named = Self.value(row.text(7)), !named.isKnown { isOfLater = true }
        damaged = damaged ?? row.integer(0)
        return
      }
      acts.append(
        Act(
          number: row.integer(0), draft: row.integer(1), instant: row.integer(2),
          asked: ActProposal(
            key: row.text(3), base: row.integer(4), author: row.text(5), why: row.text(6),
            kind: kind)))
    }
    // What a later version lets people do is no damage.
    if isOfLater { throw database.error(.laterVersion) }
    if let damaged { throw database.error(.damaged("act \(damaged) of the boards")) }
    return acts
  }

  static func insert(_ act: Act, kind: String, into database: Database) throws(DatabaseError) {
    try database.run(
      """
      INSERT INTO acts (number, board, instant, key, base, author, why, kind)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(act.number), .integer(act.draft), .integer(act.instant), .text(act.asked.key),
        .integer(act.asked.base), .text(act.author), .text(act.why), .text(kind),
      ])
  }

  /// The checkpoints of each draft that has any.
  static func checkpoints(
    in database: Database
  ) throws(DatabaseError) -> [Int: [BoardLog.Checkpoint]] {
    var checkpoints: [Int: [BoardLog.Checkpoint]] = [:]
    try database.each("SELECT board, draft, act FROM checkpoints ORDER BY draft, act") {
      checkpoints[$0.integer(0), default: []].append(
        BoardLog.Checkpoint(kept: $0.integer(1), act: $0.integer(2)))
    }
    return checkpoints
  }

  static func insert(
    _ checkpoint: BoardLog.Checkpoint, of draft: Int, into database: Database
  ) throws(DatabaseError) {
    try database.run(
      "INSERT OR IGNORE INTO checkpoints (draft, board, act) VALUES (?, ?, ?)",
      [.integer(checkpoint.kept), .integer(draft), .integer(checkpoint.act)])
  }

  private static func value<Value: Decodable>(_ json: String) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
}
