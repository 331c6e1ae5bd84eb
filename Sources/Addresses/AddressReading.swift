// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// What is made of a text that should be an address, with all that was mended on the way.
///
/// Mended is what has one meaning alone; whatever may mean two things stays words, which people can
/// read. The words of its findings are in `AddressWords`.
public struct AddressReading: Sendable, Hashable {
  /// What was otherwise than in the address that goes out.
  public enum Mending: Sendable, Hashable {
    /// It began with its host.
    case lackedScheme
    /// It was a mail box without `mailto:`.
    case lackedMailto
    /// The scheme stood in capital letters.
    case capitalScheme
    /// Not two slashes stood before the host.
    case slashes
    /// Signs that nobody sees stood in it.
    case invisible
    /// Brackets or quotation marks stood around it.
    case wrapped
    /// A sign that no address holds, now as `%` and figures; the first of them and its place, from 1.
    case encoded(Unicode.Scalar, place: Int)
    /// A `\` that browsers take for `/`.
    case backslash
    /// A host in other letters than ASCII, now as the internet knows it (RFC 5891).
    case host(String)
    /// Blanks in a telephone number.
    case blanksInNumber
  }

  /// As it was typed.
  public let typed: String
  public let value: TypedAddress
  /// In the order in which they were found; empty unless there is an address.
  public let mendings: [Mending]

  public init(_ typed: String) {
    self.typed = typed
    var reader = AddressReader(typed)
    value = reader.read()
    mendings = value.address == nil ? [] : reader.mendings
  }
}

/// Reads one text; what it mends on the way stands in `mendings`.
struct AddressReader {
  private(set) var mendings: [AddressReading.Mending] = []
  private var text: String

  init(_ typed: String) {
    let visible = typed.unicodeScalars.filter { !Self.isInvisible($0) }
    let line = OutgoingText.line(String(String.UnicodeScalarView(visible)))
    text = String(line.map { $0.isWhitespace ? " " : $0 }).trimmed
    if typed.trimmed.unicodeScalars.contains(where: Self.isInvisible) {
      mendings.append(.invisible)
    }
  }

