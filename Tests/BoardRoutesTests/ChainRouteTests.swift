// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import BoardRoutes

@Suite struct ChainRouteTests {
  private typealias Object = [String: Any]

  private func chains(_ board: TestBoard, _ session: String) -> [Object] {
    let reply = board.get("/api/drafts/\(board.draft)/chains/\(session)")
    #expect(reply.status == 200)
    #expect(reply["session"] as? String == session)
    #expect(reply["complete"] as? Bool == true)
    return reply["swaps"] as? [Object] ?? []
  }

  private func number(_ object: Object, _ name: String) -> Int? { object[name] as? Int }

  @Test(
    "A chain names who moves from where to where and whom to ask, and does to the draft what it says",
    arguments: Transport.allCases)
  func chain(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let found = chains(board, "iot-1")
    #expect(!found.isEmpty)
    let prices = found.map { number($0, "delta") ?? .min }
    #expect(prices == prices.sorted())
    let state = board.get("/api/drafts/\(board.draft)")
    let places = state["places"] as? Object ?? [:]
    for chain in found {
      let moves = chain["moves"] as? [Object] ?? []
      #expect((2...4).contains(moves.count))
      #expect(moves.first?["session"] as? String == "iot-1")
      for move in moves {
        let here = places[move["session"] as? String ?? ""] as? [String: String]
        #expect(move["from"] as? [String: String] == here)
        #expect(move["to"] as? [String: String] != here)
      }
      let asked = chain["ask"] as? [Object] ?? []
      #expect(!asked.isEmpty)
      #expect(asked.allSatisfy { $0["activity"] is String && $0["contacts"] is [String] })
    }
    let first = try #require(found.first)
    let moves = try JSONSerialization.data(withJSONObject: first["moves"] ?? [])
    let before = state["objective"] as? Int ?? 0
    let after = board.act(
      "swap", "\"kind\":\"moves\",\"moves\":\(String(decoding: moves, as: UTF8.self))")
    #expect(after.status == 200)
    #expect(after["objective"] as? Int == before + (number(first, "delta") ?? .min))
  }

  @Test("A pinned session makes no room, and a session that is nowhere can still be let in")
  func pinned() throws {
    let board = try TestBoard()
    let pin = board.act("pin", "\"kind\":\"pin\",\"sessions\":[\"main-ai\"]")
    #expect(pin.status == 200)
    for session in ["iot-1", "iot-2"] {
      let moving = chains(board, session).flatMap { $0["moves"] as? [Object] ?? [] }
        .compactMap { $0["session"] as? String }
      #expect(!moving.contains("main-ai"))
    }
  }

  @Test("Once only swaps are possible, the same places are taken afterwards")
  func swapsOnly() throws {
    let board = try TestBoard()
    #expect(!chains(board, "iot-2").isEmpty, "it is nowhere, and others can make room")
    let stage = board.act("stage", "\"kind\":\"stage\",\"stage\":\"swaps\"")
    #expect(stage.status == 200)
    for chain in chains(board, "iot-1") {
      let moves = chain["moves"] as? [Object] ?? []
      let from = Set(moves.compactMap { $0["from"] as? [String: String] })
      #expect(from == Set(moves.compactMap { $0["to"] as? [String: String] }))
    }
    #expect(chains(board, "iot-2").isEmpty)
  }

  @Test("What is found in a moment is among what is found in the end, and says whether it is all")
  func first() throws {
    let board = try TestBoard()
    let reply = board.get("/api/drafts/\(board.draft)/chains/iot-1?first=yes")
    #expect(reply.status == 200 && reply["complete"] is Bool)
    let whole = chains(board, "iot-1").map { $0 as NSDictionary }
    let found = reply["swaps"] as? [Object] ?? []
    #expect(!found.isEmpty && found.allSatisfy { whole.contains($0 as NSDictionary) })
  }

  @Test("A session that the tables do not have is not found")
  func unknown() throws {
    let board = try TestBoard()
    #expect(board.get("/api/drafts/\(board.draft)/chains/nobody").status == 404)
  }
}
