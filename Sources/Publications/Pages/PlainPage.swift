// SPDX-License-Identifier: GPL-3.0-or-later

import Participants

/// A page beside the participants' page: it looks like it, and runs nothing.
enum PlainPage {
  /// - Parameter body: HTML in which every text is harmless already.
  static func html(title: String, style: String = "", body: String) -> String {
    let css = ColourStyle.css + "\n" + BaseStyle.css + "\n" + ground + "\n" + style
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

  private static let ground = """
    main,header,footer{max-inline-size:64rem;margin-inline:auto}
    header,main{padding-block:1rem .4rem}
    header{padding-inline:max(1rem,env(safe-area-inset-left))}
    h1{font-size:clamp(1.4rem,1.1rem + 1.6vw,2.1rem);line-height:1.15}
    h2{font-size:1.2rem;margin-block:1.4rem .5rem}
    h3{font-size:1rem}
    header p{margin-block-start:.4rem;color:var(--soft)}
    """
}
