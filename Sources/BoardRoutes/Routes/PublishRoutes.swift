// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import HTTPServing

/// Publications of a draft: previewed, agreed to, made. For those who may edit alone.
extension BoardRouter {
  /// `/api/drafts/D/publications`, and what is under it.
  func publications(
    _ draft: Int, _ rest: [String], _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    guard let book = publications else { throw .noSuchPage }
    guard question.grant >= .edit else { throw .lookOnly }
    switch (question.request.method, rest.count) {
    case (.get, 0), (.head, 0):
      return .json([
        "publications": .list(book.list(of: draft).map(PublishJSON.of)),
        "may_choose_folder": .bool(book.mayChooseFolder),
      ])
    case (.get, 1), (.head, 1):
      return .json(PublishJSON.of(try book.publication(rest[0], of: draft)))
    case (.post, 0): return try preview(draft, question, book)
    case (.post, 2) where rest[1] == "publish":
      return try publish(rest[0], draft, question, book)
    case (.delete, 1): return .json(PublishJSON.of(try book.drop(rest[0], of: draft)))
    default: throw rest.count > 2 ? .noSuchPage : .wrongMethod
    }
  }

  private func preview(
    _ draft: Int, _ question: Question, _ book: PublishBook
  ) throws(RouteFailure) -> HTTPResponse {
    let wish = try question.body(PreviewWish.self)
    guard try room.logs().contains(where: { $0.draft.id == draft }) else { throw .noDraft }
    guard book.mayChooseFolder || wish.options.out == nil else {
      throw .refused(
        "A shared board publishes into its own folder; another one is named at the machine itself,"
          + " with 'programme publish --out'")
    }
    guard wish.options.isTypeable else {
      throw .malformed("an option holds what cannot be typed")
    }
    let publication = try book.preview(draft, wish.options, key: wish.key)
    return .json(["id": .text(publication.id), "publication": PublishJSON.of(publication)])
  }

  private func publish(
    _ id: String, _ draft: Int, _ question: Question, _ book: PublishBook
  ) throws(RouteFailure) -> HTTPResponse {
    let yes = try question.body(Yes.self)
    // What cannot be entered in the log is not done.
    let faults = ActProposal(
      key: yes.key, base: 0, author: yes.author, why: yes.why ?? "", kind: .stage(.open)
    ).textFaults
    guard faults.isEmpty else { return .refused(faults) }
    return .json(
      PublishJSON.of(
        try book.publish(
          id, of: draft, key: yes.key, author: yes.author, why: yes.why ?? "")))
  }

  private struct PreviewWish: Decodable {
    let key: String
    let options: PublishWish
  }

  private struct Yes: Decodable {
    let key: String
    let author: String
    let why: String?
  }
}

extension PublishWish {
  /// Whether all of it could be typed on a command line.
  fileprivate var isTypeable: Bool {
    let texts = [status, note, reason, cancelled, people, address, language, newAddresses, out]
    return (texts.compactMap(\.self) + renamed + notRenamed).allSatisfy { text in
      text.unicodeScalars.allSatisfy { $0.value != 0 }
    }
  }
}
