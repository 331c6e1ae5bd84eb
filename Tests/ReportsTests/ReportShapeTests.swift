// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import Testing

@Suite("A report keeps its shape whatever it holds")
struct ReportShapeTests {
  /// Texts that mean something to a format or to a terminal, or that turn around what follows them.
  static let hostile = [
    "<script>alert(1)</script>", "\" onclick=\"x", "' onclick='x", "a & b &lt; c", "a | b",
    "`code`",
    "**bold** _it_ #1", "[x](javascript:y)", "<!-- a -->", "\\", "\\|", "a\nb\r\nc\td",
    "\u{1B}[31mred",
    "\u{202E}evil", "\u{2066}x\u{2069}", "]]>", "{% x %}", "\u{0}", "| --- |", "- a", "é 互联网 👩🏽‍💻",
  ]

  @Test("A Markdown table has its rows and cells whatever they hold", arguments: hostile)
  func markdown(text: String) {
    let table = Report.Table(
      text, [text, "b"], [[.text(text), .code(text)], [.state(.bad, text), "x"]])
    let report = Report(
      title: text,
      sections: [.init(id: "s", title: text, blocks: [.table(table), .list([text, text])])])
    let lines = ReportMarkdown.text(report).components(separatedBy: "\n")
    let rows = lines.filter { $0.hasPrefix("| ") }
    // The header, the line below it, and two rows.
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { Self.bars($0) == 3 }, "\(rows)")
    #expect(lines.count { $0.hasPrefix("- ") } == 2)
    #expect(lines.count { $0.hasPrefix("#") } == 2)
  }

  /// Bars that no backslash turns into text.
  private static func bars(_ line: String) -> Int {
    var count = 0
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == "|" && !isEscaped { count += 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return count
  }

  @Test("A page opens and closes its elements whatever they hold", arguments: hostile)
  func page(text: String) {
    let table = Report.Table(
      text, [text, "b"], [[.text(text), .code(text)], [.state(.open, text), .number(1)]])
    let report = Report(
      title: text,
      sections: [.init(id: "s", title: text, blocks: [.text(text), .table(table), .list([text])])])
    let html = ReportHTML.text(report)
    for element in ["p", "td", "th", "tr", "ul", "table", "section", "code", "caption", "h2"] {
      let opened = html.count(of: "<\(element)>") + html.count(of: "<\(element) ")
      #expect(opened > 0 && opened == html.count(of: "</\(element)>"), "\(element)")
    }
    #expect(!html.contains("<script"))
    #expect(!html.contains("onclick=\"x"))
  }

  @Test(
    "The data hold the very text, marks of all formats included",
    arguments: hostile.filter {
      $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.properties.generalCategory != .format }
    })
  func data(text: String) throws {
    let table = Report.Table(
      text, [text], [[.text(text)], [.share(2, of: 3)], [.state(.good, text)]])
    let report = Report(
      title: text, sections: [.init(id: "s", title: "S", blocks: [.text(text), .table(table)])])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(ReportJSON.text(report).utf8)) as? [String: Any])
    #expect(object["title"] as? String == text)
    let sections = try #require(object["sections"] as? [[String: Any]])
    let blocks = try #require(sections.first?["blocks"] as? [[String: Any]])
    #expect(blocks.first?["text"] as? String == text)
    let rows = try #require(blocks.last?["rows"] as? [[Any]])
    #expect(rows[0].first as? String == text)
    #expect(rows[1].first as? [String: Int] == ["count": 2, "of": 3])
    #expect(rows[2].first as? [String: String] == ["state": "good", "text": text])
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
