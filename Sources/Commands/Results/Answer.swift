// SPDX-License-Identifier: GPL-3.0-or-later

import Results

/// An answer that is said on standard output and written as pages with the data that says the same.
struct Answer {
  let pages: [(name: String, text: String)]
  let data: (name: String, object: [String: Any])
  /// For the terminal.
  let text: () -> String

  /// Writes it where there is a folder for it, and says it in any case: what could not be written is
  /// not lost.
  ///
  /// - Parameter isJSON: whether the data is said and not the text.
  func give(into folder: ResultFolder?, isJSON: Bool, status: ExitStatus) -> ExitStatus {
    var written: [String]?
    var failure: String?
    do {
      written = try folder?.write(texts: pages, data: data)
    } catch {
      failure = "\(error)"
    }
    Terminal.say(isJSON ? JSONText.of(data.object, written: written) : text())
    if let folder, written != nil { Terminal.note("Written to \(folder.path).\n") }
    guard let failure else { return status }
    Terminal.complain(failure)
    return .unusable
  }
}
