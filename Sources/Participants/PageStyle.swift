// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages

/// The page's one style. Sides are logical throughout, so that `dir="rtl"` turns the page.
package enum PageStyle {
  /// Colours, type and buttons, which the pages beside this one have too.
  package static let ground = EmbeddedText.text(EmbeddedFile.pageGround)

  static let css = EmbeddedText.text(EmbeddedFile.pageGround + EmbeddedFile.pageStyles)
}
