// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// A piece of a page, or of a picture in it, whole by construction: elements come from `Element`,
/// `VoidElement` and `Shape`, attributes from `Attribute`, and every text is escaped as it comes in.
///
/// Pieces are put together by `HTMLBuilder`, and by strings: what a literal says is text, and so is
/// what is inserted into it, unless it is a piece itself.
///
/// ```swift
/// Element.p(.class("stamp")) { "\(badge) Publication \(number) of \(name)" }
/// ```
public struct HTML: Sendable, Hashable {
  /// As it stands in the file.
  public let markup: String

  init(markup: String) { self.markup = markup }

  /// The pieces, one right behind the other.
  public init(@HTMLBuilder _ content: () -> [HTML]) { self = content().joined() }

  /// The pieces on lines of their own; nothing for those that are empty.
  public static func lines(@HTMLBuilder _ content: () -> [HTML]) -> HTML {
    HTML(markup: content().map { $0.isEmpty ? "" : $0.markup + "\n" }.joined())
  }

  /// A text on one line, whoever wrote it.
  public static func text(_ text: String) -> HTML { HTML(markup: Escape.html(text)) }

  /// The same with its line breaks kept.
  public static func text(keepingLines text: String) -> HTML {
    HTML(markup: Escape.htmlLines(text))
  }

  /// Nothing.
  public static let empty = HTML(markup: "")

  /// Whether nothing stands in the file for it.
  public var isEmpty: Bool { markup.isEmpty }
}

extension HTML: ExpressibleByStringInterpolation {
  /// What the program itself says: its line breaks are layout, and stay.
  public init(stringLiteral text: String) { self = .text(keepingLines: text) }

  /// What the program says, with what is inserted into it.
  public init(stringInterpolation pieces: StringInterpolation) { markup = pieces.markup }

  /// A literal with what is inserted into it.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    /// As the compiler calls it.
    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity)
    }

    /// What the program itself says: its line breaks are layout, and stay.
    public mutating func appendLiteral(_ literal: String) {
      markup += Escape.htmlLines(literal)
    }

    /// A text on one line, whoever wrote it.
    public mutating func appendInterpolation(_ text: String) { markup += Escape.html(text) }

    /// A number in figures.
    public mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }

    /// A piece as it is.
    public mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
  }
}

extension Sequence<HTML> {
  /// The pieces, with the separator between each two.
  public func joined(separator: HTML = .empty) -> HTML {
    HTML(markup: map(\.markup).joined(separator: separator.markup))
  }
}
