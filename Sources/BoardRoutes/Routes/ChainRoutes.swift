// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPServing

/// Swaps and chains.
extension BoardRouter {
  /// `GET /api/drafts/D/chains/S`; with `?first=yes`, what is found in a moment.
  func chains(
    _ draft: Int, _ session: String, _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    let view = try room.view(of: draft)
    guard let index = view.tables.sessions[session] else { throw .noSession }
    return .json(ChainJSON.of(index, view, isFirst: question.request.target["first"] == "yes"))
  }
}
