// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages
import Texts

/// The log of decisions as it goes into the minutes.
extension BoardDecisions {
  /// As Markdown (CommonMark), for mail and wikis.
  public func markdown(_ names: DecisionNames) -> String {
    let words = DecisionWords(self, names)
    var text = "# \(Escape.markdown(words.title))\n"
    for section in words.sections {
      text += "\n## \(Escape.markdown(section.title))\n\n"
      for item in section.items {
        // Behind a number and a dot, a list of its own would begin.
        text += "- \(Self.plain(item.line))\n"
        for line in item.under { text += "  - \(Self.plain(line))\n" }
      }
    }
    return text
  }

  private static func plain(_ line: String) -> String {
    let text = Escape.markdown(line)
    guard let mark = text.first(where: { !$0.isNumber }), text.first?.isNumber == true else {
      return text.first.map { "-+".contains($0) } == true ? "\\\(text)" : text
    }
    return mark == "." || mark == ")"
      ? text.replacing("\(mark)", with: "\\\(mark)", maxReplacements: 1) : text
  }

  /// As one page: no network, no script.
  public func page(_ names: DecisionNames) -> HTML {
    let words = DecisionWords(self, names)
    return HTML.page {
      HTML.policy("default-src 'none'; style-src 'unsafe-inline'")
      VoidElement.meta(
        .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
      Element.title { HTML.text(words.title) }
      HTML.embedded(style: EmbeddedText.text(EmbeddedFile.decisionStyles))
    } body: {
      Element.main.lines {
        Element.h1 { HTML.text(words.title) }
        for section in words.sections {
          Element.section.lines {
            Element.h2 { HTML.text(section.title) }
            Element.ul.lines { for item in section.items { Self.html(item) } }
          }
        }
      }
    }
  }

  private static func html(_ item: DecisionWords.Item) -> HTML {
    let line = Element.span(.autoDirection) { HTML.text(item.line) }
    return Element.li(item.isUndone ? .class("undone") : nil) {
      if item.isUndone { Element.s { line } } else { line }
      if !item.under.isEmpty {
        Element.ul {
          for line in item.under { Element.li(.autoDirection) { HTML.text(line) } }
        }
      }
    }
  }
}
