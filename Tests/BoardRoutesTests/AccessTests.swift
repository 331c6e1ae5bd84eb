// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing
import Testing

@testable import BoardRoutes

/// Each clause of who may come in.
@Suite struct AccessTests {
  @Test("Only the board's own names lead to it", arguments: Transport.allCases)
  func hosts(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    for host in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"] {
      #expect(board.ask("GET", "/api/board", host: "\(host):\(board.port)").status == 200)
    }
    for host in [
      "evil.example", "evil.example:\(board.port)", "localhost", "127.0.0.1:1",
      "0.0.0.0:\(board.port)",
      "localhost.evil.example:\(board.port)", "localhost:\(board.port).evil.example",
      "plan.example.org",
    ] {
      #expect(board.ask("GET", "/api/board", host: host).status == 421, "\(host)")
      #expect(board.ask("GET", "/", host: host).status == 421, "\(host)")
    }
  }

  @Test(
    "An edit that does not come from the board's page is refused", arguments: Transport.allCases)
  func otherSites(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let path = "/api/drafts/\(board.draft)/acts"
    let body = "{\"key\":\"k\",\"base\":0,\"author\":\"Eve\",\"kind\":\"note\",\"text\":\"x\"}"
    func status(_ change: ([(String, String)]) -> [(String, String)]) -> Int {
      board.ask("POST", path, headers: change(board.editing), body: body).status
    }
    func without(_ name: String, _ value: String? = nil) -> ([(String, String)]) -> [(
      String, String
    )] {
      { all in all.filter { $0.0 != name } + (value.map { [(name, $0)] } ?? []) }
    }
    #expect(status(without("Origin")) == 403)
    for origin in [
      "https://evil.example", "null", "http://localhost:\(board.port)", "http://127.0.0.1:1",
      "https://\(board.host)", "http://\(board.host).evil.example",
    ] {
      #expect(status(without("Origin", origin)) == 403, "\(origin)")
    }
    #expect(status(without("X-Board")) == 403)
    for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
      #expect(status(without("Content-Type", type)) == 415, "\(type)")
    }
    #expect(status(without("Content-Type")) == 415)
    #expect(status { $0 + [("Sec-Fetch-Site", "cross-site")] } == 403)
    #expect(status { $0 + [("Sec-Fetch-Site", "same-site")] } == 403)
    #expect(try board.store.log(of: board.draft)?.acts.isEmpty == true)
    #expect(status { $0 + [("Sec-Fetch-Site", "same-origin")] } == 200)
    #expect(try board.store.log(of: board.draft)?.acts.count == 1)
    // Data is not for pages of others either; a link to the board is.
    #expect(board.get("/api/board", headers: [("Sec-Fetch-Site", "cross-site")]).status == 403)
    #expect(board.get("/", headers: [("Sec-Fetch-Site", "cross-site")]).status == 200)
  }

  @Test(
    "A shared board lets nobody in without a link, not even at this machine",
    arguments: Transport.allCases)
  func tokens(_ transport: Transport) throws {
    let board = try TestBoard(transport, isShared: true)
    let links = try #require(board.links)
    let name = board.access.cookie
    func status(_ cookie: String?, _ path: String = "/api/board") -> Int {
      board.get(path, headers: cookie.map { [("Cookie", "\(name)=\($0)")] } ?? []).status
    }
    #expect(status(nil) == 401 && status(nil, "/") == 401 && status(nil, "/assets/a.js") == 401)
    var forged = [
      "", "edit", String(links.edit.dropLast()), links.edit + "0", String(links.edit.reversed()),
      String(repeating: "0", count: 64), "\(links.edit);x",
    ]
    forged.removeAll { $0 == links.edit || $0 == "\(links.edit);x" }
    for secret in forged { #expect(status(secret) == 401, "\(secret)") }
    #expect(board.get("/api/board", headers: [("Cookie", "other=\(links.edit)")]).status == 401)
    #expect(status(links.look) == 200 && status(links.edit) == 200)
    let twice = "\(name)=\(links.edit); \(name)=\(links.edit)"
    #expect(board.get("/api/board", headers: [("Cookie", twice)]).status == 401)
  }

  @Test("Who may look cannot change anything", arguments: Transport.allCases)
  func lookOnly(_ transport: Transport) throws {
    let board = try TestBoard(transport, isShared: true)
    let links = try #require(board.links)
    let body = "{\"key\":\"k\",\"base\":0,\"author\":\"Eve\",\"kind\":\"note\",\"text\":\"x\"}"
    for path in [
      "/api/drafts/\(board.draft)/acts", "/api/drafts/\(board.draft)/undo", "/api/drafts",
      "/api/drafts/\(board.draft)/solves", "/api/tables/rooms.csv/save",
    ] {
      #expect(
        board.post(path, body, cookie: "\(board.access.cookie)=\(links.look)").status == 403,
        "\(path)")
    }
    let look = board.get(
      "/api/board", headers: [("Cookie", "\(board.access.cookie)=\(links.look)")])
    #expect((look["you"] as? [String: Any])?["may_edit"] as? Bool == false)
    #expect(
      board.post(
        "/api/drafts/\(board.draft)/acts", body, cookie: "\(board.access.cookie)=\(links.edit)"
      ).status == 200)
  }

  @Test(
    "A link puts its secret into a cookie that only the board gets, and shows it nowhere",
    arguments: Transport.allCases)
  func link(_ transport: Transport) throws {
    let board = try TestBoard(transport, isShared: true)
    let links = try #require(board.links)
    let local = board.get("/?key=\(links.edit)")
    #expect(local.status == 200 && !local.body.contains(links.edit))
    let cookie = try #require(local.headers["set-cookie"])
    #expect(cookie.hasPrefix("\(board.access.cookie)=\(links.edit);"))
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(cookie.contains("Path=/") && !cookie.contains("Secure"))
    #expect(local.headers["referrer-policy"] == "no-referrer")
    #expect(local.headers["location"] == nil && local.body.contains("url=/"))
    let proxied = board.ask("GET", "/?key=\(links.look)", host: "plan.example.org")
    #expect(proxied.headers["set-cookie"]?.contains("; Secure") == true)
    let wrong = board.get("/?key=\(String(repeating: "0", count: 64))")
    #expect(wrong.status == 401 && wrong.headers["set-cookie"] == nil)
  }

  @Test("New links end the old ones at once, while the board runs", arguments: Transport.allCases)
  func renewed(_ transport: Transport) throws {
    let board = try TestBoard(transport, isShared: true)
    let old = try #require(board.links)
    let name = board.access.cookie
    #expect(board.get("/api/board", headers: [("Cookie", "\(name)=\(old.edit)")]).status == 200)
    try BoardLinks.issued(for: TestBoard.proxy).write(in: board.folder)
    let new = try #require(board.links)
    #expect(new.edit != old.edit && new.look != old.look)
    #expect(board.get("/api/board", headers: [("Cookie", "\(name)=\(old.edit)")]).status == 401)
    #expect(board.get("/?key=\(old.edit)").status == 401)
    #expect(board.get("/api/board", headers: [("Cookie", "\(name)=\(new.edit)")]).status == 200)
    try FileManager.default.removeItem(at: board.folder.appending(path: BoardLinks.fileName))
    #expect(board.get("/api/board", headers: [("Cookie", "\(name)=\(new.edit)")]).status == 401)
  }

  @Test("People's mail addresses are shown to those who may edit", arguments: Transport.allCases)
  func mail(_ transport: Transport) throws {
    let board = try TestBoard(transport, isShared: true) { tables in
      let text = "id,name,E-mail,region\nada,Ada,ada@example.org,WEOG\nsol,Sol,wrong address,\n"
      try text.write(to: tables.appending(path: "people.csv"), atomically: true, encoding: .utf8)
    }
    let links = try #require(BoardLinks.read(in: board.folder))
    for (secret, isShown) in [(links.look, false), (links.edit, true)] {
      let cookie = [("Cookie", "\(board.access.cookie)=\(secret)")]
      let reply = board.get("/api/tables/people.csv", headers: cookie)
      #expect(reply.status == 200)
      #expect(reply.body.contains("ada@example.org") == isShown)
      #expect(reply.body.contains("wrong address") == isShown)
      #expect((reply["rows"] as? [[String]])?.map { $0[1] } == ["Ada", "Sol"])
    }
  }

  @Test("The file of the links can be read by its owner alone")
  func file() throws {
    let board = try TestBoard(isShared: true)
    let file = board.folder.appending(path: BoardLinks.fileName)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path())[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(Set([board.links?.look, board.links?.edit].compactMap { $0?.count }) == [64])
  }

  @Test("Guessing is slowed down, and a right link still lets in")
  func guessing() throws {
    let board = try TestBoard(isShared: true)
    let links = try #require(board.links)
    let statuses = (0..<100).map { board.get("/?key=\($0)").status }
    #expect(statuses.contains(401) && statuses.contains(429))
    #expect(board.get("/?key=\(links.look)").status == 200)
  }

  @Test("A flood is turned away, and others are not")
  func flood() {
    let access = BoardAccess(port: 8_018)
    let headers = [("host", "127.0.0.1:8018")]
    let faults = (0..<6_000).map { _ in access.fault(.plain("/api/board", headers), at: 5) }
    #expect(faults.prefix(1_000).allSatisfy { $0 == nil })
    #expect(faults.suffix(1_000).allSatisfy { $0 == .tooOften })
    let other = HTTPRequest(
      .get, .root, headers: ["host": "127.0.0.1:8018"], peer: "127.0.0.2")
    #expect(access.fault(other, at: 5) == nil)
    #expect(access.fault(.plain("/api/board", headers), at: 20) == nil)
  }

  @Test(
    "No answer may be framed, cached, sniffed or load from elsewhere", arguments: Transport.allCases
  )
  func guarded(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let replies = [
      board.get("/"), board.get("/assets/a.js"), board.get("/api/board"), board.get("/nothing"),
      board.get("/api/drafts/99"), board.ask("GET", "/", host: "evil.example"),
      board.act("k", "\"kind\":\"nonsense\""),
    ]
    #expect(replies.map(\.status) == [200, 200, 200, 404, 404, 421, 400])
    for reply in replies {
      let policy = reply.headers["content-security-policy"] ?? ""
      #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
      #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(reply.headers["x-content-type-options"] == "nosniff")
      #expect(reply.headers["referrer-policy"] == "no-referrer")
      #expect(reply.headers["cache-control"]?.contains("no-") == true)
      #expect(reply.headers["access-control-allow-origin"] == nil)
    }
  }

  @Test(
    "No path leads out of what is served",
    arguments: [
      "/../tables/rooms.csv", "/assets/../../rooms.csv", "/assets/..%2f..%2frooms.csv",
      "/assets/%2e%2e/rooms.csv", "/assets/a.js%00.css", "/assets//etc/passwd", "/assets/",
      "/assets/b.js", "/api/tables/..%2fdrafts.sqlite", "/api/tables/drafts.sqlite",
      "/api/tables/%2fetc%2fpasswd", "/etc/passwd", "/api/tables/meeting.json",
    ])
  func traversal(_ path: String) throws {
    for transport in Transport.allCases {
      let reply = try TestBoard(transport).get(path)
      #expect([400, 404].contains(reply.status), "\(transport): \(reply.status)")
      #expect(!reply.body.contains("root:") && !reply.body.contains("capacity"))
    }
  }

  @Test("What is typed is data and never markup", arguments: Transport.allCases)
  func script(_ transport: Transport) throws {
    let board = try TestBoard(transport) { tables in
      let file = tables.appending(path: "sessions.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("Opening Ceremony", with: "<script>alert(1)</script>")
        .write(to: file, atomically: true, encoding: .utf8)
    }
    let why = "</script><script>alert(2)</script>\\u202E\\u0007"
    let reply = board.act("k", "\"why\":\"\(why)\",\"kind\":\"note\",\"text\":\"<img onerror=x>\"")
    #expect(reply.status == 200)
    for answer in [reply, board.get("/api/board"), board.get("/api/drafts/\(board.draft)/log")] {
      #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
      #expect(!answer.body.contains("\u{202E}") && !answer.body.contains("\u{7}"))
    }
    let sessions = (board.get("/api/board")["scenario"] as? [String: Any])?["sessions"]
    #expect(
      (sessions as? [[String: Any]])?.first?["title"] as? String == "<script>alert(1)</script>")
    // The page itself holds nothing of a table.
    #expect(!board.get("/").body.contains("alert"))
  }
}
