// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPServing
import Pages

/// The pages at the door.
enum EntryPage {
  /// Shown once a link's secret is in a cookie. The page leads on by itself: a redirection would not,
  /// since a browser that comes from a mail or another site leaves such cookies out until a page of
  /// our own has been shown.
  static let welcome = page("Board", next: true) {
    Element.p { Element.a(.href("/")) { "Open the board" } }
  }

  /// For those without a link, or with one that is no longer good.
  static let closed = page("Board") {
    Element.h1 { "This board is not open to everybody" }
    Element.p {
      "Open it with the link that you were given. If that link has stopped working, new ones were "
      "issued: ask whoever shared the board."
    }
  }

  private static func page(
    _ title: String, next: Bool = false, @HTMLBuilder body: @escaping () -> [HTML]
  ) -> String {
    HTML.page {
      VoidElement.meta(.named("name", "viewport"), .named("content", "width=device-width"))
      if next { VoidElement.meta(.named("http-equiv", "refresh"), .named("content", "0; url=/")) }
      Element.title { HTML.text(title) }
    } body: {
      Element.main { body() }
    }.markup
  }
}

extension HTTPResponse {
  /// With what every answer says to browsers: nothing from elsewhere, in no frame, no trace of where
  /// one came from.
  func guarded() -> HTTPResponse {
    var response = self
    let fields: [(String, String)] = [
      (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
      ),
      ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"),
      ("referrer-policy", "no-referrer"), ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
      ("cache-control", "no-store"),
    ]
    for (name, value) in fields where response.headers.values(of: name).isEmpty {
      response.headers.add(name, value)
    }
    return response
  }
}
