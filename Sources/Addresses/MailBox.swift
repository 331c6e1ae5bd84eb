// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Mail boxes and accounts: something, an `@`, a domain.
public enum MailBox {
  /// Whether a text is a mail box, such as `igf@un.org`.
  public static func isOne(_ text: String) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    return halves.count == 2 && !halves[0].isEmpty && DomainName.isOne(String(halves[1]))
      && halves[0].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>(),:;[\\]".utf8.contains($0) }
  }

  /// The one mail box in a text, such as `IGF Secretariat <igf@un.org>`; `nil` where there is none, or
  /// more than one.
  public static func only(in text: String) -> String? {
    let rest = text.lowercased().hasPrefix("mailto:") ? text.dropFirst(7) : text[...]
    let found = rest.split { $0.isWhitespace || "<>,;\"()".contains($0) }.map(String.init)
      .filter(isOne)
    return found.count == 1 ? found[0] : nil
  }

  /// What stands behind `mailto:` (RFC 6068): boxes with `,` between them, then perhaps a `?` and what
  /// the letter is to hold.
  static func list(_ text: String) -> String? {
    let boxes = text.prefix { $0 != "?" }
    let made = boxes.split(separator: ",").map { account(String($0).trimmed, isBox: true) }
    guard !made.isEmpty, made.allSatisfy({ $0 != nil }) else { return nil }
    let rest = PercentEncoding.encoded(String(text[boxes.endIndex...]))
    return made.compactMap(\.self).joined(separator: ",") + rest
  }

  /// `user@host` with what may stand behind it, the host in ASCII; a host alone where it is no mail box.
  static func account(_ text: String, isBox: Bool = false) -> String? {
    let at = text.firstIndex(of: "@")
    if isBox && at == nil { return nil }
    let user = at.map { text[...$0] } ?? ""
    let rest = text[user.endIndex...]
    let host = rest.prefix { !";?/:".contains($0) }
    guard user != "@", let name = DomainName.ascii(String(host)), !name.isEmpty,
      !isBox || DomainName.isOne(name) && host.endIndex == text.endIndex,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || "-._~[]".contains($0) })
    else { return nil }
    return PercentEncoding.encoded(String(user)) + name
      + PercentEncoding.encoded(String(rest[host.endIndex...]))
  }
}
