// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Boards
import Foundation
import Publications
import Rules
import Texts

/// One publication of a board's draft, or its preview: `programme publish --from-board`, with what was
/// shown checked before it is made, and what was made entered in the draft's log.
struct BoardPublishing {
  private let scenario: String
  private let out: String?
  private let job: PublishJob
  /// With a console whose notes are part of the answer.
  private let world: World
  private let console = CollectedConsole()

  init(_ job: BoardPublishJob, in world: World) {
    scenario = job.scenario
    out = job.out
    self.job = job.job
    var world = world
    world.console = console
    self.world = world
  }

  /// Does it.
  func word() -> PublishWord {
    do throws(CommandFailure) {
      guard let consent = job.consent else { return .previewed(try account()) }
      return try published(consent)
    } catch {
      var sentences = [error.description]
      if case .notPublished(_, let findings) = error { sentences += findings.prefix(50) }
      return .failed(sentences)
    }
  }

  // MARK: Previewing

  private func account() throws(CommandFailure) -> PublishAccount {
    let words = try words(isPreview: true)
    // What was said on the way to a publication that did not come about is no part of it.
    let console = CollectedConsole()
    var world = world
    world.console = console
    let run = try PublishRun(
      OptionParser.options(words, of: PublishCommand.declaration), in: world)
    let held = try run.wording()
    let answer = try run.answer()
    var account = PublishAccount(
      settings: .init(
        status: held.status.rawValue, cancelled: held.cancelled.rawValue,
        people: held.people.rawValue, address: held.address, language: held.language.rawValue))
    account.text = answer.text(width: world.console.width)
    for note in answer.notes { world.console.note(note) }
    account.notes = console.notes
    account.command = TypedCommand.line(
      ["publish"] + words.filter { $0 != Self.preview })
    account.folder = run.folder
    switch answer {
    case .refused: account.needsReason = true
    case .asked(let questions, _): account.questions = questions.map(PublishAccount.Question.init)
    case .done(let done):
      account.number = done.outcome.state?.number
      account.isNew = done.outcome.isNew
      account.basis = PublishBasis(
        schedule: run.scheduleDigest, tables: run.tablesDigest,
        register: done.outcome.basis.digest)
    }
    return account
  }

  // MARK: Publishing

  private func published(_ consent: PublishJob.Consent) throws(CommandFailure) -> PublishWord {
    guard try !isUsed(consent.key) else { return .failed([Self.askedBefore]) }
    let run = try PublishRun(
      OptionParser.options(words(isPreview: false), of: PublishCommand.declaration), in: world)
    var changes: [PublishChange] = []
    if run.tablesDigest != consent.basis.tables { changes.append(.tables) }
    if run.scheduleDigest != consent.basis.schedule { changes.append(.draft) }
    // Other tables can make another schedule of the same draft.
    if changes == [.tables, .draft] { changes = [.tables] }
    guard changes.isEmpty else { return .changed(changes, try account()) }
    let answer: PublishAnswer
    do throws(CommandFailure) {
      answer = try run.answer(after: RegisterMark(digest: consent.basis.register))
    } catch {
      guard case .notPublished(let cause as PublicationFailure, _) = error else { throw error }
      switch cause {
      case .registerChanged: return .changed([.register], try account())
      case .notShown(let number, _): throw noteUnseen(number, run, consent, because: error)
      default: throw error
      }
    }
    guard case .done(let done) = answer, let state = done.outcome.state else {
      // It was answered in the preview, so something has changed.
      return .changed([.draft], try account())
    }
    let publication = BoardPublication(
      number: state.number, status: state.head.status.rawValue, kept: done.kept ?? 0,
      folder: run.folder,
      summary: done.outcome.isNew ? done.summary : "it is as it was published then")
    let entry = enter(publication, isNew: done.outcome.isNew, consent)
    return .published(
      PublishResult(
        text: answer.text(width: world.console.width), notes: console.notes,
        publication: publication, isNew: done.outcome.isNew, files: done.outcome.files,
        act: entry.act, notLogged: entry.fault))
  }

