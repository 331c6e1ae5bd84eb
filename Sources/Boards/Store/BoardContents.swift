// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Results
import Texts

/// An open file, and all that was read of it. What this process or another one adds is read on, from
/// the last number: rows are only ever added.
struct BoardContents {
  private let database: Database
  private(set) var logs: [Int: BoardLog] = [:]
  /// The number of the last act that was read, of any draft.
  private var last = 0
  /// What tells that act from another of its number.
  private var lastKey: String?

  init(_ database: Database) { self.database = database }

  /// A draft by its name of now.
  func log(named name: String) -> BoardLog? { logs.log(named: name) }

  /// Reads what was added since.
  ///
  /// - Throws: also where it does not follow from what was there.
  mutating func catchUp() throws(DatabaseError) {
    // Between two statements, others could add a draft and an act of it.
    try database.run("BEGIN")
    do throws(DatabaseError) {
      try readOn()
      try database.run("COMMIT")
    } catch {
      try? database.run("ROLLBACK")
      throw error
    }
  }

  /// The same inside a transaction that is open.
  private mutating func readOn() throws(DatabaseError) {
    // A copy from before, put over the file while it is open, lacks what was answered as done.
    if let known = lastKey {
      guard try BoardRows.key(ofAct: last, in: database) == known else {
        throw database.error(.replaced)
      }
    }
    for draft in try BoardRows.drafts(in: database, after: logs.keys.max() ?? 0) {
      logs[draft.id] = BoardLog(draft)
    }
    for act in try BoardRows.acts(in: database, after: last) { try add(act) }
    for (board, checkpoints) in try BoardRows.checkpoints(in: database) {
      logs[board]?.checkpoints = checkpoints
    }
  }

  private mutating func add(_ act: Act) throws(DatabaseError) {
    let damage = database.error(.damaged("act \(act.number) of the boards"))
    guard logs[act.draft] != nil else { throw damage }
    do throws(BoardDamage) { try logs[act.draft]?.add(act) } catch { throw damage }
    last = act.number
    lastKey = act.asked.key
  }

  /// See `BoardStore.begin`.
  mutating func begin(
    _ asked: NewBoardDraft, at instant: Int
  ) throws(DatabaseError) -> BeginOutcome {
    let first = try text(asked.first, "how the draft begins")
    let outcome = try exclusively { (contents) throws(DatabaseError) -> BeginOutcome in
      if let known = contents.logs.values.first(where: { $0.draft.asked.key == asked.key }) {
        // A draft that is renamed meanwhile is the same draft.
        return known.draft.asked == asked
          ? .repeated(known.draft) : .refused([.keyUsed(asked.key)])
      }
      if try contents.isUsed(asked.key) { return .refused([.keyUsed(asked.key)]) }
      let faults = try contents.faults(asked)
      guard faults.isEmpty else { return .refused(faults) }
      let draft = BoardDraft(
        id: (contents.logs.keys.max() ?? 0) + 1, instant: instant, asked: asked)
      try BoardRows.insert(draft, first: first, into: contents.database)
      return .begun(draft)
    }
    if case .begun(let draft) = outcome { logs[draft.id] = BoardLog(draft) }
    return outcome
  }

  private func faults(_ asked: NewBoardDraft) throws(DatabaseError) -> [ActFault] {
    var faults: [ActFault] = log(named: asked.name) == nil ? [] : [.nameTaken(asked.name)]
    switch asked.parent {
    case .none: break
    case .kept(let number):
      let kept = try DraftHistory(database).entries().map(\.number)
      if !kept.contains(number) { faults.append(.noParent) }
    case .board(let draft, let act):
      let isThere = logs[draft].map { log in act == 0 || log.acts.contains { $0.number == act } }
      if isThere != true { faults.append(.noParent) }
    }
    return faults
  }

  /// See `BoardStore.ask`.
  mutating func ask(
    _ proposal: ActProposal, of draft: Int, at instant: Int, _ tables: BoardTables
  ) throws(DatabaseError) -> ActOutcome {
    let kind = try text(proposal.kind, "the act")
    guard kind.utf8.count <= ActFault.Text.act.most else {
      return .refused([.tooLong(.act, most: ActFault.Text.act.most)])
    }
    let outcome = try exclusively { (contents) throws(DatabaseError) -> ActOutcome in
      if let known = try BoardRows.act(withKey: proposal.key, in: contents.database) {
        return known.asked == proposal && known.draft == draft
          ? .repeated(known) : .refused([.keyUsed(proposal.key)])
      }
      if try contents.isUsed(proposal.key) { return .refused([.keyUsed(proposal.key)]) }
      guard let log = contents.logs[draft] else { return .refused([.noDraft(draft)]) }
      if let objection = ActCheck(proposal, log, tables).objection { return objection }
      if case .name(let name) = proposal.kind, let other = contents.log(named: name),
        other.draft.id != draft
      {
        return .refused([.nameTaken(name)])
      }
      let act = Act(number: contents.last + 1, draft: draft, instant: instant, asked: proposal)
      try BoardRows.insert(act, kind: kind, into: contents.database)
      return .done(act)
    }
    if case .done(let act) = outcome { try add(act) }
    return outcome
  }

  /// See `BoardStore.keep`.
  mutating func keep(
    _ draft: Int, after act: Int, as entry: DraftHistory.Entry, _ files: [FileSet.File]
  ) throws(DatabaseError) -> Int {
    let number = try exclusively { (contents) throws(DatabaseError) -> Int in
      guard let log = contents.logs[draft] else {
        throw contents.database.error(.failed("there is no board draft \(draft)"))
      }
      let history = DraftHistory(contents.database)
      if let known = try history.number(of: files),
        log.checkpoints.contains(where: { $0.kept == known && log.isSame(after: $0.act, and: act) })
      {
        return known
      }
      var entry = entry
      entry.origin = .planned
      entry.name = log.state(after: act).name
      let number = try history.add(entry, files)
      try BoardRows.insert(
        BoardLog.Checkpoint(kept: number, act: act), of: draft, into: contents.database)
      return number
    }
    try catchUp()
    return number
  }

  /// Whether a draft was begun with a key.
  private func isUsed(_ key: String) throws(DatabaseError) -> Bool {
    if logs.values.contains(where: { $0.draft.asked.key == key }) { return true }
    return try BoardRows.act(withKey: key, in: database) != nil
  }

  /// Runs `body` with all that was added, while nobody else can write.
  private mutating func exclusively<Result>(
    _ body: (BoardContents) throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    let database = database
    return try database.exclusively { () throws(DatabaseError) in
      try readOn()
      return try body(self)
    }
  }

  private func text(_ value: some Encodable, _ what: String) throws(DatabaseError) -> String {
    do throws(JSONText.Failure) {
      return try JSONText.exact(of: value, what)
    } catch {
      throw database.error(.failed(error.description))
    }
  }
}

extension [Int: BoardLog] {
  /// The one that is called so now.
  func log(named name: String) -> BoardLog? { values.first { $0.state.name == name } }
}
