// SPDX-License-Identifier: GPL-3.0-or-later

import FileBytes

/// A text that is part of the program, so that the program is one file and its pages hold all they
/// need.
package struct EmbeddedFile: Sendable, Hashable {
  /// As its folder has it: `grid.js`.
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension EmbeddedFile {
  /// The modules of the board's page.
  package static let boardScripts = list(embedded_board_scripts())
  /// In the order in which they overrule each other.
  package static let boardStyles = list(embedded_board_styles())

  /// The parts of the participants' page's script, each after those that it needs.
  package static let pageScripts = list(embedded_page_scripts())
  /// Colours, type and buttons, which the pages beside the participants' page have too.
  package static let pageGround = list(embedded_page_ground())
  /// What the participants' page has beyond its ground.
  package static let pageStyles = list(embedded_page_styles())
  /// The worker that keeps the participants' page on devices.
  package static let pageWorker = list(embedded_page_worker())

  package static let reportStyles = list(embedded_report_styles())
  /// What the pages of comparisons need beyond a report's style.
  package static let comparisonStyles = list(embedded_comparison_styles())
  /// What the log of decisions needs beyond a report's style.
  package static let decisionStyles = list(embedded_decision_styles())
  /// What the pages beside the participants' page have beyond its ground.
  package static let plainStyles = list(embedded_plain_styles())
  /// What the page of calendars has besides.
  package static let calendarStyles = list(embedded_calendar_styles())
  /// What the pages of changes have besides.
  package static let changeStyles = list(embedded_change_styles())

  /// Each language's table of words.
  package static let words = list(embedded_words())

  private static func list(_ first: UnsafePointer<embedded_file>) -> [EmbeddedFile] {
    var files: [EmbeddedFile] = []
    var next = first
    while let name = next.pointee.name, let bytes = next.pointee.bytes {
      var count = 0
      while bytes[count] != 0 { count += 1 }
      files.append(
        EmbeddedFile(
          name: String(cString: name),
          bytes: Array(UnsafeBufferPointer(start: bytes, count: count))))
      next += 1
    }
    return files
  }
}
