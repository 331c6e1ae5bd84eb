// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// The sign in a browser's tab: a day with three sessions, as part of the page.
enum PageSign {
  /// Its marks and blanks are those of an address (RFC 3986, section 2), so that it is a valid one and
  /// nothing in it ends the attribute.
  private static let address = drawing.replacing(" ", with: "%20")

  private static let drawing =
    "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E"
    + "%3Crect width=%2216%22 height=%2216%22 rx=%223%22 fill=%22%2314508f%22/%3E"
    + "%3Cpath stroke=%22%23fff%22 stroke-width=%222%22 d=%22M3 4h5M6 8h7M3 12h4%22/%3E%3C/svg%3E"

  static let link = VoidElement.link(
    .named("rel", "icon"), .named("type", "image/svg+xml"), .named("href", address))
}
