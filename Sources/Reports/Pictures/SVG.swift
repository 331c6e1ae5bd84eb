// SPDX-License-Identifier: GPL-3.0-or-later

import Pages
import Texts

/// Pieces of the pictures, with their colours in them, so that each can be copied out of its page.
enum SVG {
  static func picture(
    _ width: Int, _ height: Int, _ title: String, @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    Shape.svg(
      .named("xmlns", "http://www.w3.org/2000/svg"), .named("role", "img"),
      .named("viewBox", "0 0 \(width) \(height)"), .named("width", width),
      .named("font-family", "system-ui, sans-serif"), .named("font-size", 12)
    ) {
      Shape.title { HTML.text(title) }
      content()
    }
  }

  private static let longestLabel = 44

  /// A name beside a picture, cut where it is very long.
  static func label(_ name: String) -> String {
    name.count > longestLabel ? name.prefix(longestLabel - 1) + "…" : name
  }

  /// Room for the widest of such names.
  static func margin(_ names: [String], least: Int) -> Int {
    max(least, 16 + 7 * (names.map { label($0).columns }.max() ?? 0))
  }

  static func text(
    _ x: Int, _ y: Int, _ text: String, anchor: String = "start", fill: String = "#14202e"
  ) -> HTML {
    Shape.text(
      .named("x", x), .named("y", y), .named("text-anchor", anchor), .named("fill", fill)
    ) { HTML.text(text) }
  }

  static func bar(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String, _ stroke: Attribute? = nil
  ) -> HTML {
    Shape.rect(
      .named("x", x), .named("y", y), .named("width", width), .named("height", height),
      .named("rx", 3), .named("fill", fill), stroke)
  }
}
