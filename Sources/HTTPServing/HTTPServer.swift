// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import MicroHTTPD
import Synchronization
import Threads

/// Serves HTTP/1.1 on this machine's loopback address until it is stopped.
///
/// One thread of the library waits for all connections; requests are answered on a few others, while
/// their connections sleep, so that one slow answer keeps nobody waiting.
public final class HTTPServer: @unchecked Sendable {
  /// The one it listens on.
  public let port: Int
  private let daemon: OpaquePointer
  private let context: ServerContext
  private let isStopped = Atomic<Bool>(false)

  /// Begins to serve.
  ///
  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - threads: on which answers are made.
  /// - Throws: if the port is taken, or the system has no socket or thread.
  public init(
    port: Int, threads: Int, limits: ServerLimits = ServerLimits(), _ responder: any HTTPResponder
  ) throws(ServingFailure) {
    let threads = try WorkingThreads(threads, waiting: limits.waiting)
    let socket: ListeningSocket
    do {
      socket = try ListeningSocket(port: port)
    } catch {
      threads.end()
      throw error
    }
    self.port = socket.port
    context = ServerContext(responder, limits, threads)
    let callbacks = http_callbacks(
      context: Unmanaged.passUnretained(context).toOpaque(), connection: noteConnection,
      target: beginExchange, request: continueExchange, completed: endExchange)
    // The library needs room to read into and write from, beside the head.
    let bounds = http_limits(
      connections: UInt32(clamping: limits.connections),
      idle_seconds: UInt32(clamping: limits.idleSeconds), memory: 2 * max(1_024, limits.head))
    guard let daemon = http_start(socket.descriptor, bounds, callbacks) else {
      close(socket.descriptor)
      threads.end()
      throw .notStarted
    }
    self.daemon = daemon
    let context = context
    guard (try? SystemThread.start(stack: 512 << 10, { context.connections.watch() })) != nil
    else {
      MHD_stop_daemon(daemon)
      threads.end()
      throw .noThread
    }
  }

  /// Ends: streams are closed, answers that are not ready are given up. Returns when all is done.
  public func stop() {
    guard !isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
    // No new connections; those that wait in the system's queue are turned away.
    let listening = MHD_quiesce_daemon(daemon)
    context.close()
    MHD_stop_daemon(daemon)
    if listening >= 0 { close(listening) }
  }

  deinit { stop() }
}

/// What the library's callbacks work with.
final class ServerContext: Sendable {
  let responder: any HTTPResponder
  let limits: ServerLimits
  let threads: WorkingThreads
  let connections: Connections
  /// Exchanges that somebody works on, with their connections.
  private let working = Mutex<[ObjectIdentifier: (exchange: Exchange, connection: Int)]>([:])
  private let isClosed = Atomic<Bool>(false)

  init(_ responder: any HTTPResponder, _ limits: ServerLimits, _ threads: WorkingThreads) {
    self.responder = responder
    self.limits = limits
    self.threads = threads
    connections = Connections(heartbeat: limits.heartbeatSeconds)
  }

  /// Whether requests are still answered.
  var isOpen: Bool { !isClosed.load(ordering: .acquiring) }

  /// Has a request answered on another thread; the connection sleeps already.
  func work(on request: HTTPRequest, _ exchange: Exchange, _ connection: OpaquePointer) {
    let key = ObjectIdentifier(exchange)
    let address = Int(bitPattern: connection)
    working.withLock { $0[key] = (exchange, address) }
    threads.add { [responder, weak self] in
      let response = responder.response(to: request)
      let isWanted = self?.finish(key, response) ?? false
      if !isWanted, case .events(let stream) = response.body { stream.readerHasGone() }
    }
    // The server may have been closed in between.
    if !isOpen { giveUp() }
  }

  /// Hands an answer over; false where it was given up.
  private func finish(_ key: ObjectIdentifier, _ response: HTTPResponse) -> Bool {
    // The connection is woken while all are locked: when the library stops, nobody may be on the way
    // to wake one.
    working.withLock { working in
      guard let (exchange, address) = working.removeValue(forKey: key) else { return false }
      exchange.answer(response, waking: address)
      return true
    }
  }

  func close() {
    isClosed.store(true, ordering: .releasing)
    threads.end()
    giveUp()
    connections.end()
  }

  /// Wakes all connections that wait for an answer: none may sleep when the library stops.
  private func giveUp() {
    working.withLock { working in
      for (exchange, address) in working.values { exchange.answer(.closing, waking: address) }
      working = [:]
    }
  }
}

extension HTTPResponse {
  /// For those who come while the server stops, or when too many wait already.
  static let closing = HTTPResponse(
    .unavailable, headers: ["retry-after": "2", "content-type": "text/plain; charset=utf-8"],
    body: .bytes(Data("busy: try again in a moment\n".utf8)))
}
