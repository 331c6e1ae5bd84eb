// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Results
import Testing

@testable import BoardRoutes
@testable import Commands

@Suite("What publishes for a board")
struct BoardPublishingTests {
  private let desk: Desk
  private let board: BoardOnDesk

  init() throws {
    desk = try Desk()
    board = try desk.board()
  }

  private func word(
    _ wish: PublishWish = PublishWish(), after basis: PublishBasis? = nil, key: String = "yes",
    of scenario: String = Repository.small
  ) -> PublishWord {
    let consent = basis.map {
      PublishJob.Consent(key: key, author: "Ana", why: "the committee agreed", basis: $0)
    }
    let job = PublishJob(draft: board.id, wish: wish, consent: consent)
    return BoardPublishing(
      BoardPublishJob(scenario: scenario, out: nil, job: job), in: desk.world
    ).word()
  }

  private func previewed(
    _ wish: PublishWish = PublishWish(), of scenario: String = Repository.small
  ) throws -> PublishAccount {
    guard case .previewed(let account) = word(wish, of: scenario) else {
      throw CocoaError(.featureUnsupported)
    }
    return account
  }

  private func kept() throws -> [DraftHistory.Entry] {
    try DraftHistory.reading(in: desk.folder.appending(path: "results/small"))?.entries() ?? []
  }

  private func publishActs() throws -> [Act] {
    let acts = try #require(try board.store.log(of: board.id)).acts
    return acts.filter { if case .publish = $0.kind { true } else { false } }
  }

