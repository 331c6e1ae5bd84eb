// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Reports
import Results

/// The review as a page, as Markdown and as data.
enum ReviewFiles {
  static func texts(_ report: Report) -> [(name: String, text: String)] {
    [
      ("review.html", ReportHTML.text(report)), ("review.md", ReportMarkdown.text(report)),
      ("review.json", ReportJSON.text(report)),
    ]
  }

  /// The three as files.
  static func all(_ report: Report) -> [FileSet.File] {
    texts(report).map { ($0.name, Data($0.text.utf8)) }
  }
}
