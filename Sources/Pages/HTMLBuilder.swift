// SPDX-License-Identifier: GPL-3.0-or-later

/// Lists pieces of a page as statements. A variable of text is no piece: it is written as
/// `HTML.text(…)`, or inserted into a literal.
@resultBuilder
public enum HTMLBuilder {
  /// One piece.
  public static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  /// Several, such as those of a function.
  public static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  /// All statements, one after the other.
  public static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap(\.self) }
  /// `if` without `else`.
  public static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
  /// `if` and `switch`.
  public static func buildEither(first part: [HTML]) -> [HTML] { part }
  /// `else`.
  public static func buildEither(second part: [HTML]) -> [HTML] { part }
  /// `for`.
  public static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap(\.self) }
}
