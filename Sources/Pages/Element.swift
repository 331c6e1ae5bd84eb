// SPDX-License-Identifier: GPL-3.0-or-later

/// The elements of HTML that our pages are made of, each with a start and an end.
///
/// `Element.p(.class("none")) { "No sessions." }` is `<p class="none">No sessions.</p>`. Scripts and
/// styles are not among them, since nothing in these is escaped: see `HTML.embedded`.
public enum Element: String, Sendable, CaseIterable {
  case a, b, bdi, body, caption, code, dd, details, div, dl, dt, figcaption, figure, footer
  case h1, h2, h3, h4, head, header, html, li, main, nav, ol, p, pre, s, section, small, span
  case strong, summary, table, tbody, td, th, thead, time, title, tr, ul

  /// With its content, one piece right behind the other.
  public func callAsFunction(
    _ attributes: Attribute?..., @HTMLBuilder content: () -> [HTML] = { [] }
  ) -> HTML {
    Tag.element(rawValue, attributes, content().joined())
  }

  /// With its content on lines of its own, one piece a line.
  public func lines(
    _ attributes: Attribute?..., @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    Tag.element(rawValue, attributes, "\n\(HTML.lines(content))")
  }
}

/// The elements of HTML that hold nothing and have no end.
public enum VoidElement: String, Sendable, CaseIterable {
  case br, link, meta

  /// The element with its attributes.
  public func callAsFunction(_ attributes: Attribute?...) -> HTML {
    Tag.start(rawValue, attributes)
  }
}

/// The elements of SVG that our pictures are made of.
public enum Shape: String, Sendable, CaseIterable {
  case defs, marker, path, rect, svg, text, title

  /// Without content, closed as XML closes it.
  public func callAsFunction(_ attributes: Attribute?...) -> HTML {
    Tag.start(rawValue, attributes, end: "/>")
  }

  /// With its content, one piece right behind the other.
  public func callAsFunction(
    _ attributes: Attribute?..., @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    Tag.element(rawValue, attributes, content().joined())
  }
}

/// Where markup is written at all.
private enum Tag {
  static func start(_ name: String, _ attributes: [Attribute?], end: String = ">") -> HTML {
    HTML(markup: "<\(name)\(attributes.map { $0?.markup ?? "" }.joined())\(end)")
  }

  static func element(_ name: String, _ attributes: [Attribute?], _ content: HTML) -> HTML {
    HTML(markup: "\(start(name, attributes).markup)\(content.markup)</\(name)>")
  }
}
