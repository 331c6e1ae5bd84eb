// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Databases
import Files
import Foundation
import Results
import Testing

@Suite("The store of boards")
struct BoardStoreTests {
  private let fixture: BoardFixture

  init() throws { fixture = try BoardFixture() }

  private var file: URL { fixture.folder.appending(path: DraftHistory.fileName) }

  private func bytes() throws -> Data { try Data(contentsOf: file) }

  /// The reason for which something is not done.
  private func reason(_ body: () throws(DatabaseError) -> Void) -> DatabaseError.Reason? {
    do throws(DatabaseError) {
      try body()
      return nil
    } catch {
      return error.reason
    }
  }

  private func database() throws -> Database {
    try Database(
      file.path(), .writing, patience: 0, words: .init(name: "n", file: "f", busy: "b"))
  }

  private func kept(_ text: String) -> (entry: DraftHistory.Entry, files: [FileSet.File]) {
    (
      DraftHistory.Entry(
        instant: 1, origin: .drafted, command: "programme draft", status: "optimal"),
      [("schedule.csv", Data(text.utf8))]
    )
  }

  @Test("A history of the version before takes boards, and all its drafts stay as they were")
  func migration() throws {
    // As the program before this one made it.
    let (entry, files) = kept("one")
    _ = try DraftHistory(in: fixture.folder).keep(entry, files)
    let old = try database()
    for table in ["checkpoints", "acts", "boards"] { try old.run("DROP TABLE \(table)") }
    try old.run("PRAGMA user_version = 2")
    let before = try bytes()
    #expect(try BoardStore.reading(in: fixture.folder) == nil)
    #expect(try DraftHistory.reading(in: fixture.folder)?.entries().map(\.number) == [1])
    #expect(try bytes() == before, "reading changes nothing")
    let (store, id) = try fixture.begun()
    #expect(try store.log(of: id)?.state.name == "Main")
    let history = try #require(try DraftHistory.reading(in: fixture.folder))
    #expect(try history.files(of: 1).map(\.bytes) == files.map(\.bytes))
    #expect(try FileStamp(of: database()).version == 3)
  }

