// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Texts

@Suite("Texts on a terminal")
struct TerminalColumnsTests {
  @Test(
    "Wide characters take two columns, what is not seen takes none",
    arguments: [
      ("abc", 3), ("互联网", 6), ("한국", 4), ("الإنترنت", 8), ("e\u{301}", 1), ("a\u{200B}b", 2),
      ("👩🏽‍💻", 2),
      ("🇯🇵", 2), ("❤\u{FE0F}", 2), ("ＡＢ", 4), ("→", 1), ("“a…”", 4), ("ไทย", 3),
    ])
  func columns(text: String, count: Int) { #expect(text.columns == count) }

  @Test("A text is fitted between words, further in, and short lines are left", arguments: 21...60)
  func fitted(width: Int) {
    let text =
      "short\n\n    in here a sentence of many words, and 互联网 治理 论坛 too, stands further in\n  end"
    let lines = text.fitted(to: width).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(lines.first == "short" && lines[1] == "" && lines.last == "  end")
    #expect(lines.dropFirst(2).allSatisfy { $0.hasPrefix("  ") })
    func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }
    #expect(words(text) == words(lines.joined(separator: "\n")))
  }
}
