// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import HTTPServing

/// Drafts that are kept as they are now.
extension BoardRouter {
  /// `POST /api/drafts/D/checkpoints`: keeps the draft in the history of drafts, whose number it then
  /// has; the same number again where nothing was done since.
  func checkpoint(_ draft: Int, _ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.request.method == .post else { throw .wrongMethod }
    let wish = try question.body(Wish.self)
    let note = wish.note ?? ""
    guard note.utf8.count <= Self.longestNote else {
      throw .refused("A note of at most \(Self.longestNote) bytes is kept with a draft")
    }
    let number = try room.keep(draft, note: note.isEmpty ? nil : note)
    return .json([
      "kept_as": .number(number), "draft": DraftJSON.head(try room.view(of: draft).log),
    ])
  }

  private static var longestNote: Int { 2_000 }

  /// What comes with a wish to keep a draft.
  private struct Wish: Decodable {
    /// What it is kept for, as `programme drafts` shows it.
    let note: String?
  }
}
