// SPDX-License-Identifier: GPL-3.0-or-later

/// What a cell that should hold an address holds, decided once for calendars, pages, tables and feeds.
public enum TypedAddress: Sendable, Hashable {
  /// Why a text is shown as words, and is no link.
  public enum Plainness: Sendable, Hashable {
    /// It is none: `Zoom 000 0000`.
    case noAddress
    /// What stands where the host should is none.
    case noHostName(String)
    /// - first: the one that stands first.
    case severalAddresses(first: String)
    /// - address: what stands before the words.
    case wordsBehind(address: String)
  }

  /// Why a text goes out nowhere.
  public enum Refusal: Sendable, Hashable {
    /// Following it can run something, or open a reader's own files.
    case runs(scheme: String)
    /// It is not among the schemes that go out.
    case scheme(String)
    /// It ends before its host.
    case noHost(scheme: String)
  }

  case nothing
  /// As typed, or mended.
  case address(WebAddress)
  /// On one line, to be read and not to be followed.
  case words(String, Plainness)
  case refused(Refusal)

  /// Decides about a text as somebody typed it.
  public init(_ typed: String) { self = AddressReading(typed).value }

  /// What may be a link.
  public var address: WebAddress? {
    if case .address(let address) = self { address } else { nil }
  }

  /// The address of a page, for readers that take no other.
  public var page: WebAddress? { address.flatMap { $0.isPage ? $0 : nil } }

  /// What is shown and no link.
  public var words: String? { if case .words(let words, _) = self { words } else { nil } }

  /// What people read: the address, or the words; empty where there is nothing to read.
  public var shown: String { address?.text ?? words ?? "" }
}

extension TypedAddress: ExpressibleByStringInterpolation {
  /// As `init(_:)` decides about it.
  public init(stringLiteral value: String) { self.init(value) }
}
