// SPDX-License-Identifier: GPL-3.0-or-later

/// Addresses from the tables that become links.
package enum WebAddress {
  /// An address that may be linked: plain ASCII without blanks, with a scheme that runs nothing.
  ///
  /// - Returns: `nil` for any other text.
  package static func linkable(_ text: String, schemes: [String] = ["https", "http"]) -> String? {
    guard schemes.contains(where: { text.lowercased().hasPrefix($0 + "://") }),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
    else { return nil }
    return text
  }
}
