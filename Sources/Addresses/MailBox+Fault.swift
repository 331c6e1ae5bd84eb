// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// An address for mail in a cell of its own: `ada@example.org`, and nothing around it.
extension MailBox {
  /// What is wrong with a text that should be one plain address (RFC 5321, section 4.1.2, without
  /// quoted names), and what would be right; `nil` for one that is.
  public static func fault(_ text: String) -> (sentence: String, suggestion: String)? {
    if isPlain(text) { return nil }
    let inside = parts(text).filter(isPlain)
    if inside.count > 1 {
      return ("More than one address stands there.", "one of them, \(inside[0])")
    }
    if let only = inside.first {
      return ("More than an address stands there.", "the address alone, \(only)")
    }
    guard text.contains("@") else {
      return ("'\(short(text))' is no address for mail.", "an address such as ada@example.org")
    }
    if let strange = text.unicodeScalars.first(where: { !$0.isASCII }) {
      return (
        "The letter '\(strange)' in the address is not taken by every mail server.",
        "the address in plain letters, as the person's provider writes it"
      )
    }
    return ("'\(short(text))' is no address for mail.", "one address, such as ada@example.org")
  }

  private static func isPlain(_ text: String) -> Bool {
    guard isOne(text), text.utf8.count <= 254 else { return false }
    let name = text.prefix { $0 != "@" }
    return name.utf8.count <= 64 && name.first != "." && name.last != "." && !name.contains("..")
  }

  /// What stands between signs that no address holds.
  private static func parts(_ text: String) -> [String] {
    let bare = text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    return bare.split { $0.isWhitespace || "<>()[],;\"'|".contains($0) }.map(String.init)
  }

  private static func short(_ text: String) -> String {
    let line = OutgoingText.line(text)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
