// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Whether nobody may write a file: its owner wants it to stay as it is.
enum WriteProtection {
  static func holds(_ name: String, in folder: URL) -> Bool {
    var status = stat()
    let path = folder.appending(path: name).path(percentEncoded: false)
    return stat(path, &status) == 0 && status.st_mode & 0o222 == 0
  }
}
