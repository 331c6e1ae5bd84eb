// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages
import Participants

/// A page beside the participants' page: it looks the same, and runs nothing.
enum PlainPage {
  /// - Parameters:
  ///   - style: what the page has of its own.
  ///   - body: one piece a line.
  static func html(
    title: String, style: [EmbeddedFile] = [], @HTMLBuilder body: () -> [HTML]
  ) -> String {
    let css = [
      PageStyle.ground, EmbeddedText.text(EmbeddedFile.plainStyles), EmbeddedText.text(style),
    ]
    .joined(separator: "\n")
    let policy =
      "default-src 'none'; style-src '\(ContentPolicy.digest(css))'; img-src data:; "
      + "base-uri 'none'"
    return PageShell.page(title: title, policy: policy, style: css, body: body)
  }
}