  @Test("A preview is what the command says, and writes nothing")
  func preview() throws {
    var wish = PublishWish()
    (wish.status, wish.note) = ("final", "New rooms.")
    let account = try previewed(wish)
    #expect(
      desk.run(
        "publish", Repository.small, "--from-board", "Main", "--status", "final", "--note",
        "New rooms.", "--preview") == .yes)
    #expect(account.text == desk.console.answers && account.notes == desk.console.notes)
    #expect(account.text.hasPrefix("Would be publication 1 (final): 12 sessions\n"))
    #expect(
      account.command
        == "programme publish \(Repository.small) --from-board Main --status final --note 'New rooms.'"
    )
    #expect(account.number == 1 && account.isNew && account.settings.status == "final")
    #expect(!desk.has("results/small/publications.sqlite"))
    #expect(try kept().isEmpty && publishActs().isEmpty)
  }

  @Test("What was previewed is published, kept and entered in the log, and then holds as before")
  func published() throws {
    var wish = PublishWish()
    wish.status = "final"
    let account = try previewed(wish)
    guard case .published(let result) = word(wish, after: account.basis) else {
      Issue.record("not published")
      return
    }
    #expect(result.isNew && result.publication.number == 1 && result.publication.kept == 1)
    #expect(result.notes == "The board's draft 'Main' is kept as draft 1.\n")
    #expect(desk.has("results/small/public/index.html"))
    #expect(try kept().map(\.name) == ["Main"])
    let act = try #require(try publishActs().first)
    #expect(act == result.act && act.author == "Ana" && act.why == "the committee agreed")
    #expect(act.kind == .publish(result.publication))
    // The key is spent: the same request once more does nothing.
    guard case .failed = word(wish, after: account.basis) else {
      Issue.record("done twice")
      return
    }
    let again = try previewed()
    #expect(again.settings.status == "final" && !again.isNew && again.number == 1)
    guard case .published(let same) = word(after: again.basis, key: "again") else {
      Issue.record("not published")
      return
    }
    #expect(!same.isNew && same.act == nil)
    #expect(try kept().count == 1 && publishActs().count == 1)
  }

  @Test(
    "A publication that is not in the log, since its process was killed, is entered by the next")
  func killed() throws {
    #expect(desk.run("publish", Repository.small, "--from-board", "Main") == .yes)
    let account = try previewed()
    guard case .published(let result) = word(after: account.basis) else {
      Issue.record("not published")
      return
    }
    #expect(!result.isNew && result.act?.kind == .publish(result.publication))
    #expect(result.publication.summary == "it is as it was published then")
  }

  @Test("A publication whose files cannot come out is in the log too, once")
  func unseen() throws {
    try desk.write("mine", to: "results/small/public/index.html")
    let account = try previewed()
    guard case .failed(let sentences) = word(after: account.basis) else {
      Issue.record("shown")
      return
    }
    #expect(
      sentences.first?.hasPrefix("publication 1 is in the register, but its files are") == true)
    #expect(desk.text("results/small/public/index.html") == "mine")
    let publication = BoardPublication(
      number: 1, status: "draft", kept: 1, folder: desk.world.results(of: "small"),
      summary: "its files are not out yet")
    #expect(try publishActs().map(\.kind) == [.publish(publication)])
    try FileManager.default.removeItem(atPath: desk.path("results/small/public"))
    guard case .published(let result) = word(after: try previewed().basis, key: "again") else {
      Issue.record("not published")
      return
    }
    #expect(!result.isNew && result.act == nil && desk.has("results/small/public/index.html"))
  }

  @Test(
    "If draft, tables or register have changed, nothing is published and what would be is shown")
  func changed() throws {
    let scenario = try desk.scenario()
    let basis = try previewed(of: scenario).basis
    try board.move("town-1", to: "hall")
    guard case .changed([.draft], let account) = word(after: basis, of: scenario) else {
      Issue.record("the draft has changed")
      return
    }
    #expect(try kept().isEmpty && !desk.has("results/small/publications.sqlite"))
    try desk.write(
      desk.text("scenario/rooms.csv").replacing("Room Fell", with: "Fell Room"),
      to: "scenario/rooms.csv")
    guard case .changed([.tables], let renamed) = word(after: account.basis, of: scenario) else {
      Issue.record("the tables have changed")
      return
    }
    #expect(desk.run("publish", scenario, Repository.schedule) == .yes)
    guard case .changed([.register], let now) = word(after: renamed.basis, of: scenario) else {
      Issue.record("the register has changed")
      return
    }
    #expect(now.number == 2 && now.text.hasPrefix("Would be publication 2 (draft): "))
    #expect(try publishActs().isEmpty)
    guard case .published(let result) = word(after: now.basis, of: scenario) else {
      Issue.record("not published")
      return
    }
    #expect(result.publication.number == 2)
    // A note is no change of what is published.
    let next = try previewed(of: scenario).basis
    try board.does(.note(session: nil, text: "n"))
    guard case .published = word(after: next, key: "third", of: scenario) else {
      Issue.record("a note held it up")
      return
    }
  }

  @Test("Broken rules, renames, stages and what is typed wrong are told as the command tells them")
  func told() throws {
    let account = try previewed()
    guard case .published = word(after: account.basis) else {
      Issue.record("not published")
      return
    }
    let scenario = try desk.scenario([
      "sessions.csv": { $0.replacing("town-1,", with: "town-hall,") }
    ])
    let from = try #require(try board.store.log(of: board.id)?.state.place(of: "town-1"))
    let loaded = Loading(scenario)
    let tables = BoardTables(try #require(loaded.scenario), digest: loaded.digest)
    _ = try board.store.ask(
      ActProposal(
        key: "hall", base: 1, author: "Bo",
        kind: .moves([Move(session: "town-hall", from: nil, to: from)])),
      of: board.id, at: 1_750_000_200, tables)
    let asked = try previewed(of: scenario)
    #expect(asked.basis == nil && asked.questions.map(\.from) == ["town-1"])
    #expect(asked.questions.first?.to == "town-hall" && asked.text.contains("--renamed"))
    var wish = PublishWish()
    wish.renamed = ["town-1=town-hall"]
    #expect(try previewed(wish, of: scenario).basis != nil)
    wish.renamed = ["town-1=nothing"]
    guard case .failed(let sentences) = word(wish, of: scenario) else {
      Issue.record("a rename to nothing")
      return
    }
    #expect(sentences.first?.contains("the tables have no session 'nothing'") == true)
    try board.move("youth-1", to: "fjord")
    let broken = try previewed()
    #expect(broken.needsReason && broken.basis == nil)
    #expect(broken.notes.contains("Not published: the schedule breaks the rules"))
    var wrong = PublishWish()
    (wrong.status, wrong.address) = ("sure", "nowhere")
    guard case .failed(let faults) = word(wrong) else {
      Issue.record("a status that there is not")
      return
    }
    #expect(faults.first?.contains("--status 'sure'") == true)
    #expect(faults.first?.contains("nowhere") == true)
    try board.does(.stage(.closed))
    guard case .failed(let closed) = word() else {
      Issue.record("a closed draft")
      return
    }
    #expect(closed.first?.hasPrefix("the board's draft 'Main' is closed (Bo)") == true)
  }
}
