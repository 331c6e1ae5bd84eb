// SPDX-License-Identifier: GPL-3.0-or-later

import Results
import Texts

/// An answer that is written as pages, together with data that says the same, and is printed in any
/// case: what could not be written is not lost.
struct PagesAnswer: CommandAnswer {
  /// Where the pages are; `nil` where none were asked for.
  let folder: String?
  /// Paths of the files; `nil` where none were written.
  let written: [String]?
  let failure: CommandFailure?
  /// What the data says.
  let object: [String: Any]
  private let answer: ExitStatus
  private let words: (_ width: Int) -> String

  /// Writes the pages if there is a folder for them.
  ///
  /// - Parameters:
  ///   - words: for the terminal, of so many columns.
  ///   - status: of the answer, where it could be written.
  init(
    pages: @autoclosure () -> [(name: String, text: String)],
    data: (name: String, object: [String: Any]), into folder: ResultFolder?, in world: World,
    status: ExitStatus, words: @escaping (_ width: Int) -> String
  ) {
    self.folder = folder?.path
    object = data.object
    answer = status
    self.words = words
    do {
      written = try folder?.write(texts: pages(), data: data, in: world)
      failure = nil
    } catch {
      written = nil
      failure = .notWritten(error)
    }
  }

  var status: ExitStatus { failure?.status ?? answer }

  func text(width: Int) -> String { words(width) }

  func json() throws(CommandFailure) -> String { try AnswerJSON.of(object, written: written) }

  var notes: [String] {
    guard let folder, written != nil else { return [] }
    return ["Written to \(folder).\n"]
  }
}
