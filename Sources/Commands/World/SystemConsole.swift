// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// The standard streams of this process.
final class SystemConsole: Console {
  private let lost = Mutex<Int32?>(nil)

  /// Fills the places of standard streams that the caller closed: otherwise the next file to be
  /// opened would get one of them, and everything printed would go into it.
  init() {
    // In order, since the system gives the lowest free place.
    for (place, mode) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)] as [(Int32, Int32)]
    where fcntl(place, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", mode)
    }
  }

  var lostAnswer: Int32? { lost.withLock { $0 } }

  func write(_ text: String, to stream: ConsoleStream) {
    guard let code = Self.writeAll(text, to: stream.rawValue), stream == .answers else { return }
    lost.withLock { $0 = $0 ?? code }
  }

  /// What the terminal says, or `COLUMNS` where somebody set it.
  func columns(of stream: ConsoleStream) -> Int? {
    var size = winsize()
    if ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    let set = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return set.flatMap { (21...1000).contains($0) ? $0 : nil }
  }

  func isTerminal(_ stream: ConsoleStream) -> Bool { isatty(stream.rawValue) == 1 }

  var isConversation: Bool { isatty(0) == 1 && isTerminal(.answers) }

  func readLine() -> String? { Swift.readLine() }

  /// Writes all of it.
  ///
  /// - Returns: why it could not, a number of `errno`.
  private static func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
        let count = Glibc.write(descriptor, start, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return count < 0 ? errno : EIO }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }
}
