// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import HTTPServing

/// All publications that were asked for since the board was opened: each is previewed first, and made
/// only when somebody who has seen that says yes.
public final class PublishBook: Sendable {
  /// One publication.
  struct Publication: BookEntry {
    enum State: String, Sendable {
      case previewing
      /// Something has to be said before it can be made.
      case asks
      case ready, publishing, published, failed, dropped
    }

    let id: String
    let draft: Int
    /// Of the request that asked for it.
    let key: String
    let wish: PublishWish
    var state = State.previewing
    var account: PublishAccount?
    /// What has changed since it was shown before.
    var changed: [PublishChange] = []
    var consent: PublishJob.Consent?
    var result: PublishResult?
    var sentences: [String] = []
    var work: (any SolveWork)?

    var isAtWork: Bool { state == .previewing || state == .publishing }
  }

  private let book = EntryBook<Publication>("p", atOnce: 2, remembered: 50)
  private let room: BoardRoom
  private let starter: any PublishStarter
  /// Whether whoever publishes may name the folder.
  let mayChooseFolder: Bool

  /// - Parameter mayChooseFolder: not for those who come to a shared board from elsewhere.
  public init(_ room: BoardRoom, _ starter: any PublishStarter, mayChooseFolder: Bool) {
    self.room = room
    self.starter = starter
    self.mayChooseFolder = mayChooseFolder
  }

  /// Ends previews, and waits for what is being published.
  public func end() {
    for publication in book.all where publication.state == .previewing { publication.work?.stop() }
    while book.all.contains(where: { $0.state == .publishing }) { usleep(50_000) }
  }

  /// Those of a draft, the oldest first, without what was dropped.
  func list(of draft: Int) -> [Publication] {
    book.all.filter { $0.draft == draft && $0.state != .dropped }
  }

  func publication(_ id: String, of draft: Int) throws(RouteFailure) -> Publication {
    try book.entry(id, of: draft)
  }

  /// Begins a preview; the one that was begun with the key, where there is one.
  func preview(
    _ draft: Int, _ wish: PublishWish, key: String
  ) throws(RouteFailure) -> Publication {
    let entering = book.enter(
      knownBy: { $0.key == key },
      as: { Publication(id: $0, draft: draft, key: key, wish: wish) })
    switch entering {
    case .busy:
      throw .busy("\(book.most) publications are being worked on already; wait for one")
    case .known(let known): return try publication(known.id, of: draft)
    case .new(let begun):
      start(begun)
      return try publication(begun.id, of: draft)
    }
  }

  /// Makes a publication that was previewed; once, however often it is asked for with one key.
  func publish(
    _ id: String, of draft: Int, key: String, author: String, why: String
  ) throws(RouteFailure) -> Publication {
    let known = try publication(id, of: draft)
    let isAgain = known.consent?.key == key
    if isAgain, known.state == .publishing || known.state == .published { return known }
    let agreed = book.change(id) { publication -> Publication? in
      guard publication.state == .ready, let basis = publication.account?.basis else { return nil }
      publication.consent = .init(key: key, author: author, why: why, basis: basis)
      publication.state = .publishing
      publication.changed = []
      return publication
    }
    guard let agreed else {
      throw .changedMeanwhile(
        "Only what was previewed, and has nothing open, can be published. Look at the preview again"
      )
    }
    tell(agreed)
    start(agreed)
    return try publication(id, of: draft)
  }

  /// Forgets a publication that is not wanted.
  func drop(_ id: String, of draft: Int) throws(RouteFailure) -> Publication {
    let known = try publication(id, of: draft)
    guard known.state != .publishing else {
      throw .changedMeanwhile("It is being published, which is not stopped halfway")
    }
    known.work?.stop()
    change(id) { if $0.state != .published { $0.state = .dropped } }
    return try publication(id, of: draft)
  }

  private func start(_ publication: Publication) {
    let job = PublishJob(
      draft: publication.draft, wish: publication.wish, consent: publication.consent)
    let id = publication.id
    do {
      let work = try starter.start(job) { [weak self] word in self?.hear(word, id) }
      change(id) { if $0.isAtWork { $0.work = work } }
    } catch {
      hear(.failed(["\(error)"]), id)
    }
  }

  private func hear(_ word: PublishWord, _ id: String) {
    var act: Act?
    change(id) { publication in
      publication.work = nil
      guard publication.isAtWork else { return }
      switch word {
      case .previewed(let account):
        publication.account = account
        publication.state = account.basis == nil ? .asks : .ready
      case .changed(let changes, let account):
        publication.account = account
        publication.changed = changes
        publication.consent = nil
        publication.state = account.basis == nil ? .asks : .ready
      case .published(let result):
        publication.result = result
        publication.state = .published
        act = result.act
      case .failed(let sentences):
        publication.sentences = sentences
        publication.state = .failed
      }
    }
    guard let act else { return }
    // It was entered by the process that published.
    room.events.publish("act", ActJSON.event(act).line)
    room.events.publish("drafts", JSONValue.number(act.draft).line)
  }

  private func change(_ id: String, _ change: (inout Publication) -> Void) {
    let changed = book.change(id) { publication -> Publication? in
      let before = publication.state
      change(&publication)
      return publication.state == before ? nil : publication
    }
    if let changed { tell(changed) }
  }

  /// Everybody hears that there is news; what it is, only those who may publish are told.
  private func tell(_ publication: Publication) {
    room.events.publish(
      "publication",
      JSONValue.object([
        .init(name: "id", value: .text(publication.id)),
        .init(name: "draft", value: .number(publication.draft)),
        .init(name: "state", value: .text(publication.state.rawValue)),
      ]).line)
  }
}
