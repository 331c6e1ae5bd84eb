// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// With a capital first letter, to begin a sentence.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter, for a heading inside a sentence.
  public var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
