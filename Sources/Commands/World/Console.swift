// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// Where answers and everything on the way to them are printed: a terminal, files, pipes, or a
/// record for tests.
protocol Console: Sendable {
  /// Prints a text as it is.
  func write(_ text: String, to stream: ConsoleStream)

  /// Columns that a stream has room for; `nil` where nobody knows, as for a file.
  func columns(of stream: ConsoleStream) -> Int?

  /// Whether a stream is a terminal, on which a line can be drawn over itself.
  func isTerminal(_ stream: ConsoleStream) -> Bool

  /// Whether somebody sits there who reads what is said and can answer.
  var isConversation: Bool { get }

  /// A line of typed input; `nil` at its end.
  func readLine() -> String?

  /// Why something printed on standard output did not arrive: a number of `errno`.
  var lostAnswer: Int32? { get }
}

/// Standard output for answers, standard error for everything on the way.
enum ConsoleStream: Int32, Sendable {
  case answers = 1
  case notes = 2
}

extension Console {
  /// An answer, for people in lines that the terminal has room for, or as data for programs.
  func say(_ text: String) {
    pass(fitted(OutgoingText.lines(text), to: columns(of: .answers)))
  }

  /// Something exact for a program of ours: neither filtered nor fitted.
  func pass(_ text: String) { write(text, to: .answers) }

  /// Something on the way to an answer.
  func note(_ text: String) {
    write(fitted(OutgoingText.lines(text), to: columns(of: .notes)), to: .notes)
  }

  /// What went wrong, as a line that names the program.
  func complain(_ sentence: String) { note("programme: \(sentence)\n") }

  /// Puts lines on standard error in place of those that were drawn last, the cursor behind them.
  ///
  /// - Parameter lines: how many those are.
  func draw(_ text: String, over lines: Int) {
    let erase = lines > 1 ? "\r\u{1B}[\(lines - 1)A\u{1B}[J" : "\r\u{1B}[K"
    write(erase + OutgoingText.lines(text), to: .notes)
  }

  /// Asks on the terminal; nothing where the answer is empty or nobody answers.
  func ask(_ question: String) -> String? {
    say(question)
    let answer = readLine() ?? ""
    return answer.isEmpty ? nil : answer
  }

  /// Columns for answers, 100 where nobody knows.
  var width: Int { columns(of: .answers) ?? 100 }

  /// Columns for notes, 100 where nobody knows.
  var noteWidth: Int { columns(of: .notes) ?? 100 }

  /// Prints findings as a report, if there are any.
  func note(_ findings: [Finding]) {
    if !findings.isEmpty { note(FindingReport.text(findings)) }
  }

  /// Output to a file or another program keeps its lines whole; so does a JSON object, which is
  /// data.
  private func fitted(_ text: String, to width: Int?) -> String {
    guard let width, let first = text.first, first != "{" else { return text }
    return text.fitted(to: width)
  }
}
