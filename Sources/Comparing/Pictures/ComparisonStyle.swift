// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages

/// What the pages of comparisons need beyond a report's style.
enum ComparisonStyle {
  static let css = "\n" + EmbeddedText.text(EmbeddedFile.comparisonStyles)
}
