// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPServing

/// Swaps and chains.
extension BoardRouter {
  /// `GET /api/drafts/D/chains/S`
  func chains(_ draft: Int, _ session: String) throws(RouteFailure) -> HTTPResponse {
    let view = try room.view(of: draft)
    guard let index = view.tables.sessions[session] else { throw .noSession }
    return .json(ChainJSON.of(index, view))
  }
}
