// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing
import Testing
import Wires

/// Streams what a channel sends; everything else takes as long as a gate is shut.
private struct Events: HTTPResponder {
  let channel = EventChannel(name: "c")
  let gate = DispatchSemaphore(value: 0)

  func response(to request: HTTPRequest) -> HTTPResponse {
    guard request.target.path == ["events"] else {
      gate.wait()
      return HTTPResponse(type: "text/plain", "late")
    }
    return .events(channel.open(after: request.headers["last-event-id"], greeting: "hello"))
  }
}

@Suite struct EventServingTests {
  private let ask = "GET /events HTTP/1.1\r\nHost: x\r\n"

  @Test("Each of many readers gets each event, in order, and what it missed")
  func many() throws {
    let events = Events()
    let server = try HTTPServer(port: 0, threads: 2, events)
    let wires = try (0..<100).map { _ in try #require(Wire(server.port)) }
    for wire in wires {
      wire.send(ask + "\r\n")
      #expect(wire.read(until: "data: hello").contains("event: open"))
    }
    #expect(events.channel.readers == 100)
    for number in 1...20 { events.channel.publish("act", "number \(number)") }
    for wire in wires {
      let text = wire.read(until: "data: number 20\n")
      let numbers = text.matches(of: /data: number (\d+)/).compactMap { Int($0.output.1) }
      #expect(numbers == Array(1...20))
    }
    let late = try #require(Wire(server.port))
    late.send(ask + "Last-Event-ID: c-18\r\n\r\n")
    let missed = late.read(until: "number 20\n")
    #expect(missed.contains("number 19") && !missed.contains("number 18"))
  }

  @Test("A reader who leaves is noticed, though nothing happens that it would be told")
  func leaves() throws {
    let events = Events()
    var limits = ServerLimits()
    limits.heartbeatSeconds = 0.1
    let server = try HTTPServer(port: 0, threads: 1, limits: limits, events)
    do {
      let wire = try #require(Wire(server.port))
      wire.send(ask + "\r\n")
      #expect(wire.read(until: ": \n\n").contains("hello"))
      #expect(events.channel.readers == 1)
    }
    while events.channel.readers > 0 { usleep(20_000) }
    withExtendedLifetime(server) {}
  }

  @Test("Streams and answers under way end when the server stops")
  func stop() throws {
    let events = Events()
    let server = try HTTPServer(port: 0, threads: 2, events)
    let stream = try #require(Wire(server.port))
    stream.send(ask + "\r\n")
    _ = stream.read(until: "hello")
    let waiting = try #require(Wire(server.port))
    waiting.send("GET /late HTTP/1.1\r\nHost: x\r\n\r\n")
    usleep(200_000)
    server.stop()
    #expect(!stream.rest().contains("late"))
    #expect(!waiting.rest().contains("late"))
    #expect(events.channel.readers == 0)
    // Whoever was still at work ends in peace.
    events.gate.signal()
  }

  @Test("While answers are awaited, streams and other requests go on; too many are turned away")
  func busy() throws {
    let events = Events()
    var limits = ServerLimits()
    limits.waiting = 2
    let server = try HTTPServer(port: 0, threads: 1, limits: limits, events)
    let stream = try #require(Wire(server.port))
    stream.send(ask + "\r\n")
    _ = stream.read(until: "hello")
    var waiting: [Wire] = []
    for _ in 0..<8 {
      let wire = try #require(Wire(server.port))
      wire.send("GET /late HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      waiting.append(wire)
      usleep(20_000)
    }
    events.channel.publish("act", "meanwhile")
    #expect(stream.read(until: "meanwhile").contains("meanwhile"))
    for _ in waiting { events.gate.signal() }
    let answers = waiting.map { $0.rest() }
    #expect(answers.filter { $0.contains("late") }.count == 3)
    #expect(answers.filter { $0.hasPrefix("HTTP/1.1 503") }.count == 5)
  }
}
