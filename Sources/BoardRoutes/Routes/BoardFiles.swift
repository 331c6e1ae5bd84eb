// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The page and what it loads: parts of the program, the same for everybody.
public struct BoardFiles: Sendable {
  /// One script or style.
  public struct Asset: Sendable {
    /// Such as `text/javascript`.
    let type: String
    let bytes: Data
    /// What these very bytes are called, for browsers that have them already.
    let tag: String

    public init(type: String, bytes: Data, tag: String) {
      self.type = type
      self.bytes = bytes
      self.tag = "\"\(tag)\""
    }
  }

  /// HTML.
  let page: String
  /// By their names under `/assets/`.
  let assets: [String: Asset]

  public init(page: String, assets: [String: Asset]) {
    self.page = page
    self.assets = assets
  }
}
