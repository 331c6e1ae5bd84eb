// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import Tables

/// The review as a page, as Markdown and as data.
enum ReviewFiles {
  static func texts(_ report: Report) -> [(name: String, text: String)] {
    [
      ("review.html", ReportHTML.text(report)), ("review.md", ReportMarkdown.text(report)),
      ("review.json", ReportJSON.text(report)),
    ]
  }

  /// Writes all three into a folder, which is made where it is missing.
  static func write(_ report: Report, to folder: String) throws {
    let url = URL(filePath: folder)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw AtomicFile.Failure(description: "cannot make the folder \(folder)")
    }
    for file in texts(report) {
      try AtomicFile.write(Data(file.text.utf8), to: url.appending(path: file.name))
    }
  }
}
