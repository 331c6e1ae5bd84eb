// SPDX-License-Identifier: GPL-3.0-or-later

/// A page as a whole, and what stands in it unescaped.
extension HTML {
  /// A page from its first line to its last.
  ///
  /// - Parameters:
  ///   - language: the tag of what it is written in (BCP 47).
  ///   - direction: of what has none by its letters.
  ///   - head: what stands in the head behind the encoding, one piece a line.
  ///   - body: one piece a line.
  public static func page(
    language: String = "en", direction: Attribute? = nil, @HTMLBuilder head: () -> [HTML],
    @HTMLBuilder body: () -> [HTML]
  ) -> HTML {
    let (head, body) = (head(), body())
    let whole = Element.html.lines(.named("lang", language), direction) {
      Element.head.lines {
        VoidElement.meta(.named("charset", "utf-8"))
        head
      }
      Element.body.lines { body }
    }
    return HTML(markup: "<!DOCTYPE html>\n\(whole.markup)\n")
  }

  /// What a browser may do with the page (CSP 3). The quotes of `'none'` end nothing inside the double
  /// quotes of an attribute, and stay readable.
  public static func policy(_ directives: String) -> HTML {
    let quoted = Attribute.named("content", directives).markup.replacing("&#39;", with: "'")
    return VoidElement.meta(
      .named("http-equiv", "Content-Security-Policy"), Attribute(markup: quoted))
  }

  /// A script that is part of the program, as it stands. It is not escaped, since no browser would
  /// undo that: nothing of a table may be in it.
  public static func embedded(script: String) -> HTML {
    HTML(markup: "<script>\(script)</script>")
  }

  /// A script of the page's own server, by its address; it runs as a module once the page is read.
  public static func module(_ address: StaticString) -> HTML {
    HTML(markup: "<script type=\"module\"\(Attribute.named("src", "\(address)").markup)></script>")
  }

  /// A style that is part of the program, as it stands. It is not escaped: see `embedded(script:)`.
  public static func embedded(style: String) -> HTML {
    HTML(markup: "<style>\(style)</style>")
  }

  /// Data for the page's script. A `<` can only stand in a string of JSON, and is written there by
  /// its number, so that nothing in it ends the element.
  public static func embedded(json: String, id: String) -> HTML {
    let start = "<script type=\"application/json\"\(Attribute.id(id).markup)>"
    return HTML(markup: start + json.replacing("<", with: "\\u003c") + "</script>")
  }

  /// Data for search engines (JSON-LD); nothing where there are none. Browsers run none of it.
  public static func embedded(linkedData json: String) -> HTML {
    if json.isEmpty { return .empty }
    return HTML(
      markup: "<script type=\"application/ld+json\">" + json.replacing("<", with: "\\u003c")
        + "</script>")
  }
}
