// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import HTTPServing

@Suite struct EventChannelTests {
  /// All that a stream holds now.
  private func text(_ stream: EventStream, room: Int = 7) -> String {
    var all = Data()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
    defer { buffer.deallocate() }
    while case .bytes(let count) = stream.take(into: buffer, sleep: {}, wake: {}) {
      all.append(contentsOf: buffer[..<count])
    }
    return String(decoding: all, as: UTF8.self)
  }

  @Test("A new reader is greeted, and gets what comes")
  func open() {
    let channel = EventChannel(name: "c")
    channel.publish("act", "before")
    let stream = channel.open(after: nil, greeting: "hello")
    channel.publish("act", "two\nlines")
    #expect(
      text(stream)
        == "id: c-1\nevent: open\ndata: hello\n\nid: c-2\nevent: act\ndata: two\ndata: lines\n\n")
    #expect(text(stream).isEmpty)
  }

  @Test("A reader that comes back gets exactly what it missed")
  func resume() {
    let channel = EventChannel(name: "c")
    for number in 1...5 { channel.publish("act", "\(number)") }
    #expect(
      text(channel.open(after: "c-3", greeting: ""))
        == "id: c-4\nevent: act\ndata: 4\n\nid: c-5\nevent: act\ndata: 5\n\n")
    #expect(text(channel.open(after: "c-5", greeting: "")).isEmpty)
    #expect(text(channel.open(after: "c-0", greeting: "")).contains("data: 1"))
  }

  @Test(
    "A reader that missed more than is kept, or comes from another process, is told so",
    arguments: ["c-0", "c-3", "d-90", "c-91", "c--1", "c-x", "", "nonsense"])
  func reset(_ last: String) {
    let channel = EventChannel(name: "c", keeping: 10)
    for number in 1...90 { channel.publish("act", "\(number)") }
    #expect(
      text(channel.open(after: last, greeting: "now"))
        == "id: c-90\nevent: reset\ndata: now\n\n")
  }

  @Test("A reader that falls behind is cut off, and the others are not")
  func slow() {
    let slow = EventStream(holding: 100)
    for _ in 0..<20 { slow.send(Data("0123456789".utf8)) }
    #expect(slow.isEnded)
    #expect(text(slow).isEmpty)
    let quick = EventStream(holding: 100)
    for _ in 0..<20 {
      quick.send(Data("0123456789".utf8))
      #expect(text(quick) == "0123456789")
    }
    #expect(!quick.isEnded)
  }

  @Test("Readers that have gone are forgotten")
  func gone() {
    let channel = EventChannel(name: "c")
    let streams = (0..<3).map { _ in channel.open(after: nil, greeting: "") }
    #expect(channel.readers == 3)
    streams[1].readerHasGone()
    #expect(channel.readers == 2)
    channel.end()
    #expect(streams.allSatisfy { $0.isEnded })
  }

  @Test("A connection that sleeps is woken once for what came meanwhile")
  func wake() {
    let stream = EventStream()
    let woken = Counter()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 1)
    defer { buffer.deallocate() }
    guard case .asleep = stream.take(into: buffer, sleep: {}, wake: { woken.add() }) else {
      Issue.record("it had nothing to send")
      return
    }
    stream.send(Data("a".utf8))
    stream.send(Data("b".utf8))
    #expect(woken.total == 1)
    #expect(text(stream) == "ab")
  }
}
