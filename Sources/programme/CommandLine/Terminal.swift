// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Texts

/// Standard output for answers, standard error for everything on the way.
enum Terminal {
  /// An answer, for people in lines that the terminal has room for, or as data for programs.
  static func say(_ text: String) {
    pass(fitted(OutgoingText.lines(text), to: knownWidth(of: 1)))
  }

  /// Something exact for a program of ours: neither filtered nor fitted.
  static func pass(_ text: String) {
    guard let code = write(text, to: 1) else { return }
    lost.withLock { $0 = $0 ?? code }
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

  static func complain(_ sentence: String) { note("programme: \(sentence)\n") }

  static func note(_ text: String) {
    _ = write(fitted(OutgoingText.lines(text), to: knownWidth(of: 2)), to: 2)
  }

  /// Puts lines on standard error in place of those that were drawn last, the cursor behind them.
  ///
  /// - Parameter lines: how many those are.
  static func draw(_ text: String, over lines: Int) {
    let erase = lines > 1 ? "\r\u{1B}[\(lines - 1)A\u{1B}[J" : "\r\u{1B}[K"
    _ = write(erase + OutgoingText.lines(text), to: 2)
  }

  /// What goes to a file or to another program keeps its lines whole; so does an object, which is data.
  private static func fitted(_ text: String, to width: Int?) -> String {
    guard let width, let first = text.first, first != "{" else { return text }
    return text.fitted(to: width)
  }

  /// Whether somebody sits there who reads what is said and can answer.
  static var isConversation: Bool { isatty(0) == 1 && isatty(1) == 1 }

  /// Asks on the terminal; nothing where the answer is empty or nobody answers.
  static func ask(_ question: String) -> String? {
    say(question)
    let answer = readLine() ?? ""
    return answer.isEmpty ? nil : answer
  }

  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Columns of the terminal, 100 where standard output is none.
  static var width: Int { knownWidth(of: 1) ?? 100 }

  /// The same of standard error.
  static var errorWidth: Int { knownWidth(of: 2) ?? 100 }

  /// What the terminal says, or `COLUMNS` where somebody set it; `nil` where nobody knows.
  private static func knownWidth(of descriptor: Int32) -> Int? {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    let set = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return set.flatMap { (21...1000).contains($0) ? $0 : nil }
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
