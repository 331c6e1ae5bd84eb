// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Reports
import Results
import Synchronization
import Threads

/// The review as a page, as Markdown and as data.
enum ReviewFiles {
  private static let forms: [(name: String, text: @Sendable (Report) -> String)] = [
    ("review.html", { ReportHTML.text($0) }), ("review.md", { ReportMarkdown.text($0) }),
    ("review.json", { try AnswerJSON.of(ReportJSON.object($0)) }),
  ]

  /// Written side by side: each takes its time at a large meeting, while somebody waits.
  static func texts(_ report: Report) -> [(name: String, text: String)] {
    let written = Mutex([Int: String]())
    Parallel.forEach(forms.count) { i in
      let text = forms[i].text(report)
      written.withLock { $0[i] = text }
    }
    let texts = written.withLock { $0 }
    return forms.indices.map { (forms[$0].name, texts[$0] ?? "") }
  }

  /// The three as files.
  static func all(_ report: Report) -> [FileSet.File] {
    texts(report).map { ($0.name, Data($0.text.utf8)) }
  }
}
