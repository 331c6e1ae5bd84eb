// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// The page's one script: its parts share one function's scope, and each comes after the parts it
/// needs.
enum PageScript {
  private static let parts = [
    PackageResources.elements_js,
    PackageResources.programme_js,
    PackageResources.language_js,
    PackageResources.voice_js,
    PackageResources.times_js,
    PackageResources.clock_js,
    PackageResources.words_js,
    PackageResources.filter_js,
    PackageResources.filter_panel_js,
    PackageResources.search_js,
    PackageResources.controls_js,
    PackageResources.calendar_text_js,
    PackageResources.export_js,
    PackageResources.lanes_js,
    PackageResources.agenda_js,
    PackageResources.share_js,
    PackageResources.follow_js,
    PackageResources.agenda_bar_js,
    PackageResources.cells_js,
    PackageResources.steps_js,
    PackageResources.grid_keys_js,
    PackageResources.grid_js,
    PackageResources.sheet_js,
    PackageResources.phases_js,
    PackageResources.standing_js,
    PackageResources.day_bar_js,
    PackageResources.now_js,
    PackageResources.views_js,
    PackageResources.welcome_js,
    PackageResources.edition_js,
    PackageResources.freshness_js,
    PackageResources.start_js,
  ]

  static let text =
    "(() => {\n\"use strict\";\n" + EmbeddedText.text(parts) + "\n})();\n"
}
