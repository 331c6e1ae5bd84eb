// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages

/// The page's style, on screen and on paper.
enum ReportStyle {
  static let css = EmbeddedText.text(EmbeddedFile.reportStyles)
}
