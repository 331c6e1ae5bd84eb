// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Testing
import Threads

@testable import Commands

/// The cases of `Failures/`, to count them: the compiler asks for a new one in `FailureName.of`, and the
/// test for what provokes it.
enum FailureName: String, CaseIterable {
  case unknownCommand, findings, sideFindings, notWritten, nothingWritten, wouldBeLost
  case unreadableDraftHistory, noSuchDraft, notPublished, brokenRules, draftElsewhere
  case answersElsewhere, boardHold, noProcess, interruptedEarly, notForPeople, rowsNotAdded
  case notServed, noBoardStore
  /// Faults of the program: no words provoke them, and `FailureWordsTests` says them.
  case disagreement, notJSON

  case unknownOption, repeated, missingValue, takesNoValue, emptyPlace, missingArgument
  case unexpectedArgument, notAWholeNumber, notAPercentage, notSeconds, notAmong, notAStart
  case notAnInstant, notAnAddress, noReason, emptyTarget, notAWritableForm, notADraftNumber
  case notAKeepWish, noSuchKeepKey, notARename, emptyReason, notACell, notARole
  case notASharedAddress

  case needs, twoQuestions, fewestAndMaxMoves, fewestAndUnplaced, whatIfAndChange
  case baseAndFreshBase, besideBoard, writeAndTarget, workbookInPlace, folderOrWorkbook,
    importNeedsScenario
  case scenarioTwice, questionNeedsDraft, draftNeedsQuestion

  case keep, session, cancelledSession, sessionArgument, room, day, rule, noWhatIfs, whatIf
  case whatIfTwice, rename

  case nothingThere, notADraftFolder, draft, board, boardAct, whichScenario, whoseDraft
  case whoseDrafts,
    whoseBoard
  case scenarioWithoutID, unreadableID, noScenarioFolder, unreadableHistory

  static func of(_ failure: CommandFailure) -> [FailureName] {
    switch failure {
    case .usage(let faults): faults.map(of)
    case .unknownCommand: [.unknownCommand]
    case .findings: [.findings]
    case .sideFindings: [.sideFindings]
    case .rowsNotAdded: [.rowsNotAdded]
    case .notWritten: [.notWritten]
    case .nothingWritten: [.nothingWritten]
    case .wouldBeLost: [.wouldBeLost]
    case .unreadableHistory: [.unreadableDraftHistory]
    case .noSuchDraft: [.noSuchDraft]
    case .notPublished: [.notPublished]
    case .brokenRules: [.brokenRules]
    case .boardHold: [.boardHold]
    case .draftElsewhere: [.draftElsewhere]
    case .answersElsewhere: [.answersElsewhere]
    case .disagreement: [.disagreement]
    case .noProcess: [.noProcess]
    case .notServed: [.notServed]
    case .noBoardStore: [.noBoardStore]
    case .interruptedEarly: [.interruptedEarly]
    case .notForPeople: [.notForPeople]
    case .notJSON: [.notJSON]
    }
  }

  private static func of(_ fault: UsageFault) -> FailureName {
    switch fault {
    case .word(let fault): of(fault)
    case .quarrel(let quarrel): of(quarrel)
    case .name(let fault): of(fault)
    case .place(let fault): of(fault)
    case .rename: .rename
    }
  }

  private static func of(_ fault: WordFault) -> FailureName {
    switch fault {
    case .unknownOption: .unknownOption
    case .repeated: .repeated
    case .missingValue: .missingValue
    case .takesNoValue: .takesNoValue
    case .emptyPlace: .emptyPlace
    case .missingArgument: .missingArgument
    case .unexpectedArgument: .unexpectedArgument
    case .notAWholeNumber: .notAWholeNumber
    case .notAPercentage: .notAPercentage
    case .notSeconds: .notSeconds
    case .notAmong: .notAmong
    case .notAStart: .notAStart
    case .notAnInstant: .notAnInstant
    case .notAnAddress: .notAnAddress
    case .noReason: .noReason
    case .emptyTarget: .emptyTarget
    case .notAWritableForm: .notAWritableForm
    case .notADraftNumber: .notADraftNumber
    case .notAKeepWish: .notAKeepWish
    case .noSuchKeepKey: .noSuchKeepKey
    case .notARename: .notARename
    case .notASharedAddress: .notASharedAddress
    case .emptyReason: .emptyReason
    case .notACell: .notACell
    case .notARole: .notARole
    }
  }

