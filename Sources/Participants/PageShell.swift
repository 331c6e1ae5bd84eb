// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages

/// What the participants' page and the pages beside it have around what they say.
package enum PageShell {
  /// - Parameters:
  ///   - title: plain text.
  ///   - language: what its fixed words are written in.
  ///   - policy: what the page may do (`ContentPolicy`).
  ///   - about: what the head has besides, one piece a line.
  ///   - body: one piece a line.
  package static func page(
    title: String, language: Language = .english, policy: String, style: String, about: [HTML] = [],
    @HTMLBuilder body: () -> [HTML]
  ) -> String {
    HTML.page(language: language.tag, direction: .named("dir", language.direction)) {
      HTML.policy(policy)
      meta("viewport", "width=device-width, initial-scale=1, viewport-fit=cover")
      meta("color-scheme", "light dark")
      meta("referrer", "no-referrer")
      Element.title { HTML.text(title) }
      PageSign.link
      about
      HTML.embedded(style: style)
    } body: {
      body()
    }.markup
  }

  static func meta(_ name: String, _ content: String) -> HTML {
    VoidElement.meta(.named("name", name), .named("content", content))
  }
}
