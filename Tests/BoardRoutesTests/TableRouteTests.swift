// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import BoardRoutes

@Suite struct TableRouteTests {
  private func edits(_ row: Int, _ column: String, _ value: String) -> String {
    "\"edits\":[{\"row\":\(row),\"column\":\"\(column)\",\"value\":\"\(value)\"}]"
  }

  private func digest(_ board: TestBoard, _ file: String = "rooms.csv") -> String {
    board.get("/api/tables/\(file)")["digest"] as? String ?? ""
  }

  private func save(
    _ board: TestBoard, _ digest: String, _ edits: String, file: String = "rooms.csv"
  ) -> Reply {
    board.post(
      "/api/tables/\(file)/save",
      "{\"key\":\"\(UUID().uuidString)\",\"author\":\"Ana\",\"digest\":\"\(digest)\",\(edits)}")
  }

  private func bytes(_ board: TestBoard, _ file: String = "rooms.csv") throws -> Data {
    try Data(contentsOf: board.tables.appending(path: file))
  }

  @Test(
    "A cell is checked while it is typed, shown before it is saved, and saved alone",
    arguments: Transport.allCases)
  func edit(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let before = try bytes(board)
    let table = board.get("/api/tables/rooms.csv")
    #expect((table["columns"] as? [String])?.prefix(3) == ["id", "name", "capacity"])
    let wrong = board.post("/api/tables/rooms.csv/check", "{\(edits(1, "capacity", "many"))}")
    let finding = (wrong["findings"] as? [[String: Any]] ?? []).first {
      $0["column"] as? String == "capacity"
    }
    #expect(finding?["row"] as? Int == 1 && finding?["severity"] as? String == "error")
    #expect(try bytes(board) == before)
    let preview = board.post(
      "/api/tables/rooms.csv/preview",
      "{\"digest\":\"\(digest(board))\",\(edits(1, "capacity", "90"))}")
    #expect(
      preview["difference"] as? [String] == [
        "-fjord,Room Fjord,80,hybrid,,,First floor,", "+fjord,Room Fjord,90,hybrid,,,First floor,",
      ])
    #expect(try bytes(board) == before)
    let saved = save(board, digest(board), edits(1, "capacity", "90"))
    #expect(saved.status == 200)
    let text = String(decoding: before, as: UTF8.self)
    #expect(
      try bytes(board) == Data(text.replacing("Fjord,80,", with: "Fjord,90,").utf8))
    #expect(try board.store.log(of: board.draft)?.acts.last?.kind.word == "tables")
    let rooms = (board.get("/api/board")["scenario"] as? [String: Any])?["rooms"]
    #expect((rooms as? [[String: Any]])?[1]["seats"] as? Int == 90)
  }

  @Test("A file that changed meanwhile is never overwritten", arguments: Transport.allCases)
  func changed(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let old = digest(board)
    let file = board.tables.appending(path: "rooms.csv")
    let theirs = try String(contentsOf: file, encoding: .utf8) + "attic,Attic,10,,,,,\n"
    try theirs.write(to: file, atomically: true, encoding: .utf8)
    let refused = save(board, old, edits(1, "capacity", "90"))
    #expect(refused.status == 409)
    #expect((refused["error"] as? String ?? "").contains("rooms.csv has changed"))
    #expect(try String(contentsOf: file, encoding: .utf8) == theirs)
    #expect(save(board, "", edits(1, "capacity", "90")).status == 409)
    #expect(save(board, digest(board), edits(1, "capacity", "90")).status == 200)
  }

  @Test(
    "Separator, encoding, line ends, unknown columns and quotes stay as they are",
    arguments: [
      (
        "id;name;seats;my own\r\nhall;\"Main; Hall\";300;x\r\nfjord;Fjord;80;\r\n", 1, "name",
        "Bj\u{F8}rn; hall", "fjord;Fjord;80;", "fjord;\"Bj\u{F8}rn; hall\";80;"
      ),
      (
        "id\tname\tcapacity\nhall\tHall\t300\nfjord\tFjord\t80", 1, "capacity", "81", "\t80", "\t81"
      ),
      (
        "\u{FEFF}sep=,\nmy own,id,name,capacity\n1,hall,Hall,300\n\n2,fjord,\"Fjord\",80\n", 1,
        "name", "Fell", "\"Fjord\"", "\"Fell\""
      ),
      (
        "id,name,capacity\nhall,Hall\nfjord,Fjord,80\n", 0, "capacity", "300", "hall,Hall\n",
        "hall,Hall,300\n"
      ),
      (
        "id,name,capacity\n\"hall\",\"A \"\"big\"\"\nhall\",300\nfjord,Fjord,80\n", 1, "name",
        "a \"b\"", "fjord,Fjord", "fjord,\"a \"\"b\"\"\""
      ),
    ])
  func kept(
    _ text: String, _ row: Int, _ column: String, _ value: String, _ old: String, _ new: String
  ) throws {
    for (encoding, hasMark) in [
      (String.Encoding.utf8, true), (.utf16, true), (.utf16LittleEndian, text.first == "i"),
      (.utf16BigEndian, text.first == "i"),
    ] where hasMark {
      let before = try #require(text.data(using: encoding))
      let board = try TestBoard { tables in
        try before.write(to: tables.appending(path: "rooms.csv"))
      }
      let typed = value.replacing("\"", with: "\\\"")
      let saved = save(board, digest(board), edits(row, column, typed))
      #expect(saved.status == 200, "\(saved.body)")
      #expect(try bytes(board) == text.replacing(old, with: new).data(using: encoding))
    }
  }

  @Test("A letter that the file's encoding lacks is refused, and one that it has is kept in it")
  func western() throws {
    let text = "id,name,capacity\nhall,Gr\u{F6}\u{DF}e,300\n"
    let before = try #require(text.data(using: .windowsCP1252))
    let board = try TestBoard { try before.write(to: $0.appending(path: "rooms.csv")) }
    #expect(save(board, digest(board), edits(0, "name", "\u{65E5}\u{672C}")).status == 400)
    #expect(try bytes(board) == before)
    #expect(save(board, digest(board), edits(0, "name", "H\u{F6}he")).status == 200)
    #expect(
      try bytes(board)
        == text.replacing("Gr\u{F6}\u{DF}e", with: "H\u{F6}he").data(using: .windowsCP1252))
  }

  @Test("A letter by which the encoding can no longer be told is refused, and the file stays")
  func untold() throws {
    let text = "id,name,capacity\nhall,Gr\u{F6}\u{DF}e,300\n"
    let before = try #require(text.data(using: .windowsCP1252))
    let board = try TestBoard { try before.write(to: $0.appending(path: "rooms.csv")) }
    let refused = save(board, digest(board), edits(0, "name", "Fj\u{F8}rd"))
    #expect(refused.status == 400)
    #expect((refused["error"] as? String ?? "").contains("programme tidy"))
    #expect(try bytes(board) == before)
  }

  @Test(
    "The difference and the log show letters as they are, whatever encoding the file is in",
    arguments: [String.Encoding.utf16, .utf16BigEndian, .windowsCP1252, .utf8])
  func difference(_ encoding: String.Encoding) throws {
    let text = "id,name,capacity\nhall,Gr\u{F6}\u{DF}e,300\n"
    let before = try #require(text.data(using: encoding))
    let board = try TestBoard { try before.write(to: $0.appending(path: "rooms.csv")) }
    let preview = board.post(
      "/api/tables/rooms.csv/preview",
      "{\"digest\":\"\(digest(board))\",\(edits(0, "name", "H\u{F6}he"))}")
    let lines = ["-hall,Gr\u{F6}\u{DF}e,300", "+hall,H\u{F6}he,300"]
    #expect(preview["difference"] as? [String] == lines)
    #expect(save(board, digest(board), edits(0, "name", "H\u{F6}he")).status == 200)
    guard case .tables(let tables)? = try board.store.log(of: board.draft)?.acts.last?.kind else {
      Issue.record("not logged")
      return
    }
    #expect(tables.first?.changes == lines)
  }

  @Test(
    "What is saved is in the log: of a closed draft, and where no table can be read since",
    arguments: Transport.allCases)
  func logged(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    _ = board.act("c", "\"kind\":\"stage\",\"stage\":\"closed\"")
    #expect(save(board, digest(board), edits(1, "capacity", "90"))["act"] is [String: Any])
    let broken = save(board, digest(board), edits(1, "id", "hall"))
    #expect(broken.status == 200)
    #expect(broken["act"] is [String: Any], "\(broken.body)")
    let mended = save(board, digest(board), edits(1, "id", "fjord"))
    #expect(mended["act"] is [String: Any], "\(mended.body)")
    let kinds = try #require(try board.store.log(of: board.draft)).acts.map(\.kind.word)
    #expect(kinds == ["stage", "tables", "tables", "tables"])
  }

  @Test(
    "A request to save that comes again is answered as before, and one that nobody signs saves nothing",
    arguments: Transport.allCases)
  func again(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let before = try bytes(board)
    func ask(_ author: String, _ digest: String, _ file: String = "rooms.csv") -> Reply {
      board.post(
        "/api/tables/\(file)/save",
        "{\"key\":\"once\",\(author)\"digest\":\"\(digest)\",\(edits(1, "capacity", "90"))}")
    }
    let first = digest(board)
    #expect(ask("", first).status == 400)
    #expect(ask("\"author\":\" \",", first).status == 400)
    #expect(try bytes(board) == before)
    #expect(ask("\"author\":\"Ana\",", first).status == 200)
    let after = try bytes(board)
    let repeated = ask("\"author\":\"Ana\",", first)
    #expect(repeated.status == 200 && repeated["act"] is [String: Any], "\(repeated.body)")
    #expect(repeated["digest"] as? String == digest(board))
    #expect(try bytes(board) == after)
    #expect(try board.store.log(of: board.draft)?.acts.count == 1)
    #expect(ask("\"author\":\"Ana\",", digest(board, "people.csv"), "people.csv").status == 400)
  }

  @Test("New rows come at the end, and a table that was not there begins with its headings")
  func added() throws {
    let board = try TestBoard {
      try FileManager.default.removeItem(at: $0.appending(path: "wishes.csv"))
    }
    #expect(digest(board, "wishes.csv") == "none")
    let saved = save(
      board, "none", edits(0, "subject", "dc.iot"), file: "wishes.csv")
    #expect(saved.status == 200)
    let text = try String(decoding: bytes(board, "wishes.csv"), as: UTF8.self)
    #expect(text.hasPrefix("subject,") && text.split(separator: "\n").count == 2)
    #expect(text.split(separator: "\n").last?.hasPrefix("dc.iot,") == true)
  }

  @Test("Only cells that are there can be changed", arguments: Transport.allCases)
  func faults(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let before = try bytes(board)
    for bad in [edits(0, "colour", "red"), edits(-1, "name", "x"), edits(99_999, "name", "x")] {
      #expect(save(board, digest(board), bad).status == 400)
    }
    #expect(save(board, digest(board), "\"edits\":1").status == 400)
    #expect(board.get("/api/tables/secrets.csv").status == 404)
    #expect(try bytes(board) == before)
  }
}
