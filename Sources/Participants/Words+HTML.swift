// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages

extension Words {
  /// The words of a key as a piece of a page, their gaps filled with others; in the form that goes
  /// with a number where one is given.
  package func html(
    _ key: String, count: Int? = nil, _ values: KeyValuePairs<String, HTML> = [:]
  ) -> HTML {
    pieces(key, count: count).map { piece in
      switch piece {
      case .text(let text): HTML.text(text)
      case .gap(let name): values.first { $0.key == name }?.value ?? HTML.text("{\(name)}")
      }
    }.joined()
  }

  /// One piece after another, as the language lists things.
  func list(_ pieces: [HTML]) -> HTML {
    pieces.dropFirst().reduce(pieces.first ?? .empty) {
      html("list.next", ["before": $0, "after": $1])
    }
  }
}
