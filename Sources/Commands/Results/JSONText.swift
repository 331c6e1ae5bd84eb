// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

extension JSONText {
  /// - Parameter written: paths of the files that the run wrote, where its answer lists them.
  static func of(_ object: [String: Any], written: [String]?) -> String {
    var object = object
    object["written"] = written
    return of(object)
  }
}
