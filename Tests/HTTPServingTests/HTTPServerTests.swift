// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing
import Testing
import Wires

/// Says what it was asked.
private struct Echo: HTTPResponder {
  let asked = Counter()

  func response(to request: HTTPRequest) -> HTTPResponse {
    asked.add()
    let body = String(decoding: request.body, as: UTF8.self)
    return HTTPResponse(
      type: "text/plain",
      "\(request.method.rawValue) \(request.target.path) \(request.headers["x-test"] ?? "-")"
        + " \(body.utf8.count) \(body.prefix(20)) \(request.peer)")
  }
}

@Suite struct HTTPServerTests {
  private func request(_ first: String, _ more: String = "", _ body: String = "") -> String {
    "\(first) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(more)\r\n\(body)"
  }

  @Test("A request arrives as it was sent, and its answer as it was given")
  func echo() throws {
    let server = try HTTPServer(port: 0, threads: 2, Echo())
    let answer = Wire.ask(server.port, request("GET /a%20b?c=d", "X-Test: yes\r\n"))
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.hasSuffix("GET [\"a b\"] yes 0  127.0.0.1"))
    let body = String(repeating: "é", count: 100_000)
    let post = Wire.ask(server.port, request("POST /x", "Content-Length: 200000\r\n", body))
    #expect(post.hasSuffix("POST [\"x\"] - 200000 \(body.prefix(20)) 127.0.0.1"))
  }

  @Test("A connection carries one request after the other, and HEAD has no body")
  func keepAlive() throws {
    let server = try HTTPServer(port: 0, threads: 2, Echo())
    let wire = try #require(Wire(server.port))
    for number in 0..<50 {
      wire.send("GET /\(number) HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(wire.read(until: "127.0.0.1").contains("GET [\"\(number)\"]"))
    }
    let head = Wire.ask(server.port, request("HEAD /x"))
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
  }

  @Test("Many at once each get their own answer")
  func many() async throws {
    let server = try HTTPServer(port: 0, threads: 3, Echo())
    let port = server.port
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          Wire.ask(port, "GET /\(number) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .contains("GET [\"\(number)\"]")
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test(
    "What cannot be meant is refused before anybody sees it",
    arguments: [
      ("GET /../etc/passwd", "", "400"), ("GET /%2e%2e/%2e%2e/etc/passwd", "", "400"),
      ("GET /a%00b", "", "400"), ("BREW /pot", "", "501"), ("PUT /x", "", "501"),
      ("OPTIONS /x", "", "501"), ("POST /x", "", "411"),
      ("POST /x", "Transfer-Encoding: chunked\r\n", "411"),
      ("POST /x", "Content-Length: 3000000\r\n", "413"),
      ("POST /x", "Content-Length: 99999999999999999999\r\n", "4"),
      ("POST /x", "Content-Length: -1\r\n", "4"), ("POST /x", "Content-Length: x\r\n", "4"),
      ("GET /x", "X-Long: \(String(repeating: "a", count: 70_000))\r\n", "4"),
    ])
  func refused(_ first: String, _ more: String, _ status: String) throws {
    let echo = Echo()
    let server = try HTTPServer(port: 0, threads: 1, echo)
    let answer = Wire.ask(server.port, request(first, more))
    #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(first): \(answer.prefix(100))")
    #expect(echo.asked.total == 0)
  }

  @Test("A body that is longer than was said is never taken for a part of it")
  func longer() throws {
    let server = try HTTPServer(port: 0, threads: 1, Echo())
    let answer = Wire.ask(
      server.port, request("POST /x", "Content-Length: 3\r\n", "abcGET /secret HTTP/1.1\r\n\r\n"))
    #expect(answer.contains("POST [\"x\"] - 3 abc"))
    #expect(!answer.contains("secret"))
  }

  @Test("Clients that trickle a head or a body are cut off, however steadily they do")
  func slow() async throws {
    var limits = ServerLimits()
    limits.headSeconds = 1
    limits.bodySeconds = 1
    let echo = Echo()
    let server = try HTTPServer(port: 0, threads: 1, limits: limits, echo)
    for start in ["GET /", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"] {
      let wire = try #require(Wire(server.port))
      wire.send(start)
      // Ends only when the server does: the test itself has no limit.
      while wire.send("x") { try await Task.sleep(for: .milliseconds(50)) }
    }
    #expect(echo.asked.total == 0)
    #expect(Wire.ask(server.port, request("GET /after")).contains("after"))
  }

  @Test("Noise in place of requests harms nobody")
  func noise() throws {
    let server = try HTTPServer(port: 0, threads: 1, Echo())
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      guard let wire = Wire(server.port) else { continue }
      let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
      wire.send(String(decoding: bytes, as: UTF8.self))
      wire.send("\r\n\r\n")
    }
    #expect(Wire.ask(server.port, request("GET /after")).contains("after"))
  }

  @Test("A port that is taken names the next one that is free")
  func taken() throws {
    let server = try HTTPServer(port: 0, threads: 1, Echo())
    do throws(ServingFailure) {
      _ = try HTTPServer(port: server.port, threads: 1, Echo())
      Issue.record("the port was given twice")
    } catch {
      guard case .portInUse(server.port, let free?) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(free > server.port)
    }
  }

  @Test("Once stopped, its port is free at once, and nobody is left waiting")
  func stop() throws {
    let server = try HTTPServer(port: 0, threads: 1, Echo())
    let wire = try #require(Wire(server.port))
    wire.send("GET / HT")
    server.stop()
    #expect(wire.rest().isEmpty)
    let again = try HTTPServer(port: server.port, threads: 1, Echo())
    #expect(Wire.ask(again.port, request("GET /again")).contains("again"))
  }
}
