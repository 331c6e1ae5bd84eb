// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// Horizontal bars with their numbers.
enum BarChart {
  static func svg(_ title: String, _ bars: [(name: String, value: Int)]) -> HTML {
    let (high, most) = (24, max(1, bars.map(\.value).max() ?? 1))
    let left = SVG.margin(bars.map(\.name), least: 190)
    return SVG.picture(left + 510, bars.count * high + 12, title) {
      for (r, bar) in bars.enumerated() {
        let y = 6 + r * high
        let width = bar.value * 440 / most
        SVG.text(left - 8, y + 16, SVG.label(bar.name), anchor: "end")
        SVG.bar(left, y + 2, width, high - 6, fill: "#1d4f8c")
        SVG.text(left + width + 6, y + 16, "\(bar.value)")
      }
    }
  }
}
