// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages
import Participants

/// The change pack of one publication as a page: the changes, and every letter, ready to be copied.
enum PackPage {
  static func html(
    _ letters: Letters, _ state: PublicationState, after previous: PublicationState?,
    _ words: StayText
  ) -> String {
    let title = "\(state.head.name): change pack of publication \(state.number)"
    return PlainPage.html(title: title, style: EmbeddedFile.changeStyles) {
      Element.header {
        Element.h1(.autoDirection) { HTML.text(title) }
        "\n"
        Element.p { "For the Secretariat: it names people and is not for the public." }
      }
      Element.main.lines {
        Element.section {
          Element.h2 { "What changed" }
          "\n"
          ChangesPage.news(state, after: previous, words)
        }
        for audience in Letters.Audience.allCases { section(letters, audience) }
      }
    }
  }

  private static func section(_ letters: Letters, _ audience: Letters.Audience) -> HTML {
    let own = letters.letters(to: audience)
    return Element.section {
      Element.h2 { HTML.text(audience.heading) }
      "\n"
      HTML.lines {
        if own.isEmpty { Element.p { "Nothing changes for them." } }
        for letter in own {
          Element.pre(.autoDirection) { HTML.text(keepingLines: letter.text) }
        }
      }
    }
  }
}
