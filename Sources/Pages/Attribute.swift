// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Texts

/// An attribute with its value escaped. Names stand in the program, never in a table; values may be
/// anybody's, and become one line.
public struct Attribute: Sendable {
  let markup: String

  /// One with a text for its value.
  public static func named(_ name: StaticString, _ value: String) -> Attribute {
    Attribute(markup: " \(name)=\"\(Escape.html(value))\"")
  }

  /// One with a number for its value.
  public static func named(_ name: StaticString, _ value: Int) -> Attribute {
    Attribute(markup: " \(name)=\"\(value)\"")
  }

  /// One that says all by being there: `hidden`.
  public static func present(_ name: StaticString) -> Attribute { Attribute(markup: " \(name)") }
}

extension Attribute {
  /// - Parameter names: with blanks between them.
  public static func `class`(_ names: String) -> Attribute { named("class", names) }

  /// What links and scripts find the element by; no other may have it.
  public static func id(_ id: String) -> Attribute { named("id", id) }

  /// What is read out in place of the element's content.
  public static func label(_ words: String) -> Attribute { named("aria-label", words) }

  /// The direction of each text follows from its own letters.
  public static let autoDirection = named("dir", "auto")

  /// For what is read so whatever its letters, such as an address.
  public static let leftToRight = named("dir", "ltr")

  /// Seen and not read out.
  public static let unheard = named("aria-hidden", "true")

  /// 0: the keyboard reaches the element; -1: only scripts and links do.
  public static func tabIndex(_ index: Int) -> Attribute { named("tabindex", index) }

  /// Where a link leads.
  ///
  /// - Returns: `nil`, so that nothing is linked, for an address that may not go out: `javascript:`
  ///   would run.
  public static func href(_ address: String) -> Attribute? {
    let scheme = address.prefix { !":/?#".contains($0) }
    let isRelative = address.dropFirst(scheme.count).first != ":"
    return isRelative || WebAddress(exactly: address) != nil ? named("href", address) : nil
  }
}
