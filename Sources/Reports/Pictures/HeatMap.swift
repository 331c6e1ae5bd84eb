// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// Rows by columns as squares of one hue, from light to dark, each with its number: readable in
/// grey, in print and without seeing colours.
enum HeatMap {
  static func svg(_ title: String, _ rows: [String], _ columns: [String], _ values: [[Int]])
    -> String
  {
    let (cell, high, left, top) = (58, 24, SVG.margin(rows, least: 150), 44)
    let width = left + columns.count * cell + 10
    let height = top + rows.count * high + 10
    let most = max(1, values.flatMap(\.self).max() ?? 1)
    var svg = SVG.open(width, height, title)
    for (c, column) in columns.enumerated() {
      let parts = column.split(separator: " ", omittingEmptySubsequences: true)
      let x = left + c * cell + cell / 2
      svg += SVG.text(x, 16, parts.dropLast().joined(separator: " "), anchor: "middle")
      svg += SVG.text(x, 34, parts.last.map(String.init) ?? "", anchor: "middle")
    }
    for (r, row) in rows.enumerated() {
      let y = top + r * high
      svg += SVG.text(left - 8, y + 16, SVG.label(row), anchor: "end")
      for (c, value) in values[r].enumerated() {
        let step = value == 0 ? 0 : 1 + (value * 4 - 1) / most
        let x = left + c * cell
        svg += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(cell - 2)\" height=\"\(high - 2)\" rx=\"3\" "
        svg += "fill=\"\(shades[min(step, shades.count - 1)])\" stroke=\"#8a97a8\"/>"
        let ink = step >= 3 ? "#ffffff" : "#14202e"
        svg += SVG.text(x + cell / 2 - 1, y + 16, "\(value)", anchor: "middle", fill: ink)
      }
    }
    return svg + "</svg>"
  }

  private static let shades = ["#ffffff", "#d6e4f5", "#9dbfe6", "#3f74b3", "#1d4f8c", "#12355f"]
}

/// Horizontal bars with their numbers.
enum BarChart {
  static func svg(_ title: String, _ bars: [(name: String, value: Int)]) -> String {
    let (high, most) = (24, max(1, bars.map(\.value).max() ?? 1))
    let left = SVG.margin(bars.map(\.name), least: 190)
    var svg = SVG.open(left + 510, bars.count * high + 12, title)
    for (r, bar) in bars.enumerated() {
      let y = 6 + r * high
      let width = bar.value * 440 / most
      svg += SVG.text(left - 8, y + 16, SVG.label(bar.name), anchor: "end")
      svg +=
        "<rect x=\"\(left)\" y=\"\(y + 2)\" width=\"\(width)\" height=\"\(high - 6)\" rx=\"3\" "
      svg += "fill=\"#1d4f8c\"/>"
      svg += SVG.text(left + width + 6, y + 16, "\(bar.value)")
    }
    return svg + "</svg>"
  }
}

enum SVG {
  static func open(_ width: Int, _ height: Int, _ title: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 \(width) \(height)\" "
      + "width=\"\(width)\" font-family=\"system-ui, sans-serif\" font-size=\"12\">"
      + "<title>\(Escape.html(title))</title>"
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
  ) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" fill=\"\(fill)\">\(Escape.html(text))</text>"
  }
}
