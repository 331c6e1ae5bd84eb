// SPDX-License-Identifier: GPL-3.0-or-later

/// Parts of styles that several pages have.
package enum SharedStyle {
  /// `.c0` to `.c7`: the colour of a kind of session, by its number.
  package static let kinds = PackageResources.kinds_css
}
