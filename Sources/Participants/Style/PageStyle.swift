// SPDX-License-Identifier: GPL-3.0-or-later

/// The page's one style. Sides are logical throughout, so that `dir="rtl"` turns the page.
enum PageStyle {
  static let css = [
    ColourStyle.css, BaseStyle.css, HeadStyle.css, ControlStyle.css, BarStyle.css,
    SessionStyle.css, GridStyle.css, SheetStyle.css, PrintStyle.css,
  ].joined(separator: "\n")
}