  private static func of(_ quarrel: OptionQuarrel) -> FailureName {
    switch quarrel {
    case .needs: .needs
    case .twoQuestions: .twoQuestions
    case .fewestAndMaxMoves: .fewestAndMaxMoves
    case .fewestAndUnplaced: .fewestAndUnplaced
    case .whatIfAndChange: .whatIfAndChange
    case .baseAndFreshBase: .baseAndFreshBase
    case .besideBoard: .besideBoard
    case .writeAndTarget: .writeAndTarget
    case .workbookInPlace: .workbookInPlace
    case .folderOrWorkbook: .folderOrWorkbook
    case .importNeedsScenario: .importNeedsScenario
    case .scenarioTwice: .scenarioTwice
    case .questionNeedsDraft: .questionNeedsDraft
    case .draftNeedsQuestion: .draftNeedsQuestion
    }
  }

  private static func of(_ fault: NameFault) -> FailureName {
    switch fault {
    case .keep: .keep
    case .session: .session
    case .cancelled: .cancelledSession
    case .sessionArgument: .sessionArgument
    case .room: .room
    case .day: .day
    case .rule: .rule
    case .noWhatIfs: .noWhatIfs
    case .whatIf: .whatIf
    case .whatIfTwice: .whatIfTwice
    }
  }

  private static func of(_ fault: PlaceFault) -> FailureName {
    switch fault {
    case .nothingThere: .nothingThere
    case .notADraftFolder: .notADraftFolder
    case .draft: .draft
    case .board: .board
    case .boardAct: .boardAct
    case .whichScenario: .whichScenario
    case .whoseDraft: .whoseDraft
    case .whoseBoard: .whoseBoard
    case .whoseDrafts: .whoseDrafts
    case .scenarioWithoutID: .scenarioWithoutID
    case .unreadableID: .unreadableID
    case .noScenarioFolder: .noScenarioFolder
    case .unreadableHistory: .unreadableHistory
    }
  }
}

/// Signals at which somebody edits a file: what watches for them begins its work.
private struct EditingSignals: Signals {
  private let text: String
  private let file: URL

  init(writing text: String, to path: String) {
    self.text = text
    file = URL(filePath: path)
  }

  var endedBy: Int32? { nil }
  var hasLostReader: Bool { false }

  func watch(
    _ cancellation: Cancellation, tick: @escaping @Sendable () -> Void
  ) -> any SignalWatch {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
    return GivenSignals().watch(cancellation, tick: tick)
  }

  func endWithInput() {}
}

/// Words that people may type, and what they hear.
struct Typed: Sendable, CustomTestStringConvertible {
  let words: [String]
  let failures: [FailureName]
  /// What is on the desk before.
  let prepare: @Sendable (Desk) throws -> Void
  var testDescription: String { failures.map(\.rawValue).joined(separator: ", ") }

  /// - Parameter words: with `{small}` for the small scenario, `{schedule}` for its kept schedule,
  ///   `{draft}` for the draft's folder, `{}` for the desk, `_` for a blank and `''` for an empty word.
  init(
    _ failures: FailureName..., words: String,
    _ prepare: @escaping @Sendable (Desk) throws -> Void = { _ in }
  ) {
    self.failures = failures
    self.words = words.components(separatedBy: " ").map {
      $0 == "''" ? "" : $0.replacing("_", with: " ")
    }
    self.prepare = prepare
  }

