// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// Rows by columns as squares of one hue, from light to dark, each with its number: readable in
/// grey, in print and without seeing colours.
enum HeatMap {
  static func svg(
    _ title: String, _ rows: [String], _ columns: [String], _ values: [[Int]]
  ) -> HTML {
    let (cell, high, left, top) = (58, 24, SVG.margin(rows, least: 150), 44)
    let width = left + columns.count * cell + 10
    let height = top + rows.count * high + 10
    let most = max(1, values.flatMap(\.self).max() ?? 1)
    return SVG.picture(width, height, title) {
      for (c, column) in columns.enumerated() { heading(column, left + c * cell + cell / 2) }
      for (r, row) in rows.enumerated() {
        let y = top + r * high
        SVG.text(left - 8, y + 16, SVG.label(row), anchor: "end")
        for (c, value) in values[r].enumerated() {
          square(left + c * cell, y, cell, high, value, most)
        }
      }
    }
  }

  /// The last word below the others.
  @HTMLBuilder
  private static func heading(_ column: String, _ x: Int) -> [HTML] {
    let parts = column.split(separator: " ", omittingEmptySubsequences: true)
    SVG.text(x, 16, parts.dropLast().joined(separator: " "), anchor: "middle")
    SVG.text(x, 34, parts.last.map(String.init) ?? "", anchor: "middle")
  }

  @HTMLBuilder
  private static func square(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ value: Int, _ most: Int
  ) -> [HTML] {
    let step = value == 0 ? 0 : 1 + (value * 4 - 1) / most
    let shade = shades[min(step, shades.count - 1)]
    SVG.bar(x, y, width - 2, height - 2, fill: shade, .named("stroke", "#8a97a8"))
    let ink = step >= 3 ? "#ffffff" : "#14202e"
    SVG.text(x + width / 2 - 1, y + 16, "\(value)", anchor: "middle", fill: ink)
  }

  private static let shades = ["#ffffff", "#d6e4f5", "#9dbfe6", "#3f74b3", "#1d4f8c", "#12355f"]
}
