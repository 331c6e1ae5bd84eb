// SPDX-License-Identifier: GPL-3.0-or-later

import Pages
import Participants

/// A page beside the participants' page: it looks the same, and runs nothing.
enum PlainPage {
  /// - Parameters:
  ///   - style: a file of this target's, for what the page has of its own.
  ///   - body: HTML in which every text is harmless already.
  static func html(title: String, style: [UInt8] = [], body: String) -> String {
    let css = PageStyle.ground + "\n" + EmbeddedText.text([PackageResources.plain_css, style])
    let policy = "default-src 'none'; style-src '\(ContentPolicy.digest(css))'; base-uri 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(PageText.html(title))</title>
      <style>\(css)</style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
  }
}