  func words(on desk: Desk) -> [String] {
    words.map {
      $0.replacing("{small}", with: Repository.small).replacing("{draft}", with: Repository.draft)
        .replacing("{schedule}", with: Repository.schedule)
        .replacing("{}", with: desk.folder.path())
    }
  }
}

extension Typed {
  static let all: [Typed] = [
    // Words.
    Typed(.unknownOption, words: "check s --jsn"),
    Typed(.repeated, words: "check s --json --json"),
    Typed(.missingValue, words: "draft s --out"),
    Typed(.takesNoValue, words: "check s --json=1"),
    Typed(.emptyPlace, words: "draft s --out ''"),
    Typed(.missingArgument, words: "check"),
    Typed(.unexpectedArgument, words: "check a b"),
    Typed(
      .notAWholeNumber, .notAPercentage, .notSeconds,
      words: "draft s --seed x --gap x --time x"),
    Typed(.notAmong, words: "model s --only x"),
    Typed(.notAStart, words: "explain s d --session x --at noon"),
    Typed(.notAnInstant, .notAnAddress, words: "publish s d --now today --address x"),
    Typed(.noReason, words: "export s d --with-violations ''"),
    Typed(.noReason, words: "publish s d --with-violations ''"),
    Typed(.emptyTarget, words: "tidy s --to ''"),
    Typed(.notAWritableForm, words: "tidy s --to b.ods"),
    Typed(.notADraftNumber, words: "restore s x"),
    Typed(.notADraftNumber, words: "restore 0"),
    Typed(.notAKeepWish, .noSuchKeepKey, words: "draft s --baseline b --keep day --keep x=1"),
    // Options that do not go together.
    Typed(.needs, words: "draft s --keep day=2025-06-23"),
    Typed(.needs, words: "draft s --max-moves 1"),
    Typed(.needs, words: "draft s --fewest-moves"),
    Typed(.needs, words: "review s d --max-moves 1"),
    Typed(.needs, words: "explain s d --session x --room y"),
    Typed(.twoQuestions, words: "explain s d --prices --fragile"),
    Typed(.fewestAndMaxMoves, words: "draft s --baseline b --fewest-moves --max-moves 1"),
    Typed(.fewestAndUnplaced, words: "draft s --baseline b --fewest-moves --allow-unplaced"),
    Typed(.whatIfAndChange, words: "compare a b --what-if x --change y"),
    Typed(.baseAndFreshBase, words: "what-if s --base b --fresh-base"),
    Typed(.besideBoard, words: "review s d --from-board x"),
    Typed(.besideBoard, words: "publish s d --from-board x"),
    Typed(.besideBoard, words: "export s d --from-board x"),
    Typed(.besideBoard, words: "explain s d --from-board x --prices"),
    Typed(.draftNeedsQuestion, words: "explain s --from-board x"),
    Typed(.besideBoard, words: "draft s --baseline b --from-board x"),
    Typed(.writeAndTarget, words: "tidy s --write --to b"),
    Typed(.workbookInPlace, words: "tidy s.xlsx --write"),
    Typed(.folderOrWorkbook, words: "new"),
    Typed(.folderOrWorkbook, words: "new a --workbook b.xlsx"),
    Typed(.importNeedsScenario, words: "import a.xlsx"),
    Typed(.scenarioTwice, words: "restore s 1 --scenario t"),
    Typed(.questionNeedsDraft, words: "explain s --prices"),
    Typed(.draftNeedsQuestion, words: "explain s d"),
    Typed(.notARename, words: "publish s d --renamed a"),
    Typed(.emptyReason, words: "cancel {small} town-1"),
    Typed(.notACell, words: "add {small} x"),
    Typed(.notARole, words: "add {small} id=x --role ada"),
    // Names.
    Typed(.sessionArgument, words: "cancel {small} x --reason r"),
    Typed(
      .keep, .keep, .keep, .keep, .keep, .keep,
      words:
        "draft {small} --baseline {schedule} --keep room=x --keep day=x --keep kind=x --keep session=x"
        + " --keep activity=x --keep theme=x"),
    Typed(.session, words: "explain {small} {draft} --session x"),
    Typed(.room, words: "explain {small} {draft} --session town-1 --at 2025-06-23_09:00 --room x"),
    Typed(.day, words: "explain {small} {draft} --session town-1 --at 2025-07-23_09:00"),
    Typed(.rule, words: "rules x"),
    Typed(.noWhatIfs, words: "what-if {}/scenario") { desk in
      _ = try desk.scenario()
      try FileManager.default.removeItem(atPath: desk.path("scenario/what-if"))
    },
    Typed(
      .whatIfTwice, .whatIf,
      words: "what-if {small} lose-fjord-on-day-2 lose-fjord-on-day-2 x"),
    // Places.
    Typed(.nothingThere, words: "compare {}/none {}/none"),
    Typed(.notADraftFolder, words: "compare {} {}"),
    Typed(.draft, words: "review {small} 7"),
    Typed(.draft, words: "draft {small} --baseline 7"),
    Typed(.draft, words: "export {small} 7"),
    Typed(.draft, words: "explain {small} 7 --prices"),
    Typed(.board, words: "review {small} --from-board x"),
    Typed(.board, words: "draft {small} --from-board x"),
    Typed(.boardAct, words: "review {small} --from-board Main@7") { desk in _ = try desk.board() },
    Typed(.needs, words: "draft {small} --ask improve"),
    Typed(.twoQuestions, words: "draft {small} --from-board x --ask replan --max-moves 1"),
    Typed(.board, words: "publish {small} --from-board x"),
    Typed(.board, words: "export {small} --from-board x"),
    Typed(.board, words: "explain {small} --from-board x --prices"),
    Typed(.board, words: "draft {small} --baseline board:x"),
    Typed(.board, words: "what-if {small} --base board:x"),
    Typed(.board, words: "compare board:x board:y --scenario {small}"),
    Typed(.board, words: "board {small} board:x"),
    Typed(.whoseBoard, words: "compare board:x 1"),
    Typed(.whichScenario, words: "compare {}/a.csv {}/a.csv") { desk in
      try desk.write(try Repository.text("Output/small/schedule.csv"), to: "a.csv")
    },
    Typed(.whoseDraft, words: "compare 1 2"),
    Typed(.whoseDrafts, words: "drafts"),
    Typed(.whoseDrafts, words: "restore 1"),
    Typed(.scenarioWithoutID, words: "compare 1 2 --scenario {}/none"),
    Typed(.unreadableID, words: "drafts {}/scenario") { desk in
      _ = try desk.scenario(["meeting.json": { $0.replacing("id: \"small\",", with: "") }])
    },
    Typed(.noScenarioFolder, words: "drafts {}/none"),
    Typed(.unreadableHistory, words: "review {small} 1") { desk in
      try desk.write("no database, and long enough to be asked", to: "results/small/drafts.sqlite")
    },
    // The rest.
    Typed(.findings, words: "draft {}/none"),
    Typed(.findings, words: "import {}/none.xlsx --scenario {small}"),
    Typed(.findings, words: "tidy {}/none"),
    Typed(.sideFindings, words: "compare {schedule} {}/a.csv --scenario {small}") { desk in
      let text = try Repository.text("Output/small/schedule.csv")
      try desk.write(text.replacing("youth-1,", with: "nobody,"), to: "a.csv")
    },
    Typed(.notWritten, words: "new {}/scenario") { desk in _ = try desk.scenario() },
    Typed(.notWritten, words: "model {small} --out {}/out") { desk in
      try desk.write("mine", to: "out/problem.json")
    },
    Typed(.notWritten, words: "export {small} {draft} --out {}/out") { desk in
      try desk.write("mine", to: "out/programme.xlsx")
    },
    Typed(.nothingWritten, words: "tidy {small} --to {}/mine.xlsx") { desk in
      try desk.write("mine", to: "mine.xlsx")
    },
    Typed(.wouldBeLost, words: "tidy {}/scenario --to {}/new") { desk in
      _ = try desk.scenario(["rooms.csv": { $0 + "x,X,3,,,,,,more\n" }])
    },
    Typed(.unreadableDraftHistory, words: "draft {small}") { desk in
      try desk.write("no database, and long enough to be asked", to: "results/small/drafts.sqlite")
    },
    Typed(.noSuchDraft, words: "restore {small} 3"),
    Typed(.notPublished, words: "publish {small} {draft} --out {}/out") { desk in
      try desk.write("mine", to: "out/public")
    },
    Typed(.boardHold, words: "draft {small} --from-board Main") { desk in
      try desk.board().does(.stage(.swaps))
    },
    Typed(.boardHold, words: "draft {small} --baseline board:Main") { desk in
      try desk.board().does(.stage(.swaps))
    },
    Typed(.boardHold, words: "publish {small} board:Main") { desk in
      try desk.board().does(.stage(.closed))
    },
    Typed(.boardHold, words: "publish {small} --from-board Main") { desk in
      try desk.board().does(.stage(.closed))
    },
    Typed(.brokenRules, words: "export {small} {}/a.csv") { desk in
      let text = try Repository.text("Output/small/schedule.csv")
      try desk.write(
        text.replacing("2025-06-23,10:45,11:45,fell", with: "2025-06-23,10:45,11:45,fjord"),
        to: "a.csv")
    },
    Typed(.draftElsewhere, words: "draft {small}") { desk in
      desk.world.signals = EditingSignals(
        writing: "mine", to: desk.path("results/small/schedule.csv"))
    },
    Typed(.answersElsewhere, words: "what-if {small} --base {draft}") { desk in
      desk.world.signals = EditingSignals(
        writing: "mine", to: desk.path("results/small/what-if/what-if.json"))
    },
    Typed(.noProcess, words: "what-if {small} --base {draft}") { desk in
      desk.world.workers = WorkersAtHand(refusal: EAGAIN)
    },
    Typed(.interruptedEarly, words: "what-if {small}") { desk in
      desk.world.signals = GivenSignals(endedBy: SIGINT)
    },
    Typed(.notForPeople, words: "what-if-worker"),
    Typed(.notForPeople, words: "board-worker"),
    Typed(.notForPeople, words: "board-publish"),
    Typed(.notASharedAddress, words: "board s --share plan.example.org"),
    Typed(.notASharedAddress, words: "board s --share https://plan.example.org/board"),
    Typed(.needs, words: "board {small} --renew-links"),
    Typed(.findings, words: "board {}/none"),
    Typed(.draft, words: "board {small} 7"),
    Typed(.notServed, words: "board {small} --port 18719") { _ in takePort(18_719) },
    Typed(.noBoardStore, words: "board {small}") { desk in
      try desk.write("no database, and long enough to be asked", to: "results/small/drafts.sqlite")
    },
  ]
}

