// SPDX-License-Identifier: GPL-3.0-or-later

import BoardPages
import BoardRoutes
import Files
import Foundation

extension BoardFiles {
  /// The board's page with its scripts and styles.
  static let ofThePage = BoardFiles(
    page: BoardPage.html,
    assets: Dictionary(
      BoardAssets.names.compactMap { name in
        BoardAssets.asset(named: name).map { asset in
          let bytes = Data(asset.text.utf8)
          return (name, Asset(type: asset.contentType, bytes: bytes, tag: SHA256.hex(bytes)))
        }
      }, uniquingKeysWith: { first, _ in first }))
}
