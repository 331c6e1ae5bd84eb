// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Addresses of pages, domains and mail boxes, as they must be to work in calendars and on pages.
public enum WebAddress {
  /// What is wrong with a text that should be an address of a page, and what would be right.
  public static func fault(_ text: String) -> (sentence: String, suggestion: String)? {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    let isWeb = text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://")
    guard isWeb else {
      if text.contains(":"), !scheme.isEmpty, scheme.allSatisfy({ $0.isLetter }), scheme != "http",
        scheme != "https", !text.contains(" ")
      {
        return (
          "an address of the sort '\(scheme):' is none of a page, and is not published.",
          "an address begins with https://"
        )
      }
      // `//igf.example` is one without its beginning.
      let bare = text.drop { $0 == "/" || $0 == ":" }
      let isBare =
        !text.contains { $0.isWhitespace || $0 == "@" }
        && bare.prefix { $0 != "/" }.split(separator: ".").count > 1
      return (
        "'\(short(text))' is no address of a page.",
        isBare
          ? "write https://\(bare)"
          : "an address begins with https://"
      )
    }
    return faultInside(text)
  }

  private static func faultInside(_ text: String) -> (sentence: String, suggestion: String)? {
    let behind = text.drop { $0 != ":" }.dropFirst(3)
    let host = behind.prefix { !"/?#".contains($0) }
    if host.isEmpty { return ("the address names no host.", "https://HOST/…") }
    let strange = Array(text.unicodeScalars).enumerated().first { _, scalar in
      scalar.value <= 0x20 || scalar.value >= 0x7F || "\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }
    guard let (place, scalar) = strange else { return nil }
    if behind.contains("://") {
      let ends: Set<Character> = [" ", ",", ";", "|", "\n"]
      return (
        "two addresses stand there.", "write one of them, \(text.prefix { !ends.contains($0) })"
      )
    }
    let what =
      scalar.properties.isWhitespace
      ? "a blank stands"
      : scalar.isASCII ? "the sign '\(scalar)' stands" : "the letter '\(scalar)' stands"
    if host.unicodeScalars.contains(where: { !$0.isASCII }) {
      return (
        "\(what) at place \(place + 1) of the address, in the name of the host.",
        "write the host as browsers copy it, beginning with xn--"
      )
    }
    return ("\(what) at place \(place + 1) of the address.", "write \(encoded(text))")
  }

  /// Bytes that an address cannot hold, as `%` and two figures.
  public static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" + digits : digits)
    }.joined()
  }

  /// Whether a text is the name of a domain (RFC 1123), such as `igf.example`.
  public static func isDomain(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && text.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
              || $0 == 0x2D
          }
      } && labels.last.map { !$0.isDigits } ?? false
  }

  /// The domain in an address or behind a mail box, where there is one.
  public static func domain(in text: String) -> String? {
    var rest = text.trimmingCharacters(in: .whitespaces)[...]
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.lowercased().hasPrefix("mailto:") { rest = rest.dropFirst(7) }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let domain = String(rest.prefix { !"/:?#".contains($0) }.lowercased().drop { $0 == "." })
    let plain = domain.hasSuffix(".") ? String(domain.dropLast()) : domain
    return isDomain(plain) ? plain : nil
  }

  /// Whether a text is a mail box, such as `igf@un.org`.
  public static func isMailbox(_ text: String) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    return halves.count == 2 && !halves[0].isEmpty && isDomain(String(halves[1]))
      && halves[0].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>(),:;[\\]".utf8.contains($0) }
  }

  private static func short(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
