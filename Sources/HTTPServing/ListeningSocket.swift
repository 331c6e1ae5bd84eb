// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Why nothing can be served.
public enum ServingFailure: Error, Sendable, Equatable {
  /// Somebody else has the port. `free`: the next one that is free, if any is.
  case portInUse(Int, free: Int?)
  /// Ports below 1024 belong to the system's administrator.
  case portNotAllowed(Int)
  /// The system gave no socket; a number of `errno`.
  case noSocket(Int32)
  /// The library could not start.
  case notStarted
  /// The system gave no thread.
  case noThread
}

/// A socket that listens on this machine's loopback address, which no other machine reaches.
struct ListeningSocket: ~Copyable {
  let descriptor: Int32
  let port: Int

  /// - Parameter port: 0 for any that is free.
  init(port: Int) throws(ServingFailure) {
    let descriptor = try Self.bound(to: port) { code throws(ServingFailure) in
      switch code {
      case EADDRINUSE: throw .portInUse(port, free: Self.free(after: port))
      case EACCES, EPERM: throw .portNotAllowed(port)
      default: throw .noSocket(code)
      }
    }
    self.descriptor = descriptor
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    self.port = Int(UInt16(bigEndian: address.sin_port))
  }

  private static func bound(
    to port: Int, refused: (Int32) throws(ServingFailure) -> Never
  ) throws(ServingFailure) -> Int32 {
    guard let number = UInt16(exactly: port) else { try refused(EADDRNOTAVAIL) }
    let descriptor = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { try refused(errno) }
    // A port whose last owner has just ended is free.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = number.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0, listen(descriptor, 512) == 0 else {
      let reason = errno
      close(descriptor)
      try refused(reason)
    }
    return descriptor
  }

  /// The next port that is free now.
  private static func free(after port: Int) -> Int? {
    for next in (port + 1)...max(port + 1, min(port + 100, 65_535)) {
      let descriptor = try? bound(to: next) { _ throws(ServingFailure) in throw .notStarted }
      if let descriptor {
        close(descriptor)
        return next
      }
    }
    return nil
  }
}
