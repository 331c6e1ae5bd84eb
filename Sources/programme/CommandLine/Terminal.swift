// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Tables

/// Standard output for answers, standard error for everything on the way.
enum Terminal {
  static func say(_ text: String) {
    guard let code = write(text, to: 1) else { return }
    lost.withLock { $0 = $0 ?? code }
  }

  /// Says lines of prose, broken at blanks where the terminal is narrower; each keeps its indent.
  static func tell(_ text: String) {
    let width = lineWidth
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // Said at once: who reads the first line only may have gone by the second.
    say(
      lines.map { line in
        guard line.count > width else { return line + "\n" }
        let indent = String(line.prefix { $0 == " " })
        return line.wrapped(
          to: width, first: indent, rest: indent.isEmpty ? "" : indent + "  ")
      }.joined())
  }

  /// Fills the places of standard streams that were closed by whoever called: otherwise the next file
  /// to be opened would get one of them, and what is said would go into it.
  static func keepPlaces() {
    // In order, since the lowest free place is the one that is given.
    for (place, mode) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)] as [(Int32, Int32)]
    where fcntl(place, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", mode)
    }
  }

  /// Why something said on standard output did not arrive: a number of `errno`.
  static var lostAnswer: Int32? { lost.withLock { $0 } }

  private static let lost = Mutex<Int32?>(nil)

  static func complain(_ sentence: String) { _ = write("programme: \(sentence)\n", to: 2) }

  static func note(_ text: String) { _ = write(text, to: 2) }

  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Columns of the terminal, 100 where standard output is none.
  static var width: Int { width(of: 1) }

  /// Columns of the terminal; without end where standard output is none: lines that are read by other
  /// programs stay whole.
  static var lineWidth: Int { isatty(1) == 1 ? width : .max }

  /// Columns of the terminal on standard error, 100 where it is none.
  static var errorWidth: Int { width(of: 2) }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    return 100
  }

  /// Writes all of it.
  ///
  /// - Returns: why it could not, a number of `errno`.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return count < 0 ? errno : EIO }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }
}

extension Slice where Base == UnsafeRawBufferPointer {
  fileprivate var baseAddress: UnsafeRawPointer? {
    UnsafeRawBufferPointer(rebasing: self).baseAddress
  }
}
