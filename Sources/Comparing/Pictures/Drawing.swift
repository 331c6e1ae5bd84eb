// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Texts

/// Pieces of inline SVG; colours are the page's, by class (`ComparisonStyle`).
enum Drawing {
  static func open(_ width: Int, _ height: Int, _ title: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"draw\" role=\"img\" viewBox=\"0 0 \(width)"
      + " \(height)\" width=\"\(width)\"><title>\(Escape.html(title))</title>\n"
  }

  static func text(
    _ x: Int, _ y: Int, _ text: String, _ style: String = "", anchor: String = "start"
  ) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" class=\"\(style)\" text-anchor=\"\(anchor)\">"
      + "\(Escape.html(text))</text>\n"
  }

  static func box(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ style: String, title: String = ""
  ) -> String {
    let rect =
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" class=\"\(style)\""
    return title.isEmpty ? rect + "/>\n" : rect + "><title>\(Escape.html(title))</title></rect>\n"
  }

  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ style: String) -> String {
    "<path d=\"M\(x1) \(y1)L\(x2) \(y2)\" class=\"\(style)\"/>\n"
  }

  /// As much of a text as there is room for, at about `letter` tenths of a unit for each letter.
  static func fitted(_ text: String, _ width: Int, letter: Int) -> String {
    let most = max(2, width * 10 / letter)
    return text.count <= most ? text : text.prefix(most - 1) + "…"
  }
}
