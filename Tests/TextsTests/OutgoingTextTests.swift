// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Texts

@Suite("What the program puts out steers nobody's terminal or reader")
struct OutgoingTextTests {
  static let steering: [UInt32] =
    Array(0x00...0x08) + [0x0B, 0x0C] + Array(0x0E...0x1F) + Array(0x7F...0x84)
    + Array(0x86...0x9F) + [0x85, 0x061C, 0x200E, 0x200F, 0xFFFE, 0xFFFF]
    + Array(0x202A...0x202E) + Array(0x2066...0x2069)

  @Test("Control characters and direction marks are removed, each of them", arguments: steering)
  func leftOut(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(OutgoingText.line("a\(scalar)b") == "ab")
    #expect(OutgoingText.lines("\(scalar)") == "")
  }

  @Test("A title that would colour a terminal red is plain words")
  func colour() {
    #expect(OutgoingText.line("\u{1B}[31mred\u{9B}0m") == "[31mred0m")
  }

  @Test("Line breaks of every system are LF, or blanks on one line")
  func breaks() {
    #expect(OutgoingText.lines("a\r\nb\rc\nd\u{2028}e\u{2029}f") == "a\nb\nc\nd\ne\nf")
    #expect(OutgoingText.line("a\r\nb\tc") == "a b c")
  }

  @Test(
    "Words of every script are as they were",
    arguments: ["مرحبا بالعالم", "שלום", "می\u{200C}خواهم", "👩\u{200D}💻", "Zoë ﬁ ½"])
  func words(_ text: String) { #expect(OutgoingText.line(text) == text) }
}

@Suite("Text is escaped for the format it goes into")
struct EscapeTests {
  @Test("HTML and XML: five signs, by scalar, on one line or on several")
  func html() {
    #expect(Escape.html("<a b=\"c\">'&\n") == "&lt;a b=&quot;c&quot;&gt;&#39;&amp; ")
    #expect(Escape.htmlLines("a\r\n<") == "a\n&lt;")
    // With a joiner behind it the sign is another Character, and a mark all the same.
    #expect(Escape.html("<\u{200D}") == "&lt;\u{200D}")
  }

  @Test("Markdown: marks are escaped, a line break ends no cell")
  func markdown() {
    #expect(Escape.markdown("a|b*c_\n#<x>") == "a\\|b\\*c\\_ \\#\\<x\\>")
    #expect(Escape.markdown("a\u{202E}b\u{1B}") == "ab")
    #expect(Escape.markdownCode("a`b|c\u{1B}\n*") == "`abc *`")
  }

  @Test("JSON: keys in order, texts filtered")
  func json() throws {
    let object: [String: Any] = ["b": ["x\u{1B}y", 1, true, NSNull()] as [Any], "a\u{202E}": 1.5]
    #expect(
      try JSONText.of(object, isPretty: false) == "{\"a\":1.5,\"b\":[\"xy\",1,true,null]}\n")
  }

  @Test("A value that JSON does not know is an error that names what it was for, and no text")
  func noJSON() {
    for value in [Double.nan, Double.infinity, Date.distantPast] as [Any] {
      let failure = #expect(throws: JSONText.Failure.self) {
        try JSONText.of(["a": [value]], "draft.json")
      }
      #expect(failure?.what == "draft.json")
    }
  }
}
