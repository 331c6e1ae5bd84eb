// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import HTTPServing
import Synchronization

/// All publications that were asked for since the board was opened: each is previewed first, and made
/// only when somebody who has seen that says yes.
public final class PublishBook: Sendable {
  /// One publication.
  struct Publication: Sendable {
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

  private struct Contents: Sendable {
    var publications: [Publication] = []
    var next = 1
  }

  private let contents = Mutex(Contents())
  private let room: BoardRoom
  private let starter: any PublishStarter
  /// Whether whoever publishes may name the folder.
  let mayChooseFolder: Bool

  /// Publications that are worked on at once, and that are remembered.
  private static let (most, remembered) = (2, 50)

  /// - Parameter mayChooseFolder: not for those who come to a shared board from elsewhere.
  public init(_ room: BoardRoom, _ starter: any PublishStarter, mayChooseFolder: Bool) {
    self.room = room
    self.starter = starter
    self.mayChooseFolder = mayChooseFolder
  }

  /// Ends previews, and waits for what is being published.
  public func end() {
    for publication in all where publication.state == .previewing { publication.work?.stop() }
    while all.contains(where: { $0.state == .publishing }) { usleep(50_000) }
  }

  private var all: [Publication] { contents.withLock { $0.publications } }

  /// Those of a draft, the oldest first, without what was dropped.
  func list(of draft: Int) -> [Publication] {
    all.filter { $0.draft == draft && $0.state != .dropped }
  }

  func publication(_ id: String, of draft: Int) throws(RouteFailure) -> Publication {
    guard let found = all.first(where: { $0.id == id && $0.draft == draft }) else {
      throw .noSuchPage
    }
    return found
  }

  /// Begins a preview; the one that was begun with the key, where there is one.
  func preview(
    _ draft: Int, _ wish: PublishWish, key: String
  ) throws(RouteFailure) -> Publication {
    let begun = contents.withLock { contents -> (Publication, isNew: Bool)? in
      if let known = contents.publications.first(where: { $0.key == key }) {
        return (known, isNew: false)
      }
      guard contents.publications.count(where: \.isAtWork) < Self.most else { return nil }
      let publication = Publication(
        id: "p\(contents.next)", draft: draft, key: key, wish: wish)
      contents.next += 1
      contents.publications.append(publication)
      if contents.publications.count > Self.remembered,
        let old = contents.publications.firstIndex(where: { !$0.isAtWork })
      {
        contents.publications.remove(at: old)
      }
      return (publication, isNew: true)
    }
    guard let begun else {
      throw .busy("\(Self.most) publications are being worked on already; wait for one")
    }
    guard begun.isNew else { return try publication(begun.0.id, of: draft) }
    start(begun.0)
    return try publication(begun.0.id, of: draft)
  }

  /// Makes a publication that was previewed; once, however often it is asked for with one key.
  func publish(
    _ id: String, of draft: Int, key: String, author: String, why: String
  ) throws(RouteFailure) -> Publication {
    let known = try publication(id, of: draft)
    let isAgain = known.consent?.key == key
    if isAgain, known.state == .publishing || known.state == .published { return known }
    let agreed = contents.withLock { contents -> Publication? in
      guard let place = contents.publications.firstIndex(where: { $0.id == id }) else { return nil }
      let isReady = contents.publications[place].state == .ready
      guard isReady, let basis = contents.publications[place].account?.basis else { return nil }
      contents.publications[place].consent = .init(
        key: key, author: author, why: why, basis: basis)
      contents.publications[place].state = .publishing
      contents.publications[place].changed = []
      return contents.publications[place]
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
    let changed = contents.withLock { contents -> Publication? in
      guard let place = contents.publications.firstIndex(where: { $0.id == id }) else { return nil }
      let before = contents.publications[place].state
      change(&contents.publications[place])
      return contents.publications[place].state == before ? nil : contents.publications[place]
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
