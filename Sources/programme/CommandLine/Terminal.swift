// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Standard output for answers, standard error for everything on the way.
enum Terminal {
  static func say(_ text: String) { write(text, to: 1) }

  static func complain(_ sentence: String) { write("programme: \(sentence)\n", to: 2) }

  static func note(_ text: String) { write(text, to: 2) }

  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Columns of the terminal, 100 where standard output is none.
  static var width: Int { width(of: 1) }

  /// The same of standard error.
  static var errorWidth: Int { width(of: 2) }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    return 100
  }

  /// Writes all of it, or stops where the reader has gone.
  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}

extension Slice where Base == UnsafeRawBufferPointer {
  fileprivate var baseAddress: UnsafeRawPointer? {
    UnsafeRawBufferPointer(rebasing: self).baseAddress
  }
}