/// Listens on a port for as long as the tests run, unless somebody does already.
private func takePort(_ port: UInt16) {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let code = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  if code == 0 { listen(descriptor, 1) } else { close(descriptor) }
}

@Suite("Every failure of a command")
struct EveryFailureTests {
  /// Why a command did not do what was typed.
  private static func failure(_ words: [String], _ world: World) -> CommandFailure? {
    func run<Asked: Command>(_: Asked.Type) -> CommandFailure? {
      do throws(CommandFailure) {
        let options = try OptionParser.options(Array(words.dropFirst()), of: Asked.declaration)
        return try Asked.answer(options, in: world).failure
      } catch {
        return error
      }
    }
    return switch words[0] {
    case "new": run(NewCommand.self)
    case "check": run(CheckCommand.self)
    case "tidy": run(TidyCommand.self)
    case "draft": run(DraftCommand.self)
    case "drafts": run(DraftsCommand.self)
    case "restore": run(RestoreCommand.self)
    case "cancel": run(CancelCommand.self)
    case "add": run(AddCommand.self)
    case "review": run(ReviewCommand.self)
    case "what-if": run(WhatIfCommand.self)
    case "compare": run(CompareCommand.self)
    case "explain": run(ExplainCommand.self)
    case "export": run(ExportCommand.self)
    case "import": run(ImportCommand.self)
    case "publish": run(PublishCommand.self)
    case "rules": run(RulesCommand.self)
    case "model": run(ModelCommand.self)
    case "board": run(BoardCommand.self)
    case "what-if-worker": run(WorkerCommand.self)
    case "board-worker": run(BoardWorkerCommand.self)
    case "board-publish": run(BoardPublishCommand.self)
    default: nil
    }
  }