  /// The register has it although its files are not out: the log has it too.
  private func noteUnseen(
    _ number: Int, _ run: PublishRun, _ consent: PublishJob.Consent,
    because failure: CommandFailure
  ) -> CommandFailure {
    let status = (try? run.wording())?.status.rawValue ?? ""
    let kept = try? BoardStore.reading(in: place.url)?.log(of: job.draft)?.checkpoints.last?.kept
    _ = enter(
      BoardPublication(
        number: number, status: status, kept: kept ?? 0,
        folder: run.folder, summary: "its files are not out yet"), isNew: true, consent)
    return failure
  }

  /// Puts the publication into the log. One that is not new stands there already, unless the process
  /// that made it was killed.
  private func enter(
    _ publication: BoardPublication, isNew: Bool, _ consent: PublishJob.Consent
  ) -> (act: Act?, fault: String?) {
    do {
      let store = try BoardStore(in: place.url)
      guard let log = try store.log(of: job.draft) else { return (nil, "the draft is gone") }
      let isKnown = try store.logs().contains { log in
        log.acts.contains { act in
          guard case .publish(let known) = act.kind else { return false }
          return known.number == publication.number && known.folder == publication.folder
        }
      }
      guard isNew || !isKnown else { return (nil, nil) }
      let loaded = Loading(scenario)
      guard let readable = loaded.readable else { return (nil, "the tables cannot be read") }
      let proposal = ActProposal(
        key: consent.key, base: log.state.head, author: consent.author, why: consent.why,
        kind: .publish(publication))
      let outcome = try store.ask(
        proposal, of: job.draft, at: world.now(),
        BoardTables(readable, digest: loaded.digest))
      return switch outcome {
      case .done(let act), .repeated(let act): (act, nil)
      case .refused(let faults): (nil, faults.map(\.words).joined(separator: "; "))
      case .conflict(let conflict): (nil, conflict.words)
      case .stage(let refusal): (nil, refusal.words)
      }
    } catch {
      return (nil, "\(error)")
    }
  }

  /// Whether something was done with a key before.
  private func isUsed(_ key: String) throws(CommandFailure) -> Bool {
    do {
      let logs = try BoardStore.reading(in: place.url)?.logs() ?? []
      return logs.contains { log in log.acts.contains { $0.asked.key == key } }
    } catch {
      throw .usage([.place(.unreadableHistory("\(error)"))])
    }
  }

  private static let askedBefore =
    "This was asked for before, and is in the log. To publish again, look at a new preview."

  // MARK: What is typed

  private static let preview = "--preview"

  /// Where the board's drafts are.
  private var place: HistoryPlace {
    HistoryPlace(path: out ?? Loading(scenario).meeting.map { world.results(of: $0) } ?? "")
  }

  /// As if somebody typed them: whatever is wrong with them is then said in the same words.
  private func words(isPreview: Bool) throws(CommandFailure) -> [String] {
    let wish = job.wish
    var words = [scenario, "--from-board", try name()]
    func add(_ option: String, _ value: String?) {
      if let value { words += ["--\(option)", value] }
    }
    add("status", wish.status)
    add("note", wish.note)
    add("with-violations", wish.reason)
    add("cancelled", wish.cancelled)
    add("people", wish.people)
    add("address", wish.address)
    add("language", wish.language)
    add("new-address", wish.newAddresses)
    for pair in wish.renamed { add("renamed", pair) }
    for id in wish.notRenamed { add("not-renamed", id) }
    add("out", wish.out ?? out)
    if wish.out != nil { add("drafts", place.path) }
    if wish.renewsListed { words.append("--new-addresses") }
    if wish.isForced { words.append("--force") }
    return words + (isPreview ? [Self.preview] : [])
  }

  /// What the draft is called now.
  private func name() throws(CommandFailure) -> String {
    do {
      if let log = try BoardStore.reading(in: place.url)?.log(of: job.draft) {
        return log.state.name
      }
    } catch {
      throw .usage([.place(.unreadableHistory("\(error)"))])
    }
    throw .usage([
      .place(.board(UnknownBoard(name: "\(job.draft)", known: [], folder: place.path)))
    ])
  }
}

extension PublishAccount.Question {
  init(_ question: RenameQuestion) {
    let (yes, no) = question.consequences
    self.init(
      sort: question.rename.sort.rawValue, from: question.rename.from, to: question.rename.to,
      words: question.words, yes: yes, no: no)
  }
}
