// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Texts

@testable import Pages

@Suite("Markup")
struct MarkupTests {
  @Test("is written as HTML and SVG write it")
  func forms() {
    #expect(
      Element.p(.class("a b"), nil, .tabIndex(-1)) { "x" }.markup
        == "<p class=\"a b\" tabindex=\"-1\">x</p>")
    #expect(Element.div(.id("d")).markup == "<div id=\"d\"></div>")
    #expect(VoidElement.br().markup == "<br>")
    #expect(VoidElement.meta(.present("hidden")).markup == "<meta hidden>")
    #expect(Shape.rect(.named("x", 1)).markup == "<rect x=\"1\"/>")
    #expect(Shape.text { "" }.markup == "<text></text>")
  }

  @Test("puts pieces behind each other, or each on a line of its own")
  func layout() {
    let rows = ["a", "b"]
    let list = Element.ul.lines {
      for row in rows { Element.li { HTML.text(row) } }
      HTML.empty
    }
    #expect(list.markup == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")
    let names = rows.map { name in Element.b { HTML.text(name) } }
    #expect(names.joined(separator: ", ").markup == "<b>a</b>, <b>b</b>")
    #expect(HTML.lines { if rows.isEmpty { "none" } }.isEmpty)
  }

  @Test("takes what a literal says as text, and what is inserted too, unless it is markup")
  func literals() {
    let name = "<b>\n"
    let bold = Element.b { HTML.text(name) }
    let text: HTML = "a < b\n\(name)\(3)\(bold)"
    #expect(text.markup == "a &lt; b\n&lt;b&gt; 3<b>&lt;b&gt; </b>")
    #expect(HTML.text(keepingLines: "a\r\nb<").markup == "a\nb&lt;")
  }

  @Test("links to no address that would run")
  func links() {
    let harmless = [
      "index.html", "#s-1", "../a:b.html", "?q=a:b", "https://igf.example/", "HTTP://a",
      "webcal://a/b.ics",
      "webcals://a", "mailto:a@b.example", "",
    ]
    for address in harmless { #expect(Attribute.href(address) != nil, "\(address)") }
    let running = [
      "javascript:x", "JavaScript:x", " javascript:x", "java\tscript:x", "\u{1}javascript:x",
      "data:text/html,x", "vbscript:x", "blob:x", ":x",
    ]
    for address in running { #expect(Attribute.href(address) == nil, "\(address)") }
  }

  @Test("keeps a policy readable, and inside its attribute")
  func policy() {
    #expect(
      HTML.policy("default-src 'none'\"><x").markup
        == "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'&quot;&gt;&lt;x\">")
  }

  @Test("lets no data end their element")
  func data() {
    #expect(
      HTML.embedded(json: "[\"</script><!--\"]", id: "d").markup
        == "<script type=\"application/json\" id=\"d\">[\"\\u003c/script>\\u003c!--\"]</script>")
  }
}
