// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Reports
import Results
import Synchronization
import Threads

/// The review as a page, as Markdown and as data.
enum ReviewFiles {
  private static let forms: [(name: String, text: @Sendable (Report) throws -> String)] = [
    ("review.html", { ReportHTML.text($0) }), ("review.md", { ReportMarkdown.text($0) }),
    ("review.json", { try ReportJSON.text($0) }),
  ]

  /// Written in parallel: each takes a while for a large meeting, and somebody is waiting.
  ///
  /// - Throws: where a form cannot be written.
  static func texts(_ report: Report) throws -> [(name: String, text: String)] {
    let written = Mutex([Int: Result<String, any Error>]())
    Parallel.forEach(forms.count) { i in
      let text = Result { try forms[i].text(report) }
      written.withLock { $0[i] = text }
    }
    let texts = written.withLock { $0 }
    return try forms.indices.compactMap { i in
      try texts[i].map { (forms[i].name, try $0.get()) }
    }
  }

  /// The three as files.
  ///
  /// - Throws: where one of them cannot be written.
  static func all(_ report: Report) throws -> [FileSet.File] {
    try texts(report).map { ($0.name, Data($0.text.utf8)) }
  }
}
