// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Tables
import Testing

@Suite("Reports on a terminal")
struct ReportTextTests {
  private static let words = [
    "a", "hall", "Monday", "interpretation", "2025-06-23", "09:00-10:30", "nri-1", "together",
    "互联网治理论坛", "الإنترنت", "👩🏽‍💻", "e\u{301}te\u{301}",
  ]

  /// A table of words chosen by counting, the same each time.
  private func table(_ seed: Int) -> Report.Table {
    let columns = 1 + seed % 9
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func cell() -> String {
      (0...next(9)).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
    }
    return Report.Table(
      "T", (0..<columns).map { _ in Self.words[next(Self.words.count)] },
      (0..<5).map { _ in (0..<columns).map { _ in .text(cell()) } })
  }

  @Test(
    "No line is wider than the terminal and no word is broken or lost", arguments: [60, 100, 200])
  func fits(width: Int) {
    for seed in 0..<200 {
      let table = table(seed)
      let report = Report(
        title: "R", sections: [.init(id: "s", title: "S", blocks: [.table(table)])])
      let lines = ReportText.text(report, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.columns <= width }, "seed \(seed)")
      func bag(_ texts: some Sequence<Substring>) -> [Substring: Int] {
        Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
      }
      let meant = bag(
        table.rows.joined().flatMap { cell -> [Substring] in
          if case .text(let text) = cell { text.split(separator: " ") } else { [] }
        })
      let seen = bag(lines.flatMap { $0.split(separator: " ") })
      #expect(meant.allSatisfy { seen[$0.key, default: 0] >= $0.value }, "seed \(seed)")
    }
  }
}
