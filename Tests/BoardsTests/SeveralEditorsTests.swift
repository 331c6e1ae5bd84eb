// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Meetings
import Synchronization
import Testing

@testable import Boards

@Suite("Several editors at once")
struct SeveralEditorsTests {
  /// Editors and edits of each.
  private static let (editors, edits) = (5, 200)

  @Test(
    "5 editors × 200 edits, in any order of arrival, end as their log replayed; none is lost",
    .judges(atLeast: 6 * 1000), arguments: 1...6)
  func interleavings(seed: Int) throws {
    let fixture = try BoardFixture(held: ["s11"])
    let tables = fixture.tables
    var log = BoardLog(BoardDraft(id: 1, instant: 0, asked: BoardFixture.draft()))
    var dice = Dice(state: UInt64(seed))
    var people = (0..<Self.editors).map { RandomEditor("e\($0)", seed: 100 * seed + $0) }
    // What each of them sees: often what was there some time ago.
    var seen = Array(repeating: log.state, count: Self.editors)
    var left = Array(repeating: Self.edits, count: Self.editors)
    var (conflicts, done) = (0, 0)
    while left.contains(where: { $0 > 0 }) {
      let who = dice.roll(Self.editors)
      guard left[who] > 0 else { continue }
      if dice.roll(4) == 0 { seen[who] = log.state }
      var kind = people[who].kind(seeing: seen[who], tables)
      while true {
        let proposal = ActProposal(
          key: people[who].key(), base: seen[who].head, author: people[who].author, kind: kind)
        guard let objection = ActCheck(proposal, log, tables).objection else {
          try log.add(Act(number: done + 1, draft: 1, instant: done, asked: proposal))
          break
        }
        if case .conflict = objection { conflicts += 1 }
        seen[who] = log.state
        kind = people[who].again(kind, seeing: log.state)
      }
      done += 1
      left[who] -= 1
      #expect(PlainReplay(log.state) == PlainReplay(log))
      expectWholeRoll(log.state, tables)
      judged()
    }
    #expect(log.acts.count == Self.editors * Self.edits)
    #expect(try BoardState(log.draft, after: log.acts) == log.state)
    // Otherwise nothing was proven of conflicts.
    #expect(conflicts > 50)
  }

  @Test(
    "The same through SQLite, each with a connection and a thread of their own",
    .judges(atLeast: 1000))
  func connections() throws {
    let fixture = try BoardFixture()
    let (store, id) = try fixture.begun()
    let (folder, tables) = (fixture.folder, fixture.tables)
    let answers = Answers()
    let group = DispatchGroup()
    for number in 0..<Self.editors {
      group.enter()
      Thread.detachNewThread {
        answers.add {
          let own = try BoardStore(in: folder)
          return try Self.edit(own, id, tables, by: RandomEditor("e\(number)", seed: number))
        }
        group.leave()
      }
    }
    group.wait()
    let log = try #require(try store.log(of: id))
    let all = try answers.all().sorted { $0.number < $1.number }
    #expect(log.acts == all)
    #expect(Set(all.map(\.asked.key)).count == Self.editors * Self.edits)
    #expect(PlainReplay(log.state) == PlainReplay(log))
    let reopened = try #require(try BoardStore.reading(in: folder)?.log(of: id))
    #expect(reopened == log)
    judged(all.count)
  }

  /// What all threads were answered.
  private final class Answers: Sendable {
    private let results = Mutex<[Result<[Act], any Error>]>([])

    func add(_ body: () throws -> [Act]) {
      let result = Result { try body() }
      results.withLock { $0.append(result) }
    }

    func all() throws -> [Act] { try results.withLock { $0 }.flatMap { try $0.get() } }
  }

  /// - Returns: what was answered as done.
  private static func edit(
    _ store: BoardStore, _ id: Int, _ tables: BoardTables, by editor: RandomEditor
  ) throws -> [Act] {
    var editor = editor
    var acts: [Act] = []
    var seen = try #require(try store.log(of: id)).state
    while acts.count < edits {
      if editor.dice.roll(4) == 0 { seen = try #require(try store.log(of: id)).state }
      var kind = editor.kind(seeing: seen, tables)
      var isDone = false
      while !isDone {
        let proposal = ActProposal(
          key: editor.key(), base: seen.head, author: editor.author, kind: kind)
        if case .done(let act) = try store.ask(proposal, of: id, at: 1, tables) {
          acts.append(act)
          // What is asked twice is answered, and not done twice.
          guard case .repeated(act) = try store.ask(proposal, of: id, at: 2, tables) else {
            throw BoardFixture.Missing()
          }
          isDone = true
        } else {
          seen = try #require(try store.log(of: id)).state
          kind = editor.again(kind, seeing: seen)
        }
      }
    }
    return acts
  }
}

/// Every session of the tables is in exactly one of the three lists.
func expectWholeRoll(
  _ state: BoardState, _ tables: BoardTables, sourceLocation: SourceLocation = #_sourceLocation
) {
  let roll = BoardRoll(state, tables)
  let all = roll.placed + roll.unplaced + roll.held
  #expect(all.count == tables.sessions.count, sourceLocation: sourceLocation)
  #expect(Set(all) == Set(tables.sessions), sourceLocation: sourceLocation)
  let rows = roll.schedule(tables).rows
  #expect(rows.map(\.session) == tables.sessions, sourceLocation: sourceLocation)
  #expect(
    Set(rows.filter { $0.status == .placed }.map(\.session)) == Set(roll.placed),
    sourceLocation: sourceLocation)
}
