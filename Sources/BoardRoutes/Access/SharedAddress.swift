// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The address at which a proxy shows a board to others: `https://plan.example.org`.
public struct SharedAddress: Sendable, Hashable {
  /// `http` or `https`.
  public let scheme: String
  /// The host, with its port where that is not the scheme's own, in lower case.
  public let authority: String

  /// As a page's `Origin` says it.
  public var origin: String { "\(scheme)://\(authority)" }

  /// Whether what is sent to it can be read on the way.
  public var isOpenToAll: Bool { scheme == "http" }

  /// - Returns: `nil` for anything but a host of `http` or `https`, alone: the board's addresses
  ///   begin at the root.
  public init?(_ text: String) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
      ["", "/"].contains(parts.path),
      host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    let usual = scheme == "https" ? 443 : 80
    let port = parts.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
    self.scheme = scheme
    authority = host.lowercased() + port
  }
}
