// SPDX-License-Identifier: GPL-3.0-or-later

/// An address as it may go out: plain ASCII without blanks, of a scheme that runs nothing on the machine
/// of whoever follows it. Nothing else is ever a link, in any output.
public struct WebAddress: Sendable, Hashable {
  /// The schemes that go out, and no others (`scenario-format.md`, "Addresses").
  public enum Scheme: String, Sendable, CaseIterable {
    case https, http, webcal, webcals
    case mailto, tel, sip, sips, xmpp

    /// Whether a host stands behind two slashes (RFC 3986, section 3.2).
    public var namesHost: Bool {
      switch self {
      case .https, .http, .webcal, .webcals: true
      case .mailto, .tel, .sip, .sips, .xmpp: false
      }
    }

    /// - Parameter name: in capital letters or not (RFC 3986, section 3.1).
    init?(named name: some StringProtocol) { self.init(rawValue: name.lowercased()) }
  }

  /// The whole address.
  public let text: String
  /// What it begins with.
  public let scheme: Scheme

  /// Whether it is the address of a page, which every reader can open.
  public var isPage: Bool { scheme == .https || scheme == .http }

  /// Takes a text that is an address already, without mending anything.
  ///
  /// - Returns: `nil` for any other text.
  public init?(exactly text: String) {
    guard let colon = text.firstIndex(of: ":"), let scheme = Scheme(named: text[..<colon]),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
    else { return nil }
    let rest = text[text.index(after: colon)...]
    guard scheme.namesHost ? Self.hasHost(rest) : !rest.isEmpty else { return nil }
    self.text = text
    self.scheme = scheme
  }

  private static func hasHost(_ rest: Substring) -> Bool {
    guard rest.hasPrefix("//"), let first = rest.dropFirst(2).first else { return false }
    return !"/?#:@".contains(first)
  }
}
