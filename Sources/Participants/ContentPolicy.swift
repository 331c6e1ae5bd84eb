// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables

/// What the page may do: run its one script, use its one style, show the sign that it carries, let the
/// worker that is published with it keep it on the device, and nothing else.
package enum ContentPolicy {
  static let text =
    "default-src 'none'; script-src '\(digest(PageScript.text))'; "
    + "style-src '\(digest(PageStyle.css))'; img-src data:; worker-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// As the policy names an inline element: the digest of exactly what is between its tags.
  package static func digest(_ text: String) -> String {
    let hex = Array(SHA256.hex(Data(text.utf8)).utf8)
    let bytes = stride(from: 0, to: hex.count, by: 2).map { place in
      nibble(hex[place]) << 4 | nibble(hex[place + 1])
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }

  private static func nibble(_ digit: UInt8) -> UInt8 { digit < 0x61 ? digit - 0x30 : digit - 0x57 }
}
