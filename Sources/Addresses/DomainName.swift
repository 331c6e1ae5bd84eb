// SPDX-License-Identifier: GPL-3.0-or-later

import CIDN
import Foundation
import Texts

/// Names of hosts and domains, as they must be to be found.
public enum DomainName {
  /// Whether a text is the name of a domain (RFC 1123), such as `igf.example`.
  public static func isOne(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && text.utf8.count <= 253 && labels.allSatisfy(isLabel)
      && labels.last.map { !$0.allSatisfy(\.isASCIIDigit) } ?? false
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D
      }
  }

  /// A name in other letters than ASCII as the internet knows it (RFC 5891; UTS 46 for capital letters
  /// and their like): `büro.example` is `xn--bro-hoa.example`. ASCII stays as it is.
  ///
  /// - Returns: `nil` for what can be no name.
  static func ascii(_ name: String) -> String? {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    var made: UnsafeMutablePointer<UInt8>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    let status = Array(name.utf8 + [0]).withUnsafeBufferPointer {
      idn2_lookup_u8($0.baseAddress, &made, flags)
    }
    guard status == IDN2_OK.rawValue, let made else { return nil }
    defer { idn2_free(made) }
    return String(cString: made)
  }

  /// The domain that a text names: the text itself, or the host of an address, or what stands behind a
  /// mail box.
  ///
  /// - Returns: `nil` where there is none.
  public static func named(in text: String) -> String? {
    if isOne(text) { return text }
    var rest = text.trimmingCharacters(in: .whitespacesAndNewlines)[...]
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.lowercased().hasPrefix("mailto:") { rest = rest.dropFirst(7) }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let typed = rest.prefix { !"/:?#\\".contains($0) }.drop { $0 == "." }
    guard let name = ascii(String(typed).lowercased()) else { return nil }
    let plain = name.hasSuffix(".") ? String(name.dropLast()) : name
    return isOne(plain) ? plain : nil
  }

  /// Endings of files, which are not domains where nothing else says so.
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "txt", "md",
    "htm", "html", "ics", "json", "xml", "jpg", "jpeg", "png", "gif", "svg", "mp3", "mp4", "zip",
  ]

  /// Whether a text that lacks a scheme is plainly a host.
  ///
  /// - Parameter isAlone: whether nothing stands behind it.
  static func isPlainHost(_ text: String, isAlone: Bool) -> Bool {
    guard let name = ascii(text), isOne(name), let last = name.split(separator: ".").last,
      last.count > 1, last.allSatisfy({ $0.isLetter }) || last.hasPrefix("xn--")
    else { return false }
    return !isAlone || !endings.contains(last.lowercased())
  }
}

/// What stands between the slashes and the path: a host, perhaps with a user before and a port behind it.
struct AuthorityPart {
  /// As it goes out.
  let text: String
  let host: String
  /// Whether the host was in other letters.
  let isMended: Bool

  /// - Returns: `nil` where there is no host that could be found.
  init?(_ typed: String) {
    let at = typed.lastIndex(of: "@")
    let user = at.map { PercentEncoding.encoded(String(typed[...$0])) } ?? ""
    let rest = at.map { typed[typed.index(after: $0)...] } ?? typed[...]
    let isNumbered = rest.first == "["
    let end =
      isNumbered ? rest.firstIndex(of: "]").map(rest.index(after:)) : rest.firstIndex(of: ":")
    if isNumbered && end == nil { return nil }
    let name = String(rest[..<(end ?? rest.endIndex)])
    let port = rest[(end ?? rest.endIndex)...]
    guard !name.isEmpty, Self.isPort(port), let host = DomainName.ascii(name),
      isNumbered ? Self.isNumber(host) : Self.isName(host)
    else { return nil }
    self.host = host
    isMended = host != name
    text = user + host + port
  }

  private static func isPort(_ port: Substring) -> Bool {
    port.isEmpty || port == ":"
      || port.first == ":" && port.dropFirst().allSatisfy(\.isASCIIDigit)
        && (Int(port.dropFirst()).map { $0 < 65_536 } ?? false)
  }

  private static func isNumber(_ host: String) -> Bool {
    host.dropFirst().dropLast().allSatisfy { $0.isHexDigit && $0.isASCII || ":.".contains($0) }
  }

  private static func isName(_ host: String) -> Bool {
    host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "-._~".contains($0) }
  }
}