  @Test("Is what the words lead to, and leaves what is there as it was", arguments: Typed.all)
  func typed(asked: Typed) throws {
    let desk = try Desk()
    try asked.prepare(desk)
    let words = asked.words(on: desk)
    let failure = try #require(Self.failure(words, desk.world), "nothing went wrong")
    #expect(FailureName.of(failure) == asked.failures, "\(failure)")
    #expect(!failure.description.isEmpty)
    for place in ["out/problem.json", "out/programme.xlsx", "out/public", "mine.xlsx"]
    where desk.has(place) {
      #expect(desk.text(place) == "mine", "\(place)")
    }
  }

  @Test("Is told on standard error alone, with the status of the contract", arguments: Typed.all)
  func told(asked: Typed) throws {
    let desk = try Desk()
    try asked.prepare(desk)
    let status = Tool(world: desk.world).run(asked.words(on: desk))
    let isNo = [[.brokenRules], [.interruptedEarly], [.boardHold]].contains(asked.failures)
    #expect(status == (isNo ? .no : .unusable))
    #expect(!desk.console.notes.isEmpty)
    let hasAnswer: Set<FailureName> = [
      .brokenRules, .draftElsewhere, .answersElsewhere, .nothingWritten, .wouldBeLost,
    ]
    if hasAnswer.isDisjoint(with: asked.failures) { #expect(desk.console.answers.isEmpty) }
  }

  @Test("Is provoked by some words: none is left over")
  func leftOver() throws {
    // One is of the program's name for commands alone, two are faults of the program, three are provoked
    // by the tests of their commands.
    let desk = try Desk()
    #expect(desk.run("chek") == .unusable)
    #expect(desk.console.notes.contains("unknown command 'chek'; did you mean 'check'?"))
    let elsewhere: Set<FailureName> = [
      .unknownCommand, .disagreement, .notJSON, .rowsNotAdded, .cancelledSession, .rename,
    ]
    let provoked = Set(Typed.all.flatMap(\.failures))
    let never = FailureName.allCases.filter { !provoked.union(elsewhere).contains($0) }
    #expect(never.isEmpty, "\(never)")
    #expect(provoked.isDisjoint(with: elsewhere))
  }
}

@Suite("Every command")
struct EveryCommandTests {
  @Test("That the sources declare is among those that can be typed, each with its own words")
  func listed() throws {
    let top = Repository.root.appending(path: "Sources/Commands")
    let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)
    var declared: [String] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      declared += text.matches(of: /\n(?:enum|struct) \w+: Command \{/).map { String($0.output) }
    }
    #expect(declared.count == Tool.commands.count)
    #expect(Set(Tool.commands.map(\.name)).count == Tool.commands.count)
    #expect(Tool.commands.allSatisfy { !$0.summary.isEmpty })
  }
}
