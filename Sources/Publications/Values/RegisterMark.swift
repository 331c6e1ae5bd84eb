// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Register

/// What a register held at some moment, as a digest: another one means that something was published,
/// or an address given out, meanwhile.
public struct RegisterMark: Codable, Hashable, Sendable {
  /// SHA-256 in hexadecimal digits.
  public let digest: String

  /// A mark that was noted before.
  public init(digest: String) { self.digest = digest }

  init(_ contents: PublicationRegister.Contents) {
    let lines =
      contents.publications.map { "p \($0.number) \($0.instant) \($0.head)" }
      + contents.versions.map {
        "v \($0.publication) \($0.session) \($0.uid) \($0.sequence) \($0.modified) \($0.event)"
      }
      + contents.addresses.map { "a \($0.person) \($0.publication) \($0.instant) \($0.token)" }
      + ["c \(contents.correspondence?.revision ?? 0)"]
    digest = SHA256.hex(Data(lines.joined(separator: "\u{0}").utf8))
  }
}
