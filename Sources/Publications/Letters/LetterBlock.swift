// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages
import Programmes

/// A part of a letter, in words: what its plain text and its page are both made of.
enum LetterBlock: Sendable {
  /// A stretch of a line.
  enum Run: Sendable {
    /// Fixed words.
    case words(String)
    /// What a table holds: of any language and direction.
    case text(String)
    /// An address that may be followed.
    case link(String)
  }

  typealias Line = [Run]

  case paragraph([Line])
  case heading(String)
  /// A session: its title and what there is to say of it.
  case item(String, [Line])

  /// Words with their gaps filled.
  static func line(
    _ pieces: [Words.Piece], _ values: KeyValuePairs<String, Run> = [:]
  ) -> Line {
    pieces.map { piece in
      switch piece {
      case .text(let text): .words(text)
      case .gap(let name): values.first { $0.key == name }?.value ?? .text("{\(name)}")
      }
    }
  }
}

/// A letter's blocks as plain text.
enum LetterPlainText {
  static func text(_ blocks: [LetterBlock]) -> String {
    blocks.map(text).joined(separator: "\n\n") + "\n"
  }

  private static func text(_ block: LetterBlock) -> String {
    switch block {
    case .paragraph(let lines): lines.map(text).joined(separator: "\n")
    case .heading(let words): "— \(CalendarText.line(words)) —"
    case .item(let title, let lines):
      ([CalendarText.line(title)] + lines.map { "  \(text($0))" }).joined(separator: "\n")
    }
  }

  private static func text(_ line: LetterBlock.Line) -> String {
    CalendarText.line(
      line.map { run in
        switch run {
        case .words(let text), .text(let text), .link(let text): text
        }
      }.joined())
  }
}

/// The same as a page: it says its language and direction, which plain text cannot.
enum LetterHTML {
  static func text(_ blocks: [LetterBlock], title: String, _ language: Language) -> String {
    HTML.page(language: language.tag, direction: .named("dir", language.direction)) {
      Element.title { HTML.text(title) }
    } body: {
      blocks.flatMap(pieces)
    }.markup
  }

  private static func pieces(_ block: LetterBlock) -> [HTML] {
    switch block {
    case .paragraph(let lines): [Element.p { piece(lines) }]
    case .heading(let words): [Element.h2 { HTML.text(words) }]
    case .item(let title, let lines):
      [Element.h3(.autoDirection) { HTML.text(title) }, Element.p { piece(lines) }]
    }
  }

  private static func piece(_ lines: [LetterBlock.Line]) -> HTML {
    lines.map { $0.map(piece).joined() }.joined(separator: HTML { VoidElement.br() })
  }

  private static func piece(_ run: LetterBlock.Run) -> HTML {
    switch run {
    case .words(let text): HTML.text(text)
    case .text(let text): Element.bdi { HTML.text(text) }
    case .link(let address): Element.a(.href(address), .leftToRight) { HTML.text(address) }
    }
  }
}
