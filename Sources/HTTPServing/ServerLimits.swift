// SPDX-License-Identifier: GPL-3.0-or-later

/// What one client can take from all others at most.
public struct ServerLimits: Sendable {
  /// Connections at once.
  public var connections = 1_000
  /// Bytes of a request's head.
  public var head = 16 << 10
  /// Bytes of a request's body.
  public var body = 2 << 20
  /// Requests that wait for a thread; more are told to come back.
  public var waiting = 512
  /// Seconds without a byte, either way.
  public var idleSeconds = 30
  /// Seconds that a request's head may take from the moment its connection is made or its
  /// predecessor answered, however steadily it trickles.
  public var headSeconds = 40.0
  /// Seconds that its body may take.
  public var bodySeconds = 20.0
  /// Seconds that an answer may take to be read, streams of events apart.
  public var answerSeconds = 120.0
  /// Seconds after which a stream of events without news sends a line that means nothing.
  public var heartbeatSeconds = 15.0

  public init() {}
}
