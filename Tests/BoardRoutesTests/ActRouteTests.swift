// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Rules
import Testing
import Wires

@testable import BoardRoutes

@Suite struct ActRouteTests {
  private func number(_ reply: Reply, _ name: String) -> Int { reply[name] as? Int ?? -1 }

  @Test("Every session is placed, unplaced or held, after any move", arguments: Transport.allCases)
  func invariant(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let scenario = board.get("/api/board")["scenario"] as? [String: Any]
    let all = Set(
      (scenario?["sessions"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
    #expect(all.count >= 10)
    let moved = board.act(
      "a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", "2025-06-24T10:45@hall"))
    #expect(moved.status == 200)
    for reply in [moved, board.get("/api/drafts/\(board.draft)")] {
      let places = reply["places"] as? [String: Any] ?? [:]
      let placed = Set(places.filter { $0.value is [String: Any] }.keys)
      let unplaced = Set(reply["unplaced"] as? [String] ?? [])
      let held = Set(reply["held"] as? [String] ?? [])
      #expect(Set(places.keys) == all)
      #expect(placed.union(unplaced).union(held) == all)
      #expect(placed.count + unplaced.count + held.count == all.count)
      #expect(placed == ["opening-1", "main-ai", "iot-1"])
    }
  }

  @Test("The same request twice is one act", arguments: Transport.allCases)
  func repeated(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let move = TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil)
    let (one, two) = (board.act("same", move), board.act("same", move))
    #expect(one.status == 200 && two.status == 200)
    #expect(one["repeated"] as? Bool == false && two["repeated"] as? Bool == true)
    #expect(number(one, "head") == number(two, "head"))
    #expect(try board.store.log(of: board.draft)?.acts.count == 1)
  }

  @Test(
    "Edits of the same session ask, with both sides; edits of others do not",
    arguments: Transport.allCases)
  func conflict(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let first = board.act(
      "a", author: "Ana", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", "2025-06-24T10:45@hall")
    )
    #expect(first.status == 200)
    let other = board.act(
      "b", author: "Ben", TestBoard.move("iot-2", nil, "2025-06-24T09:00@fjord"))
    #expect(other.status == 200)
    let same = board.act(
      "c", author: "Cam", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", "2025-06-23T13:30@fell")
    )
    #expect(same.status == 409)
    let conflict = try #require(same["conflict"] as? [String: Any])
    #expect((conflict["sessions"] as? [String])?.contains("iot-1") == true)
    #expect((conflict["ours"] as? [String: Any])?["author"] as? String == "Cam")
    let theirs = conflict["theirs"] as? [[String: Any]] ?? []
    #expect(theirs.contains { $0["author"] as? String == "Ana" })
    #expect(try board.store.log(of: board.draft)?.acts.count == 2)
    let head = conflict["head"] as? Int ?? 0
    let anyway = board.act(
      "d", base: head, author: "Cam",
      TestBoard.move("iot-1", "2025-06-24T10:45@hall", "2025-06-23T13:30@fell"))
    #expect(anyway.status == 200)
  }

  @Test(
    "Undo and redo go through the author's own acts, and a repeated undo is one",
    arguments: Transport.allCases)
  func undo(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let path = "/api/drafts/\(board.draft)"
    func step(_ way: String, _ key: String, _ author: String) -> Reply {
      board.post("\(path)/\(way)", "{\"key\":\"\(key)\",\"author\":\"\(author)\"}")
    }
    _ = board.act("a", author: "Ana", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil))
    _ = board.act("b", author: "Ben", TestBoard.move("main-ai", "2025-06-23T10:45@hall", nil))
    #expect(step("undo", "u1", "Cam").status == 409)
    let undone = step("undo", "u1", "Ana")
    #expect(undone.status == 200)
    #expect(
      ((undone["places"] as? [String: Any])?["iot-1"] as? [String: Any])?["room"] as? String
        == "fjord")
    let again = step("undo", "u1", "Ana")
    #expect(again.status == 200 && again["repeated"] as? Bool == true)
    #expect(try board.store.log(of: board.draft)?.acts.count == 3)
    let redone = step("redo", "r1", "Ana")
    #expect(redone.status == 200)
    #expect((redone["places"] as? [String: Any])?["iot-1"] is NSNull)
    #expect((redone["undo"] as? [String: Int])?.keys.sorted() == ["Ana", "Ben"])
  }

  @Test(
    "A closed draft takes no moves, and says who closed it and why", arguments: Transport.allCases)
  func stage(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let closed = board.act(
      "a", author: "Chair", "\"kind\":\"stage\",\"stage\":\"closed\",\"why\":\"agreed\"")
    #expect(closed.status == 200)
    let refused = board.act(
      "b", base: number(closed, "head"), TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil))
    #expect(refused.status == 403)
    let sentence = refused["error"] as? String ?? ""
    #expect(
      sentence.contains("closed") && sentence.contains("Chair") && sentence.contains("agreed"))
  }

  @Test(
    "What is wrong with an act is said, all of it, and nothing is done",
    arguments: Transport.allCases)
  func faults(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let path = "/api/drafts/\(board.draft)/acts"
    for (body, word) in [
      ("", "JSON"), ("[]", "should be"), ("{", "JSON"), ("{\"base\":0}", "key"),
      (
        "{\"key\":\"k\",\"base\":\"0\",\"author\":\"A\",\"kind\":\"unpin\",\"sessions\":[]}", "base"
      ),
      ("{\"key\":\"k\",\"base\":0,\"author\":\"A\",\"kind\":\"dance\"}", "'kind' has a value"),
      ("{\"key\":\"k\",\"base\":0,\"author\":\"\",\"kind\":\"note\",\"text\":\"\"}", "name"),
      (
        "{\"key\":\"k\",\"base\":0,\"author\":\"A\",\(TestBoard.move("nobody", nil, "2025-06-24T10:45@attic"))}",
        "nobody"
      ),
      (
        "{\"key\":\"k\",\"base\":0,\"author\":\"A\",\(TestBoard.move("iot-1", nil, "2025-99-24T10:45@hall"))}",
        "start"
      ),
      (
        "{\"key\":\"k\",\"base\":0,\"author\":\"A\",\"kind\":\"tables\",\"tables\":[]}",
        "own address"
      ),
      (
        "{\"key\":\"k\",\"base\":0,\"author\":\"A\",\"kind\":\"moves\",\"moves\":[],\"computed\":{\"question\":\"improve\",\"command\":\"\",\"status\":\"optimal\"}}",
        "own address"
      ),
    ] {
      let reply = board.post(path, body)
      #expect(reply.status == 400, "\(body): \(reply.status)")
      #expect((reply["error"] as? String ?? "").contains(word), "\(body): \(reply.body)")
    }
    let unknown = board.post(
      path,
      "{\"key\":\"k\",\"base\":0,\"author\":\"A\",\(TestBoard.move("nobody", nil, "2025-06-24T10:45@attic"))}"
    )
    #expect((unknown["findings"] as? [Any])?.count == 2)
    #expect(try board.store.log(of: board.draft)?.acts.isEmpty == true)
    #expect(board.post("/api/drafts/999/acts", "{}").status == 400)
    #expect(board.get("/api/drafts/\(board.draft)/acts").status == 404)
  }

  @Test("The price shown is the difference of two reviews", arguments: Transport.allCases)
  func prices(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let path = "/api/drafts/\(board.draft)"
    let before = number(board.get(path), "objective")
    let lift = board.get("\(path)/lift/iot-2")
    #expect(lift.status == 200 && lift["session"] as? String == "iot-2")
    let places = lift["places"] as? [[String: Any]] ?? []
    #expect(places.count >= 12)
    var from: String?
    for (index, place) in places.enumerated() {
      let start = place["start"] as? String ?? ""
      let room = place["room"] as? String ?? ""
      let to = "\(start)@\(room)"
      let head = (board.get(path)["draft"] as? [String: Any])?["head"] as? Int ?? 0
      let state = board.act("p\(index)", base: head, TestBoard.move("iot-2", from, to))
      #expect(state.status == 200)
      #expect(number(state, "objective") - before == place["cost"] as? Int)
      let broken = (state["violations"] as? [[String: Any]] ?? []).filter {
        ($0["sessions"] as? [String] ?? []).contains("iot-2")
      }
      let shown = (place["breaks"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
      #expect(Set(broken.compactMap { $0["rule"] as? String }) == Set(shown), "\(to)")
      from = to
    }
    let why = board.get("\(path)/lift/iot-1/why?start=2025-06-23T09:00&room=hall")
    #expect(why.status == 200)
    let breaks = why["breaks"] as? [[String: Any]] ?? []
    #expect(breaks.contains { ($0["sessions"] as? [String] ?? []).contains("opening-1") })
    #expect(board.get("\(path)/lift/nobody").status == 404)
    #expect(board.get("\(path)/lift/iot-1/why?start=x&room=hall").status == 400)
  }

  @Test(
    "A branch begins as its parent was, and both go on by themselves", arguments: Transport.allCases
  )
  func branch(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    _ = board.act("a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil))
    let body =
      "{\"key\":\"br\",\"from\":\(board.draft),\"at\":0,\"name\":\"other\",\"author\":\"Ana\"}"
    let begun = board.post("/api/drafts", body)
    #expect(begun.status == 200 && board.post("/api/drafts", body).status == 200)
    let id = (begun["draft"] as? [String: Any])?["id"] as? Int ?? 0
    let places = board.get("/api/drafts/\(id)")["places"] as? [String: Any]
    #expect(places?["iot-1"] is [String: Any])
    #expect((board.get("/api/drafts")["drafts"] as? [Any])?.count == 2)
    let taken = board.post(
      "/api/drafts", body.replacing("br", with: "again"))
    #expect(taken.status == 400)
    let compared = board.get("/api/compare?a=\(board.draft)&b=\(id)")
    #expect(compared.status == 200)
    #expect(board.get("/api/compare?a=1").status == 400)
  }

  @Test("A state that a browser has is not sent again", arguments: Transport.allCases)
  func tags(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let path = "/api/drafts/\(board.draft)"
    let tag = try #require(board.get(path).headers["etag"])
    let known = board.get(path, headers: [("If-None-Match", tag)])
    #expect(known.status == 304 && known.body.isEmpty)
    _ = board.act("a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil))
    #expect(board.get(path, headers: [("If-None-Match", tag)]).status == 200)
  }

  @Test(
    "The log of decisions is a page and Markdown, its texts harmless", arguments: Transport.allCases
  )
  func decisions(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    _ = board.act("a", "\"kind\":\"note\",\"text\":\"<script>alert(1)</script>\"")
    let page = board.get("/decisions/\(board.draft)")
    #expect(page.status == 200 && page.headers["content-type"]?.hasPrefix("text/html") == true)
    #expect(!page.body.contains("<script") && page.body.contains("&lt;script&gt;"))
    let policy = page.headers["content-security-policy"] ?? ""
    #expect(policy.contains("style-src 'sha256-") && !policy.contains("unsafe"))
    let markdown = board.get("/decisions/\(board.draft).md")
    #expect(markdown.status == 200 && markdown.body.hasPrefix("# "))
    #expect(markdown.headers["content-type"]?.hasPrefix("text/markdown") == true)
    #expect(board.get("/decisions/99").status == 404 && board.get("/decisions/x").status == 404)
  }

  @Test("Events begin with the heads and tell everybody of acts")
  func events() throws {
    let board = try TestBoard(.socket)
    let request = "GET /api/events HTTP/1.1\r\nHost: \(board.host)\r\n"
    let opened = Wire(board.port)?.ask(request + "\r\n", until: "heads") ?? ""
    #expect(opened.contains("text/event-stream") && opened.contains("event: open"))
    _ = board.act("a", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil))
    let missed =
      Wire(board.port)?.ask(
        request + "Last-Event-ID: test-0\r\n\r\n", until: "iot-1") ?? ""
    #expect(missed.contains("event: act") && missed.contains("iot-1"))
    let reset =
      Wire(board.port)?.ask(request + "Last-Event-ID: old-7\r\n\r\n", until: "heads") ?? ""
    #expect(reset.contains("event: reset"))
  }

  @Test("Tables with errors open on their findings", arguments: Transport.allCases)
  func findings(_ transport: Transport) throws {
    let board = try TestBoard(transport) { tables in
      let rooms = tables.appending(path: "rooms.csv")
      try "nonsense\n1\n".write(to: rooms, atomically: true, encoding: .utf8)
    }
    let answer = board.get("/api/board")
    #expect(answer.status == 200)
    let scenario = answer["scenario"] as? [String: Any]
    #expect(scenario?["usable"] as? Bool == false)
    let findings = scenario?["findings"] as? [[String: Any]] ?? []
    #expect(findings.contains { $0["file"] as? String == "rooms.csv" })
    #expect(board.get("/").status == 200)
    try FileManager.default.removeItem(at: board.tables.appending(path: "rooms.csv"))
    try "id,name,capacity\nhall,Hall,300\n".write(
      to: board.tables.appending(path: "rooms.csv"), atomically: true, encoding: .utf8)
    let mended = board.get("/api/board")["scenario"] as? [String: Any]
    #expect((mended?["rooms"] as? [Any])?.count == 1)
  }
}
