// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// With its first letter as that of a sentence.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// For a heading that goes on inside a sentence.
  public var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
