// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Judging
import Synchronization
import Testing

@Suite("A process that is killed while acts are done")
struct KilledTests {
  // Each costs a process of the tests; 200, of the whole program, are in Tests/EndToEnd/board_kept.py.
  @Test(
    "At 20 random instants, no act that was answered as done is lost, and the store goes on",
    .judges(atLeast: 20))
  func killed() async throws {
    let fixture = try BoardFixture()
    let (_, id) = try fixture.begun()
    let path = fixture.folder.path(percentEncoded: false)
    var dice = Dice(state: 11)
    for round in 1...20 {
      // From before the store is open to after a dozen acts, and then at any moment of the next.
      let (count, microseconds) = (round % 5 == 0 ? 0 : dice.roll(12), dice.roll(8_000))
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          path = path as String, id = id as Int, round = round as Int, count = count as Int,
          microseconds = microseconds as Int
        ] in
        try Self.write(into: path, id, round: round, until: (count, microseconds))
      }
      try Self.look(at: path, id)
      judged()
    }
    let log = try #require(try BoardStore(in: fixture.folder).log(of: id))
    // Otherwise no process was killed at work.
    #expect(log.acts.count > 20)
    #expect(PlainReplay(log.state) == PlainReplay(log))
  }

  /// How many acts this process has done.
  private static let done = Atomic<Int>(0)

  /// Does one act after the other, writes down those that were answered as done, and is killed.
  ///
  /// - Parameter end: after so many of them, and so many microseconds.
  private static func write(
    into path: String, _ id: Int, round: Int, until end: (acts: Int, microseconds: Int)
  ) throws {
    // A folder of its own would be left behind.
    let tables = BoardFixture.tables(try BoardFixture.meeting())
    let answered = open("\(path)/answered", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    Thread.detachNewThread {
      while Self.done.load(ordering: .relaxed) < end.acts { usleep(20) }
      usleep(UInt32(end.microseconds))
      kill(getpid(), SIGKILL)
    }
    let store = try BoardStore(in: URL(filePath: path))
    var editor = RandomEditor("e\(round)", seed: round)
    while true {
      let state = try #require(try store.log(of: id)).state
      let kind = editor.again(editor.kind(seeing: state, tables), seeing: state)
      let proposal = ActProposal(
        key: editor.key(), base: state.head, author: editor.author, kind: kind)
      guard case .done(let act) = try store.ask(proposal, of: id, at: 1, tables) else {
        continue
      }
      let line = Array("\(act.number) \(act.asked.key)\n".utf8)
      _ = Glibc.write(answered, line, line.count)
      Self.done.add(1, ordering: .relaxed)
    }
  }

  /// What was answered is there, in the order of the numbers, none of which is missing.
  private static func look(at path: String, _ id: Int) throws {
    let log = try #require(try BoardStore(in: URL(filePath: path)).log(of: id))
    #expect(log.acts.map(\.number) == Array(1..<log.acts.count + 1))
    let keys = Dictionary(uniqueKeysWithValues: log.acts.map { ("\($0.number)", $0.asked.key) })
    let answered = (try? String(contentsOfFile: "\(path)/answered", encoding: .utf8)) ?? ""
    for line in answered.split(separator: "\n") {
      let words = line.split(separator: " ")
      #expect(keys[String(words[0])] == String(words[1]))
    }
  }
}
