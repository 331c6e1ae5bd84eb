// SPDX-License-Identifier: GPL-3.0-or-later

/// What people read of a theme: themes are words of the tables' own, and some tables write several as one.
package enum ThemeNames {
  /// `digital rights` of `digital-rights`; a theme with blanks of its own as it is.
  package static func name(_ theme: String) -> String {
    if theme.contains(where: \.isWhitespace) { return theme }
    let words = theme.split { $0 == "-" || $0 == "_" }
    return words.isEmpty ? theme : words.joined(separator: " ")
  }
}
