// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// Pieces of inline SVG; colours are the page's, by class (`ComparisonStyle`).
enum Drawing {
  /// The whole picture, one piece a line.
  static func picture(
    _ width: Int, _ height: Int, _ title: String, @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    HTML {
      Shape.svg(
        .named("xmlns", "http://www.w3.org/2000/svg"), .class("draw"), .named("role", "img"),
        .named("viewBox", "0 0 \(width) \(height)"), .named("width", width)
      ) {
        HTML.lines {
          Shape.title { HTML.text(title) }
          content()
        }
      }
      "\n"
    }
  }

  static func text(
    _ x: Int, _ y: Int, _ text: String, _ style: String = "", anchor: String = "start"
  ) -> HTML {
    Shape.text(.named("x", x), .named("y", y), .class(style), .named("text-anchor", anchor)) {
      HTML.text(text)
    }
  }

  static func box(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ style: String, title: String = ""
  ) -> HTML {
    let (x, y) = (Attribute.named("x", x), Attribute.named("y", y))
    let size = (Attribute.named("width", width), Attribute.named("height", height))
    if title.isEmpty { return Shape.rect(x, y, size.0, size.1, .class(style)) }
    return Shape.rect(x, y, size.0, size.1, .class(style)) {
      Shape.title { HTML.text(title) }
    }
  }

  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ style: String) -> HTML {
    Shape.path(.named("d", "M\(x1) \(y1)L\(x2) \(y2)"), .class(style))
  }

  /// As much of a text as there is room for, at about `letter` tenths of a unit for each letter.
  static func fitted(_ text: String, _ width: Int, letter: Int) -> String {
    let most = max(2, width * 10 / letter)
    return text.count <= most ? text : text.prefix(most - 1) + "…"
  }
}
