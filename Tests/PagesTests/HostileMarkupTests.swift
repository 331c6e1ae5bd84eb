// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Texts

@testable import Pages

/// Texts that mean something to HTML, in every element and in each sort of attribute. The page is
/// left for a browser to judge (`Tests/Browser/check_markup.py`), and holds as data what it must find.
@Suite("Markup with hostile texts")
struct HostileMarkupTests {
  private static let hostile = [
    "plain",
    "</script><script>window.ran = 1</script>", "<img src=x onerror=\"window.ran = 1\">",
    "\" onclick=\"window.ran = 1", "' onclick='window.ran = 1", "><b>", "</p></td></svg>", "<!-- a",
    "-->", "<![CDATA[ a ]]>", "&lt; &amp; &#60; &", "&ltimes", "a\nb\r\nc\td", "\u{0}\u{1B}[31m",
    "\u{202E}evil\u{2066}", "\u{2028}x", "é 互联网 👩🏽‍💻", "<title>", "</style>", "<plaintext>", "\\u003c",
  ]
  /// Those that a browser's parser would move, close or make again where they stand alone.
  private static let ofTables: Set<Element> = [
    .body, .caption, .head, .html, .table, .tbody, .td, .th, .thead, .tr, .title, .dd, .dt,
    .figcaption, .li, .summary,
  ]

  private static var page: HTML {
    HTML.page {
      Element.title { HTML.text(hostile.joined()) }
      HTML.embedded(style: "p { color: #123 }")
    } body: {
      for (place, text) in hostile.enumerated() { pieces("\(place)", text) }
      HTML.embedded(json: data, id: "data")
      HTML.embedded(script: "window.began = 1;")
    }
  }

  @HTMLBuilder
  private static func pieces(_ place: String, _ text: String) -> [HTML] {
    let mark = Attribute.named("data-text", place)
    for element in Element.allCases where !ofTables.contains(element) {
      element(mark) { HTML.text(text) }
    }
    Element.table {
      Element.caption(mark) { HTML.text(text) }
      Element.thead { Element.tr { Element.th(mark) { HTML.text(text) } } }
      Element.tbody { Element.tr { Element.td(mark) { HTML.text(text) } } }
    }
    Element.dl {
      Element.dt(mark) { HTML.text(text) }
      Element.dd(mark) { HTML.text(text) }
    }
    Element.ul { Element.li(mark) { HTML.text(text) } }
    Element.figure { Element.figcaption(mark) { HTML.text(text) } }
    Element.details { Element.summary(mark) { HTML.text(text) } }
    Element.p(mark) { "\(text)" }
    Element.div(.named("data-lines", place)) { HTML.text(keepingLines: text) }
    Element.a(
      .named("data-attributes", place), .class(text), .id(text), .label(text),
      .named("title", text), .href(text))
    Shape.svg(.named("data-attributes", place), .label(text), .named("title", text)) {
      Shape.title(mark) { HTML.text(text) }
      Shape.rect(.named("data-attributes", place), .class(text), .id(text)) {
        Shape.title(mark) { HTML.text(text) }
      }
      Shape.text(mark) { HTML.text(text) }
      Shape.path(.named("data-attributes", place), .class(text))
    }
  }

  /// The texts as they must arrive, on one line and with their lines.
  private static var data: String {
    let texts = hostile.map { [OutgoingText.line($0), OutgoingText.lines($0)] }
    let data = (try? JSONEncoder().encode(texts)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("are left for a browser to judge")
  func leave() throws {
    let markup = Self.page.markup
    #expect(
      !markup.contains("<img") && !markup.contains("<!-- a") && !markup.contains("onclick=\""))
    guard let folder = ProcessInfo.processInfo.environment["PAGES"] else { return }
    try Data(markup.utf8).write(to: URL(filePath: folder).appending(path: "markup.html"))
  }
}