  @Test("A later program's file, another program's and a trial version's are left as they are")
  func versions() throws {
    _ = try fixture.begun()
    for (version, expected) in [
      (4, DatabaseError.Reason.laterVersion), (1, .trialVersion), (99, .laterVersion),
    ] {
      try database().run("PRAGMA user_version = \(version)")
      let before = try bytes()
      #expect(
        reason { () throws(DatabaseError) in _ = try BoardStore(in: fixture.folder) } == expected)
      #expect(
        reason { () throws(DatabaseError) in _ = try BoardStore.reading(in: fixture.folder) }
          == expected)
      #expect(try bytes() == before)
    }
    try database().run("PRAGMA application_id = 7")
    #expect(
      reason { () throws(DatabaseError) in _ = try BoardStore(in: fixture.folder) } == .otherProgram
    )
  }

  @Test("A file that is locked is told, nothing is done, and afterwards it goes on")
  func locked() throws {
    let (_, id) = try fixture.begun()
    let store = try BoardStore(in: fixture.folder, patience: 10)
    let other = try database()
    try other.run("BEGIN EXCLUSIVE")
    let proposal = ActProposal(
      key: "k", base: 0, author: "Ana", kind: .note(session: nil, text: "n"))
    let tables = fixture.tables
    let busy = reason { () throws(DatabaseError) in
      _ = try store.ask(proposal, of: id, at: 1, tables)
    }
    #expect(busy == .busy)
    let opened = reason { () throws(DatabaseError) in
      _ = try BoardStore(in: fixture.folder, patience: 10)
    }
    #expect(opened == .busy)
    try other.run("ROLLBACK")
    guard case .done(let act) = try store.ask(proposal, of: id, at: 1, tables) else {
      Issue.record("not done afterwards")
      return
    }
    #expect(act.number == 1)
  }

  @Test("Whoever reads waits for no act of the same process that waits for the file")
  func reading() throws {
    let (_, id) = try fixture.begun()
    let store = try BoardStore(in: fixture.folder)
    let other = try database()
    try other.run("BEGIN IMMEDIATE")
    let tables = fixture.tables
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      _ = try? store.ask(
        ActProposal(key: "k", base: 0, author: "Ana", kind: .note(session: nil, text: "n")),
        of: id, at: 1, tables)
      done.signal()
    }
    // So that it waits by then; where it does not yet, nothing is shown.
    usleep(300_000)
    #expect(try store.log(of: id)?.acts.isEmpty == true)
    #expect(done.wait(timeout: .now()) == .timedOut, "the act was done, or given up, before")
    try other.run("ROLLBACK")
    done.wait()
    #expect(try store.log(of: id)?.acts.count == 1)
  }

  @Test("A store on a disk that may only be read is read, and says so when it is to be written")
  func readOnly() async throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(.note(session: nil, text: "n"))
    let path = fixture.folder.path()
    let before = try bytes()
    chmod(file.path(), 0o444)
    chmod(path, 0o555)
    await #expect(processExitsWith: .success) { [path = path as String] in
      // The administrator may write everything.
      if geteuid() == 0 { setuid(65_534) }
      let folder = URL(filePath: path)
      let log = try BoardStore.reading(in: folder)?.log(of: 1)
      #expect(log?.acts.count == 1)
      do throws(DatabaseError) {
        _ = try BoardStore(in: folder)
        Issue.record("opened for writing")
      } catch {
        #expect(error.reason == .readOnly, "\(error)")
      }
    }
    chmod(path, 0o755)
    chmod(file.path(), 0o644)
    #expect(try bytes() == before)
  }

  @Test("A file that is damaged, cut short or no database is told, and left as it is")
  func damaged() throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    for number in 0..<200 { try hand.does(.note(session: nil, text: "note \(number)")) }
    let whole = try bytes()
    var holed = whole
    for place in 4096..<min(whole.count, 12_288) { holed[place] = 0x55 }
    for damaged in [
      Data("no database at all, but long enough to be one".utf8), whole.prefix(9000), holed,
    ] {
      try damaged.write(to: file)
      let found = reason { () throws(DatabaseError) in _ = try BoardStore(in: fixture.folder) }
      #expect(found == .malformed || found == .notADatabase, "\(String(describing: found))")
      #expect(try bytes() == damaged)
    }
  }

  @Test(
    "An act that cannot have come next, or cannot be read, is named, and nothing after it is done")
  func damagedActs() throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(.note(session: nil, text: "n"))
    let damaged = { (number: Int) in DatabaseError.Reason.damaged("act \(number) of the boards") }
    // A kind of act that this version does not know is a later version's.
    for (number, kind, expected) in [
      (2, "{}", damaged(2)), (3, #"{"kind":"undo","act":7}"#, damaged(3)),
      (2, #"{"kind":"moves"}"#, damaged(2)), (2, #"{"kind":"vote","for":1}"#, .laterVersion),
    ] {
      let copy = try BoardFixture()
      try bytes().write(to: copy.folder.appending(path: DraftHistory.fileName))
      try Database(
        copy.folder.appending(path: DraftHistory.fileName).path(), .writing, patience: 0,
        words: .init(name: "n", file: "f", busy: "b")
      ).run(
        """
        INSERT INTO acts (number, board, instant, key, base, author, why, kind)
        VALUES (\(number), 1, 1, 'k', 0, 'a', '', '\(kind)')
        """)
      let before = try Data(contentsOf: copy.folder.appending(path: DraftHistory.fileName))
      let found = reason { () throws(DatabaseError) in _ = try BoardStore(in: copy.folder) }
      #expect(found == expected)
      #expect(
        try Data(contentsOf: copy.folder.appending(path: DraftHistory.fileName)) == before)
    }
  }

  @Test("A file that is replaced or removed while it is open takes no act that would be lost")
  func replacedMeanwhile() throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(.note(session: nil, text: "one"))
    let earlier = try bytes()
    try hand.does(.note(session: nil, text: "two"))
    let whole = try bytes()
    let other = fixture.folder.appending(path: "other")
    let files = FileManager.default
    let changes: [() throws -> Void] = [
      // A copy from before, over the file or in its place, and nothing at all.
      { try earlier.write(to: file) },
      {
        try earlier.write(to: other)
        rename(other.path(), file.path())
      },
      { try files.removeItem(at: file) },
    ]
    for (number, change) in changes.enumerated() {
      try? files.removeItem(at: file)
      try whole.write(to: file)
      let open = try BoardStore(in: fixture.folder)
      try change()
      let there = try? bytes()
      let found = reason { () throws(DatabaseError) in
        _ = try open.ask(
          ActProposal(
            key: "k\(number)", base: 0, author: "Ana", kind: .note(session: nil, text: "three")),
          of: id, at: 1, fixture.tables)
      }
      #expect(found == .replaced, "\(number)")
      #expect((try? bytes()) == there, "\(number)")
    }
  }

  @Test("The file itself refuses to change or remove what was done")
  func appendOnly() throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(.note(session: nil, text: "n"))
    let (entry, files) = kept("one")
    _ = try store.keep(id, after: 1, as: entry, files)
    for table in ["boards", "acts", "checkpoints"] {
      for change in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid"] {
        let statement =
          table == "checkpoints" && change.hasPrefix("UPDATE")
          ? "UPDATE checkpoints SET act = 0" : change
        #expect(
          reason { () throws(DatabaseError) in
            try database2().run(statement)
          } == .failed("what was kept stays in the history"), "\(statement)")
      }
    }
  }

  private func database2() throws(DatabaseError) -> Database {
    try Database(
      file.path(), .writing, patience: 0, words: .init(name: "n", file: "f", busy: "b"))
  }

  @Test("A draft that is kept is in the history with its name, once for each state")
  func checkpoints() throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    var (entry, files) = kept("one")
    entry.author = "Ana"
    #expect(try store.keep(id, after: 0, as: entry, files) == 1)
    #expect(try store.keep(id, after: 0, as: entry, files) == 1)
    try hand.does(.name("Second"))
    #expect(try store.keep(id, after: 1, as: entry, kept("two").files) == 2)
    // Another draft in between: the same state is still the same draft.
    _ = try DraftHistory(in: fixture.folder).keep(entry, kept("three").files)
    #expect(try store.keep(id, after: 1, as: entry, kept("two").files) == 2)
    let entries = try #require(try DraftHistory.reading(in: fixture.folder)).entries()
    #expect(entries.map(\.name) == ["Main", "Second", nil])
    #expect(entries.map(\.origin) == [.planned, .planned, .drafted])
    let log = try #require(try BoardStore.reading(in: fixture.folder)?.log(of: id))
    #expect(log.checkpoints.map(\.kept) == [1, 2])
    #expect(log.checkpoints.map(\.act) == [0, 1])
    // The same files after a note: the draft has one more state and no other number.
    for act in 2...3 {
      try hand.does(.note(session: nil, text: "n"))
      #expect(try store.keep(id, after: act, as: entry, kept("four").files) == 4)
    }
    let later = try #require(try store.log(of: id))
    #expect(later.checkpoints.map(\.kept) == [1, 2, 4, 4] && later.keptNumbers == [1, 2, 4])
    let tables = fixture.tables
    let other = try BoardStore(in: fixture.folder)
    #expect(
      reason { () throws(DatabaseError) in
        _ = try other.keep(9, after: 0, as: entry, files)
      } == .failed("there is no board draft 9"))
    _ = tables
  }

  @Test("A folder without a history has no boards, and reading makes none")
  func nothingThere() throws {
    #expect(try BoardStore.reading(in: fixture.folder) == nil)
    #expect(!FileManager.default.fileExists(atPath: file.path()))
  }

  @Test("A branch goes on from where its parent was, and neither changes the other")
  func branches() throws {
    let (store, id) = try fixture.begun()
    let hand = Hand(store: store, draft: id, tables: fixture.tables)
    try hand.does(.pin(["s0"]), why: "fixed")
    let act = try hand.does(hand.move("s1", to: nil))
    try hand.does(hand.move("s2", to: nil))
    let log = try #require(try store.log(of: id))
    var branch = BoardFixture.draft("What if")
    branch.parent = .board(draft: id, act: act)
    branch.first = log.state(after: act).asStart
    guard case .begun(let draft) = try store.begin(branch, at: 5) else {
      Issue.record("not begun")
      return
    }
    let other = Hand(store: store, draft: draft.id, tables: fixture.tables)
    #expect(try other.state().places == log.state(after: act).places)
    #expect(try other.state().pin(of: "s0")?.why == "fixed")
    #expect(try other.state().place(of: "s2") != nil)
    try other.does(other.move("s3", to: nil))
    #expect(try hand.state().place(of: "s3") != nil)
    #expect(try store.acts(after: act).map(\.draft) == [id, draft.id])
  }
}
