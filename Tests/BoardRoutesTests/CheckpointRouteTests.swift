// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@testable import BoardRoutes

@Suite struct CheckpointRouteTests {
  private func keep(_ board: TestBoard, _ body: String = "{}") -> Reply {
    board.post("/api/drafts/\(board.draft)/checkpoints", body)
  }

  @Test("A draft is kept as it is after its last act", arguments: Transport.allCases)
  func kept(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    _ = board.act("a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", "2025-06-24T10:45@hall"))
    let reply = keep(board, "{\"note\":\"first round\"}")
    #expect(reply.status == 200 && reply["kept_as"] as? Int == 1)
    let kept = try #require(board.keeper.kept.first)
    #expect(kept.note == "first round" && kept.log.acts.count == 1)
    #expect(kept.log.state.place(of: "iot-1")?.room == "hall")
    #expect(kept.review.objective == board.get("/api/drafts/\(board.draft)")["objective"] as? Int)
    #expect(kept.digest == board.room.tablesNow().reading.digest)
    #expect(board.get("/api/drafts/\(board.draft)/checkpoints").status == 404)
    #expect(board.post("/api/drafts/77/checkpoints", "{}").status == 404)
    let long = String(repeating: "x", count: 2_001)
    #expect(keep(board, "{\"note\":\"\(long)\"}").status == 400)
    #expect(board.keeper.kept.count == 1)
  }

  @Test("A draft that is closed is kept; one whose stage is another is not")
  func closed() throws {
    let board = try TestBoard()
    #expect(board.act("a", "\"kind\":\"stage\",\"stage\":\"swaps\"").status == 200)
    #expect(board.keeper.kept.isEmpty)
    let closing = board.act("b", base: 1, "\"kind\":\"stage\",\"stage\":\"closed\"")
    #expect(closing.status == 200 && closing["kept_as"] as? Int == 1)
    #expect(board.keeper.kept.map(\.log.state.stage) == [.closed])
  }

  @Test("What cannot be kept is closed all the same, and the answer says what stands in the way")
  func notKept() throws {
    let board = try TestBoard()
    board.keeper.fault.withLock { $0 = "the disk is full" }
    let closing = board.act("a", "\"kind\":\"stage\",\"stage\":\"closed\"")
    #expect(closing.status == 200 && closing["kept_as"] == nil)
    #expect((closing["not_kept"] as? String)?.contains("the disk is full") == true)
    #expect(try board.store.log(of: board.draft)?.state.stage == .closed)
    let reply = keep(board)
    #expect(reply.status == 503 && (reply["error"] as? String)?.contains("full") == true)
  }

  @Test(
    "A draft that gets another name is kept as it was under the former one",
    arguments: Transport.allCases)
  func renamed(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    _ = board.act("a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", "2025-06-24T10:45@hall"))
    let renaming = board.act("b", base: 1, "\"kind\":\"name\",\"name\":\"Second round\"")
    #expect(renaming.status == 200 && renaming["kept_as"] as? Int == 1)
    let kept = try #require(board.keeper.kept.first)
    #expect(kept.log.state.name == "first" && kept.log.acts.count == 1)
    #expect(kept.log.state.place(of: "iot-1")?.room == "hall")
    #expect(try board.store.log(of: board.draft)?.state.name == "Second round")
    board.keeper.fault.withLock { $0 = "the disk is full" }
    let third = board.act("c", base: 2, "\"kind\":\"name\",\"name\":\"Third\"")
    #expect(third.status == 200 && (third["not_kept"] as? String)?.contains("full") == true)
    #expect(try board.store.log(of: board.draft)?.state.name == "Third")
  }

  @Test(
    "Drafts of the history are listed, compared with those of the board, and begun from",
    arguments: Transport.allCases)
  func history(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    #expect((board.get("/api/history")["drafts"] as? [Any])?.isEmpty == true)
    #expect(keep(board).status == 200)
    _ = board.act("a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", "2025-06-24T10:45@hall"))
    let kept = board.get("/api/history")["drafts"] as? [[String: Any]]
    #expect(kept?.map { $0["number"] as? Int } == [1])
    #expect(kept?.first?["name"] as? String == "first")
    func changes(_ a: String, _ b: String) -> [String?]? {
      (board.get("/api/compare?a=\(a)&b=\(b)")["changes"] as? [[String: Any]])?.map {
        $0["session"] as? String
      }
    }
    #expect(changes("kept:1", "\(board.draft)") == ["iot-1"])
    #expect(changes("\(board.draft)", "kept:1") == ["iot-1"])
    #expect(changes("kept:1", "kept:1") == [])
    #expect(board.get("/api/compare?a=kept:9&b=1").status == 404)
    #expect(board.get("/api/compare?a=kept:x&b=1").status == 400)
    func begin(_ number: Int, _ name: String) -> Reply {
      board.post(
        "/api/drafts",
        "{\"key\":\"\(name)\",\"kept\":\(number),\"name\":\"\(name)\",\"author\":\"Ana\"}")
    }
    #expect(begin(9, "none").status == 404)
    // In the store too, which asks for the parent of a draft.
    _ = try board.store.keep(
      board.draft, after: 0,
      as: .init(
        instant: 0, origin: .planned, parent: nil, command: "", status: "unknown", objective: nil,
        inputSHA256: nil), [])
    let begun = begin(1, "again")["draft"] as? [String: Any]
    #expect((begun?["parent"] as? [String: Int]) == ["kept": 1], "\(String(describing: begun))")
    let log = try #require(try board.store.log(named: "again"))
    #expect(log.state.place(of: "iot-1")?.room == "fjord")
    #expect(log.draft.asked.command == "programme draft")
    board.keeper.fault.withLock { $0 = "the history is locked" }
    #expect(board.get("/api/history").status == 503)
  }

  @Test("Tables with errors keep nothing")
  func broken() throws {
    let board = try TestBoard()
    let rooms = board.tables.appending(path: "rooms.csv")
    let text = try String(contentsOf: rooms, encoding: .utf8)
    try text.replacing("Room Fjord,80", with: "Room Fjord,many")
      .write(to: rooms, atomically: true, encoding: .utf8)
    #expect(keep(board).status == 409)
    #expect(board.keeper.kept.isEmpty)
  }

  @Test("What was kept is told with the draft, without another act")
  func told() throws {
    let board = try TestBoard()
    let before = board.get("/api/drafts/\(board.draft)")
    let log = try #require(try board.store.log(of: board.draft))
    _ = try board.store.keep(
      log.draft.id, after: 0,
      as: .init(
        instant: 0, origin: .planned, parent: nil, command: "", status: "unknown", objective: nil,
        inputSHA256: nil), [])
    let after = board.get("/api/drafts/\(board.draft)")
    let kept = (after["draft"] as? [String: Any])?["kept"] as? [[String: Int]]
    #expect(kept == [["draft": 1, "act": 0]])
    #expect(before.headers["etag"] != after.headers["etag"])
  }
}
