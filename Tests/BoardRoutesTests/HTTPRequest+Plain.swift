// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPServing

extension HTTPRequest {
  /// A GET of an address that reads; of the root for one that does not.
  static func plain(_ target: String, _ fields: [(String, String)]) -> HTTPRequest {
    var headers = HTTPHeaders()
    for (name, value) in fields { headers.add(name, value) }
    return HTTPRequest(.get, HTTPTarget(target) ?? .root, headers: headers)
  }
}
