// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A connection to a server of this machine, byte by byte, as a client that keeps to no rules makes it.
public final class Wire {
  private let descriptor: Int32

  /// `nil` where nobody listens.
  public init?(_ port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { return nil }
    // Long: a test that waits in vain should fail, and a busy machine should not make it.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Whether the other side still took it.
  @discardableResult
  public func send(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// All that comes until the other side closes.
  public func rest() -> String { read { _ in false } }

  /// What comes until it holds a text.
  public func read(until text: String) -> String { read { $0.contains(text) } }

  private func read(_ isEnough: (String) -> Bool) -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<count]
      let text = String(decoding: all, as: UTF8.self)
      if isEnough(text) { return text }
    }
  }

  /// Sends a request, and reads until the other side closes or the text is there.
  public func ask(_ text: String, until end: String? = nil) -> String {
    send(text)
    return end.map { read(until: $0) } ?? rest()
  }

  /// One request on a connection of its own, and the whole answer.
  public static func ask(_ port: Int, _ text: String) -> String {
    Wire(port)?.ask(text) ?? ""
  }
}
