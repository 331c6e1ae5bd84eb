// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@testable import BoardRoutes

@Suite struct SolveRouteTests {
  private func ask(_ board: TestBoard, _ body: String = "{\"kind\":\"improve\"}") -> Reply {
    board.post("/api/drafts/\(board.draft)/solves", body)
  }

  private func solve(_ board: TestBoard, _ id: String) -> Reply {
    board.get("/api/drafts/\(board.draft)/solves/\(id)")
  }

  private func accept(_ board: TestBoard, _ id: String, _ key: String, base: Int = 0) -> Reply {
    board.post(
      "/api/drafts/\(board.draft)/solves/\(id)/accept",
      "{\"key\":\"\(key)\",\"base\":\(base),\"author\":\"Ana\",\"why\":\"cheaper\"}")
  }

  /// As the board stands, with one session elsewhere.
  private func moved(_ board: TestBoard, _ session: String, _ start: String, _ room: String)
    -> [String: BoardPlace]
  {
    var places = board.solver.jobs.last?.places ?? [:]
    places[session] = BoardPlace.start(start).map { BoardPlace(start: $0, room: room) }
    return places
  }

  @Test(
    "A question is worked on apart, heard of, and its answer accepted as one act",
    arguments: Transport.allCases)
  func whole(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    _ = board.act("pin", "\"kind\":\"pin\",\"sessions\":[\"opening-1\"]")
    let id = ask(board)["id"] as? String ?? ""
    #expect(solve(board, id)["state"] as? String == "running")
    #expect(board.solver.jobs.map(\.pins) == [["opening-1"]])
    board.solver.say(.news(incumbent: 10, bound: 5))
    let news = solve(board, id)
    #expect(news["incumbent"] as? Int == 10 && news["bound"] as? Int == 5)
    #expect(news["gap"] as? Double == 0.5)
    #expect(accept(board, id, "early").status == 409)
    let early = try #require(news["change"] as? Int)
    board.solver.say(
      .answer(
        status: "optimal", places: moved(board, "iot-1", "2025-06-24T10:45", "fjord"), bound: 5,
        sentences: ["proven"]))
    let done = solve(board, id)
    #expect(done["state"] as? String == "done" && (done["moves"] as? [Any])?.count == 1)
    #expect(try #require(done["change"] as? Int) > early)
    #expect(try board.store.log(of: board.draft)?.acts.count == 1)
    let accepted = accept(board, id, "yes")
    #expect(accepted.status == 200)
    #expect(accept(board, id, "yes").status == 200)
    let acts = try board.store.log(of: board.draft)?.acts ?? []
    #expect(acts.count == 2)
    guard case .moves(let moves, let computed?)? = acts.last?.kind else {
      Issue.record("no computed moves")
      return
    }
    #expect(moves.map(\.session) == ["iot-1"] && computed.status == "optimal")
    #expect(
      computed.command == "programme draft SCENARIO --from-board first@1 --ask improve --seed 1")
    #expect(computed.isStopped == nil)
    #expect(solve(board, id)["state"] as? String == "accepted")
  }

  @Test("An answer about sessions that others moved meanwhile asks, and about others does not")
  func meanwhile() throws {
    let board = try TestBoard()
    let id = ask(board)["id"] as? String ?? ""
    let places = moved(board, "iot-1", "2025-06-24T10:45", "fjord")
    _ = board.act("a", TestBoard.move("main-ai", "2025-06-23T10:45@hall", nil))
    _ = board.act("b", TestBoard.move("iot-1", "2025-06-24T09:00@fjord", nil))
    board.solver.say(.answer(status: "optimal", places: places, bound: 0, sentences: []))
    // The page knows of both acts, and yet the answer does not.
    let refused = accept(board, id, "k", base: 2)
    #expect(refused.status == 409 && refused["conflict"] != nil)
    #expect(try board.store.log(of: board.draft)?.acts.count == 2)
  }

  @Test(
    "A what-if is told with its question, worked on apart, and its answer taken over by no draft",
    arguments: Transport.allCases)
  func whatIf(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let scenario = board.get("/api/board")["scenario"] as? [String: Any]
    let names = (scenario?["what_ifs"] as? [[String: String]])?.compactMap { $0["name"] } ?? []
    let name = try #require(names.first)
    _ = board.act("pin", "\"kind\":\"pin\",\"sessions\":[\"opening-1\"]")
    let id = ask(board, "{\"kind\":\"what-if\",\"name\":\"\(name)\"}")["id"] as? String ?? ""
    #expect(board.solver.jobs.map(\.whatIf) == [name])
    #expect(board.solver.jobs.map(\.pins) == [["opening-1"]])
    var places = moved(board, "iot-1", "2025-06-24T10:45", "fjord")
    places["only-then"] = places["iot-1"]
    places["main-ai"] = nil
    board.solver.say(
      .whatIf(status: "optimal", places: places, objective: 44, bound: 44, sentences: ["proven"]))
    let done = solve(board, id)
    #expect(done["state"] as? String == "done" && done["objective"] as? Int == 44)
    #expect(done["name"] as? String == name && done["may_accept"] as? Bool == false)
    let moves = (done["moves"] as? [[String: Any]])?.compactMap { $0["session"] as? String } ?? []
    #expect(Set(moves) == ["iot-1", "only-then", "main-ai"] && moves.last == "only-then")
    #expect(accept(board, id, "k", base: 1).status == 400)
    #expect(try board.store.log(of: board.draft)?.acts.count == 1)
    #expect(ask(board, "{\"kind\":\"what-if\",\"name\":\"none\"}").status == 400)
    #expect(ask(board, "{\"kind\":\"what-if\"}").status == 400)
  }

  @Test(
    "The log has the command that finds an answer again: of the draft as it was and was called",
    arguments: [
      (
        "{\"kind\":\"replan\",\"seed\":3}",
        "draft SCENARIO --from-board 'Plan A@1' --ask replan --seed 3"
      ),
      (
        "{\"kind\":\"fewest-moves\"}",
        "draft SCENARIO --from-board 'Plan A@1' --fewest-moves --seed 1"
      ),
      (
        "{\"kind\":\"what-would-it-take\",\"session\":\"iot-1\","
          + "\"place\":{\"start\":\"2025-06-24T10:45\",\"room\":\"fjord\"}}",
        "explain SCENARIO --from-board 'Plan A@1' --session iot-1 --at '2025-06-24 10:45' --room fjord"
      ),
    ])
  func command(_ body: String, _ command: String) throws {
    let board = try TestBoard()
    _ = board.act("n", "\"kind\":\"name\",\"name\":\"Plan A\"")
    let id = ask(board, body)["id"] as? String ?? ""
    _ = board.act("m", base: 1, "\"kind\":\"name\",\"name\":\"Plan B\"")
    board.solver.say(
      .answer(
        status: "feasible", places: moved(board, "iot-1", "2025-06-24T10:45", "fjord"), bound: nil,
        sentences: []))
    // Where cost is not what was asked about, there is no gap of it.
    #expect(solve(board, id)["gap"] is NSNull)
    #expect(accept(board, id, "yes", base: 2).status == 200)
    guard case .moves(_, let computed?)? = try board.store.log(of: board.draft)?.acts.last?.kind
    else {
      Issue.record("no computed moves")
      return
    }
    #expect(computed.command == "programme " + command)
  }

  @Test("A schedule that the referee does not accept is none")
  func judged() throws {
    let board = try TestBoard()
    let id = ask(board)["id"] as? String ?? ""
    let places = moved(board, "iot-1", "2025-06-23T09:00", "hall")
    board.solver.say(.answer(status: "optimal", places: places, bound: 0, sentences: []))
    let answer = solve(board, id)
    #expect(answer["state"] as? String == "failed")
    #expect((answer["sentences"] as? [String])?.first?.contains("referee") == true)
    #expect(accept(board, id, "k").status == 409)
  }

  @Test(
    "A question can be stopped, dropped, and not asked too often", arguments: Transport.allCases)
  func stopped(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let path = "/api/drafts/\(board.draft)/solves"
    let one = ask(board)["id"] as? String ?? ""
    let two = ask(board, "{\"kind\":\"why-not\",\"session\":\"iot-1\"}")["id"] as? String ?? ""
    #expect(ask(board).status == 429)
    #expect(board.ask("DELETE", "\(path)/\(one)", headers: board.editing).status == 200)
    #expect(board.solver.stopped.withLock { $0 } == 1)
    board.solver.say(.answer(status: "unknown", places: nil, bound: nil, sentences: []))
    #expect(solve(board, one)["state"] as? String == "stopped")
    board.solver.say(.failed("its process was ended by signal 9"), to: 1)
    #expect(solve(board, two)["state"] as? String == "failed")
    #expect(board.post("\(path)/\(two)/drop", "{}").status == 200)
    #expect(solve(board, two)["state"] as? String == "dropped")
    #expect((board.get(path)["solves"] as? [Any])?.count == 2)
    #expect(ask(board, "{\"kind\":\"dance\"}").status == 400)
    #expect(ask(board, "{\"kind\":\"why-not\",\"session\":\"nobody\"}").status == 404)
    #expect(solve(board, "s99").status == 404)
  }
}