  /// Of no width, and left out of everything that goes out or meant to break lines alone. Joiners are
  /// letters' own.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x180E, 0x200B, 0x2060, 0xFEFF: true
    case 0x09, 0x0A, 0x0D: false
    default: OutgoingText.steers(scalar)
    }
  }

  mutating func read() -> TypedAddress {
    unwrap()
    if text.isEmpty { return .nothing }
    if let scheme = RunningSchemes.beginning(text) { return .refused(.runs(scheme: scheme)) }
    let value = decided()
    guard let words = value.words, let scheme = RunningSchemes.inside(words) else { return value }
    return .refused(.runs(scheme: scheme))
  }

  private mutating func decided() -> TypedAddress {
    guard let (name, rest) = Self.parted(text) else { return withoutScheme() }
    if let scheme = WebAddress.Scheme(named: name) {
      if name != scheme.rawValue { mendings.append(.capitalScheme) }
      return scheme.namesHost ? hierarchical(scheme, rest) : opaque(scheme, rest)
    }
    let before = withoutScheme()
    guard case .words(_, .noAddress) = before, Self.isForeign(name, rest) else { return before }
    return .refused(.scheme(name.lowercased()))
  }

  private mutating func unwrap() {
    let pairs: [(Character, Character)] = [
      ("<", ">"), ("\"", "\""), ("'", "'"), ("“", "”"), ("«", "»"),
    ]
    guard let first = text.first, let last = text.last, text.count > 2,
      pairs.contains(where: { $0 == (first, last) }), text.contains("://") || text.contains("@")
    else { return }
    text = String(text.dropFirst().dropLast()).trimmed
    mendings.append(.wrapped)
  }

  /// The scheme as typed and what stands behind its colon (RFC 3986, section 3.1).
  private static func parted(_ text: String) -> (name: String, rest: String)? {
    guard let match = text.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/) else { return nil }
    return (String(match.1), String(text[match.range.upperBound...]))
  }

  /// Whether a text is an address of a scheme that is not known here, and no words with a colon:
  /// `zoommtg://…` is, `Zoom: 123`, `Zoom:123` and `Room A:B C` are not.
  private static func isForeign(_ name: String, _ rest: String) -> Bool {
    !rest.isEmpty && !rest.contains { $0.isWhitespace } && !name.contains(".")
      && !rest.allSatisfy { $0.isNumber || "-.()+#/*".contains($0) }
  }

  private func words(_ plainness: TypedAddress.Plainness = .noAddress) -> TypedAddress {
    .words(text, plainness)
  }

  /// `www.igf.example/a`, `//igf.example`, `igf@un.org`.
  private mutating func withoutScheme() -> TypedAddress {
    if text.hasPrefix("//"), text.dropFirst(2).first.map({ $0 != "/" }) ?? false {
      return hierarchical(.https, text, lacksScheme: true)
    }
    if MailBox.isOne(text) { return mailbox(text) }
    let host = text.prefix { !"/?#:".contains($0) }
    let behind = text[host.endIndex...]
    let port = behind.first == ":" ? behind.dropFirst().prefix { !"/?#".contains($0) } : ""
    guard behind.first != ":" || !port.isEmpty && port.allSatisfy(\.isASCIIDigit),
      DomainName.isPlainHost(String(host), isAlone: behind.isEmpty)
    else { return words() }
    return hierarchical(.https, "//" + text, lacksScheme: true)
  }

  private mutating func mailbox(_ box: String) -> TypedAddress {
    guard let address = WebAddress(exactly: "mailto:\(box)") else { return words() }
    mendings.append(.lackedMailto)
    return .address(address)
  }

  // MARK: - With a host

  private mutating func hierarchical(
    _ scheme: WebAddress.Scheme, _ rest: String, lacksScheme: Bool = false
  ) -> TypedAddress {
    if let first = rest.first, first.isWhitespace { return words() }
    let behind = rest.drop { $0 == "/" || $0 == "\\" }
    if !lacksScheme, rest.distance(from: rest.startIndex, to: behind.startIndex) != 2 {
      mendings.append(.slashes)
    }
    if behind.isEmpty { return .refused(.noHost(scheme: scheme.rawValue)) }
    if let plainness = partition(behind) { return words(plainness) }
    let authority = behind.prefix { !"/?#\\".contains($0) }
    guard let host = AuthorityPart(String(authority)) else {
      return authority.isEmpty
        ? .refused(.noHost(scheme: scheme.rawValue)) : words(.noHostName(String(authority)))
    }
    if host.isMended { mendings.append(.host(host.host)) }
    // The host itself is told once; places are those in the text as typed.
    let place = text.unicodeScalars.count - behind[authority.endIndex...].unicodeScalars.count
    let path = encoded(behind[authority.endIndex...], from: place)
    if lacksScheme { mendings.insert(.lackedScheme, at: 0) }
    return WebAddress(exactly: "\(scheme.rawValue)://\(host.text)\(path)").map { .address($0) }
      ?? words(.noHostName(String(authority)))
  }

  /// What stands behind the address and is none of it; `nil` where all of it is one address.
  ///
  /// A blank is a part of it where only one word follows, or what follows ends as addresses do
  /// (`My slides.pdf`). `Passcode: 123` is no part of it, nor is a remark in brackets.
  private func partition(_ rest: Substring) -> TypedAddress.Plainness? {
    let parting: (Character) -> Bool = { $0.isWhitespace || ",;|".contains($0) }
    guard let blank = rest.firstIndex(where: \.isWhitespace) else {
      guard let part = rest.firstIndex(where: parting), rest[part...].contains("://") else {
        return nil
      }
      return .severalAddresses(first: before(part, of: rest))
    }
    let first = before(rest.firstIndex(where: parting) ?? blank, of: rest)
    if rest[blank...].contains("://") { return .severalAddresses(first: first) }
    let authority = rest.prefix { !"/?#\\".contains($0) }
    let behind = rest[blank...].split(whereSeparator: \.isWhitespace)
    let isPart =
      authority.endIndex <= blank && !rest[blank...].contains { ":(,;|".contains($0) }
      && !(rest[..<blank].last.map { ",;.:".contains($0) } ?? false)
      && (behind.count == 1 || behind.last?.contains { "./=&?#%".contains($0) } ?? false)
    return isPart ? nil : .wordsBehind(address: first)
  }

  /// The text until a place of its end.
  private func before(_ place: String.Index, of rest: Substring) -> String {
    String(text.dropLast(rest.distance(from: place, to: rest.endIndex)))
  }

  /// With everything that an address cannot hold as `%` and figures (RFC 3986, section 2.1).
  ///
  /// - Parameter place: how many signs stand before it.
  private mutating func encoded(_ rest: Substring, from place: Int) -> String {
    var result = ""
    var isPath = true
    for (index, scalar) in rest.unicodeScalars.enumerated() {
      if scalar == "?" || scalar == "#" { isPath = false }
      if scalar == "\\" && isPath {
        result += "/"
        if !mendings.contains(.backslash) { mendings.append(.backslash) }
      } else if PercentEncoding.mayStand(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += PercentEncoding.encoded(String(Character(scalar)))
        add(.encoded(scalar, place: place + index + 1))
      }
    }
    return result
  }

  /// Only the first sign that is encoded is told.
  private mutating func add(_ mending: AddressReading.Mending) {
    let isKnown = mendings.contains { if case .encoded = $0 { true } else { false } }
    if !isKnown { mendings.append(mending) }
  }

  // MARK: - Without a host

  private mutating func opaque(_ scheme: WebAddress.Scheme, _ rest: String) -> TypedAddress {
    let rest = rest.trimmed
    let made: String? =
      switch scheme {
      case .tel: number(rest)
      case .mailto: MailBox.list(rest)
      default: rest.contains(where: \.isWhitespace) ? nil : MailBox.account(rest)
      }
    guard let made else { return words() }
    return WebAddress(exactly: "\(scheme.rawValue):\(made)").map { .address($0) } ?? words()
  }

  /// RFC 3966, section 3: figures and what parts them, and parameters behind a `;`.
  private mutating func number(_ text: String) -> String? {
    let plain = text.filter { !$0.isWhitespace }
    let figures = plain.prefix { $0 != ";" }
    guard figures.contains(where: \.isASCIIDigit),
      figures.allSatisfy({ $0.isASCIIDigit || "+-.()*#".contains($0) }),
      plain.unicodeScalars.allSatisfy({ $0.isASCII && PercentEncoding.mayStand($0) })
    else { return nil }
    if plain != text { mendings.append(.blanksInNumber) }
    return plain
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
