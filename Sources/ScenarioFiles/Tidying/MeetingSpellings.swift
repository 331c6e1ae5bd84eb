// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// `meeting.json` with its dates, hours and times in the plain form, and every other letter
/// unchanged.
struct MeetingSpellings {
  private(set) var text: String
  private(set) var cells: [TidiedFile.Cell] = []

  /// - Parameter notes: what was reported about the values in another form.
  init(_ text: String, _ notes: [Finding]) {
    self.text = text
    for (value, own) in Dictionary(grouping: notes, by: { $0.value ?? "" }) {
      guard let plain = own.first?.cells.first?.plain else { continue }
      replace(value, by: plain, own)
    }
    cells.sort { $0.line < $1.line }
  }

  /// Only if the quoted value occurs as often as it was read: a title could hold the same letters.
  private mutating func replace(_ value: String, by plain: String, _ notes: [Finding]) {
    let forms = ["\"", "'"].map { (old: $0 + value + $0, new: $0 + plain + $0) }
    let count = forms.map { text.ranges(of: $0.old).count }.reduce(0, +)
    guard count == notes.count else { return }
    for form in forms { text = text.replacing(form.old, with: form.new) }
    cells += notes.map { note in
      TidiedFile.Cell(
        line: note.line ?? 1, column: note.column ?? "", value: value, plain: plain,
        reason: .spelling([]))
    }
  }
}
