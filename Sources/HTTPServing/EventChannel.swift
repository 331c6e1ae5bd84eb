// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Events that all readers get, in one order. Each has an id; a reader that comes back with the last
/// one it has gets those after it, or is told that they are gone (event `reset`).
///
/// The form is that of the HTML standard, 9.2: `id`, `event`, `data`.
public final class EventChannel: Sendable {
  private struct State: Sendable {
    var number = 0
    var kept: [(number: Int, bytes: Data)] = []
    var readers: [ObjectIdentifier: EventStream] = [:]
  }

  private let state = Mutex(State())
  private let name: String
  private let keeping: Int

  /// - Parameters:
  ///   - name: tells this channel's ids from those of an earlier process.
  ///   - keeping: events that a reader may have missed.
  public init(name: String, keeping: Int = 2_000) {
    self.name = name
    self.keeping = keeping
  }

  /// Streams that somebody reads.
  public var readers: Int { state.withLock { $0.readers.count } }

  /// Sends an event to everybody.
  ///
  /// - Parameters:
  ///   - event: its name, a word.
  ///   - data: a text; its lines arrive as they are.
  public func publish(_ event: String, _ data: String) {
    // Sent while the lock is held, so that all get all events in the same order.
    state.withLock { state in
      state.number += 1
      let bytes = Self.bytes(event, data, id: "\(name)-\(state.number)")
      state.kept.append((state.number, bytes))
      // Rarely, since a list's front is dear to remove.
      if state.kept.count > 2 * keeping { state.kept.removeFirst(keeping) }
      for stream in state.readers.values { stream.send(bytes) }
    }
  }

  /// A reader's stream.
  ///
  /// - Parameters:
  ///   - last: the id of the last event that it has, from `Last-Event-ID`.
  ///   - greeting: the data of the first event, `open`, for those who begin; with `reset`, for those
  ///     whose next events are gone.
  public func open(after last: String?, greeting: String) -> EventStream {
    let stream = EventStream()
    state.withLock { state in
      let known = last.flatMap { number(of: $0, in: state) }
      if let known {
        for event in state.kept where event.number > known { stream.send(event.bytes) }
      } else {
        stream.send(
          Self.bytes(
            last == nil ? "open" : "reset", greeting, id: "\(name)-\(state.number)"))
      }
      state.readers[ObjectIdentifier(stream)] = stream
    }
    let key = ObjectIdentifier(stream)
    stream.whenGone { [weak self] in
      _ = self?.state.withLock { $0.readers.removeValue(forKey: key) }
    }
    return stream
  }

  /// Ends all streams: their readers come back, or see that nobody is there.
  public func end() {
    for stream in state.withLock({ Array($0.readers.values) }) { stream.end() }
  }

  /// The number of an event after which all are still kept.
  private func number(of id: String, in state: State) -> Int? {
    guard id.hasPrefix(name + "-"), let number = Int(id.dropFirst(name.count + 1)),
      number >= 0, number <= state.number
    else { return nil }
    return number + 1 >= (state.kept.first?.number ?? state.number + 1) ? number : nil
  }

  private static func bytes(_ event: String, _ data: String, id: String) -> Data {
    var text = "id: \(id)\nevent: \(event)\n"
    for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      text += "data: \(line)\n"
    }
    return Data((text + "\n").utf8)
  }

  /// A line that readers ignore: it shows a connection that nobody reads any more.
  static let heartbeat = Data(": \n\n".utf8)
}
