// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A file as it would be published, with its path below the publication's folder.
public struct LintFile: Sendable {
  /// `public/…` for the web host, `team/…` only for the Secretariat.
  public let path: String
  /// What stands in it.
  public let data: Data

  public init(_ path: String, _ data: Data) {
    self.path = path
    self.data = data
  }

  /// What comes after the last dot.
  var kind: String { path.split(separator: ".").last.map(String.init) ?? "" }
}
