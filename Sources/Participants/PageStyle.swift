// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// The page's one style. Sides are logical throughout, so that `dir="rtl"` turns the page.
package enum PageStyle {
  private static let groundParts = [
    PackageResources.colour_css, SharedStyle.kinds, PackageResources.base_css,
    PackageResources.button_css, PackageResources.frame_css,
  ]

  private static let parts = [
    PackageResources.head_css, PackageResources.extras_css, PackageResources.badge_css,
    PackageResources.control_css, PackageResources.bar_css, PackageResources.session_css,
    PackageResources.session_facts_css, PackageResources.agenda_css,
    PackageResources.session_sizes_css, PackageResources.grid_css, PackageResources.grid_wide_css,
    PackageResources.sheet_css, PackageResources.phone_css,
    PackageResources.print_css,
  ]

  /// Colours, type and buttons, which the pages beside this one have too.
  package static let ground = EmbeddedText.text(groundParts)

  static let css = EmbeddedText.text(groundParts + parts)
}
