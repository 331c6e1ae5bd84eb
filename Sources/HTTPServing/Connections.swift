// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import MicroHTTPD
import Synchronization
import Threads

/// All connections, each with the instant at which it is cut off if it has not got further.
///
/// The library itself closes connections that are silent. One that sends a byte now and then would
/// stay for ever, and needs a clock of its own.
final class Connections: Sendable {
  private struct Connection: Sendable {
    let descriptor: Int32
    var deadline: Deadline?
    var stream: EventStream?
    var sinceHeartbeat = Stopwatch()
  }

  private struct State: Sendable {
    var all: [Int: Connection] = [:]
    var isEnded = false
  }

  private let state = Mutex(State())
  private let heartbeat: Double

  init(heartbeat: Double) { self.heartbeat = heartbeat }

  func add(_ connection: OpaquePointer, seconds: Double) {
    let descriptor = http_descriptor(connection)
    state.withLock {
      $0.all[Int(bitPattern: connection)] = Connection(
        descriptor: descriptor, deadline: Deadline(seconds: seconds))
    }
  }

  /// The library closes the socket afterwards, and its number may then be another connection's.
  func remove(_ connection: OpaquePointer) {
    _ = state.withLock { $0.all.removeValue(forKey: Int(bitPattern: connection)) }
  }

  /// Something came to its end in time.
  ///
  /// - Parameter seconds: for the next; `nil` for no limit.
  func move(_ connection: OpaquePointer, seconds: Double?) {
    state.withLock {
      $0.all[Int(bitPattern: connection)]?.deadline = seconds.map { Deadline(seconds: $0) }
    }
  }

  /// What a connection is kept awake for; `nil` for nothing any more.
  func carry(_ connection: OpaquePointer, _ stream: EventStream?) {
    state.withLock { $0.all[Int(bitPattern: connection)]?.stream = stream }
    if state.withLock({ $0.isEnded }) { stream?.end() }
  }

  func end() {
    let streams = state.withLock { state in
      state.isEnded = true
      return state.all.values.compactMap(\.stream)
    }
    for stream in streams { stream.end() }
  }

  /// Looks after them, until the end.
  func watch() {
    while !state.withLock({ $0.isEnded }) {
      usleep(200_000)
      let due = state.withLock { state -> [EventStream] in
        var due: [EventStream] = []
        for (key, connection) in state.all {
          if connection.deadline?.isOver == true {
            shutdown(connection.descriptor, Int32(SHUT_RDWR))
            state.all[key]?.deadline = nil
          }
          if let stream = connection.stream, connection.sinceHeartbeat.seconds > heartbeat {
            state.all[key]?.sinceHeartbeat = Stopwatch()
            due.append(stream)
          }
        }
        return due
      }
      for stream in due { stream.send(EventChannel.heartbeat) }
    }
  }
}
