// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Databases
import Foundation
import HTTPServing
import Synchronization

/// A board as all its users share it: the tables as they are now, the drafts, and what everybody is
/// told. Used from several threads at once.
public final class BoardRoom: Sendable {
  /// What a board needs of the world.
  public struct World: Sendable {
    /// Reads the tables.
    public var read: @Sendable () -> BoardReading
    /// Tells one state of the tables' files from another, without reading them.
    public var mark: @Sendable () -> String
    /// Seconds since 1970.
    public var now: @Sendable () -> Int
    /// Seconds on a clock that nobody can set.
    public var clock: @Sendable () -> Double
    /// Keeps drafts whole in the history of drafts; `nil` where there is none.
    public var keeper: (any DraftKeeper)?
    /// Begins a first draft where there is none yet and the tables let one begin.
    public var begin: @Sendable () -> Void = {}
    /// The draft that the board was opened with, where there was one.
    public var opensWith: Int?
    /// The scenario as it was typed.
    public var scenario = "SCENARIO"
    /// The folder of the drafts, where one was typed.
    public var out: String?

    public init(
      read: @escaping @Sendable () -> BoardReading, mark: @escaping @Sendable () -> String,
      now: @escaping @Sendable () -> Int, clock: @escaping @Sendable () -> Double,
      keeper: (any DraftKeeper)? = nil
    ) {
      self.read = read
      self.mark = mark
      self.now = now
      self.clock = clock
      self.keeper = keeper
    }
  }

  private struct Tables: Sendable {
    var now: TablesNow
    var mark: String
    /// When the files were last looked at.
    var looked: Double
    /// As they are sent.
    var data: JSONValue?
  }

  /// `nil` where the tables have no name for a folder of results yet.
  let store: BoardStore?
  let world: World
  /// What everybody is told.
  public let events: EventChannel
  private let tables: Mutex<Tables>
  private let views = Mutex<[Int: DraftView]>([:])

  public init(_ world: World, store: BoardStore?, events: EventChannel) {
    self.world = world
    self.store = store
    self.events = events
    let mark = world.mark()
    tables = Mutex(Tables(now: TablesNow(world.read()), mark: mark, looked: world.clock()))
  }

  /// Seconds for which the tables' files are taken to be as they were.
  private static let trust = 1.0

  /// The tables as they are; read again if their files have changed.
  func tablesNow(lookingAgain: Bool = false) -> TablesNow {
    let instant = world.clock()
    let (now, hasChanged) = tables.withLock { tables -> (TablesNow, Bool) in
      guard lookingAgain || instant - tables.looked >= Self.trust else {
        return (tables.now, false)
      }
      tables.looked = instant
      let mark = world.mark()
      guard mark != tables.mark else { return (tables.now, false) }
      tables.mark = mark
      let reading = world.read()
      let isSame = reading.digest == tables.now.reading.digest
      guard
        !isSame || reading.findings != tables.now.reading.findings
          || reading.whatIfs != tables.now.reading.whatIfs
      else { return (tables.now, false) }
      tables.now = TablesNow(reading)
      tables.data = nil
      return (tables.now, true)
    }
    if hasChanged { events.publish("tables", JSONValue.text(now.reading.digest).line) }
    return now
  }

  /// The scenario as it is sent, made once for each reading.
  func scenarioData() -> JSONValue {
    let now = tablesNow()
    return tables.withLock { tables in
      guard tables.now === now else { return ScenarioJSON.of(now) }
      if let data = tables.data { return data }
      let data = JSONValue.written(ScenarioJSON.of(now).data)
      tables.data = data
      return data
    }
  }

  /// All drafts.
  func logs() throws(RouteFailure) -> [BoardLog] {
    guard let store else { return [] }
    do { return try store.logs() } catch { throw .store("\(error)") }
  }

  /// A draft after its last act.
  func view(of draft: Int) throws(RouteFailure) -> DraftView {
    guard let store else { throw .noStore }
    let log: BoardLog
    do {
      guard let found = try store.log(of: draft) else { throw RouteFailure.noDraft }
      log = found
    } catch let failure as RouteFailure {
      throw failure
    } catch {
      throw .store("\(error)")
    }
    return try view(of: log)
  }

  func view(of log: BoardLog) throws(RouteFailure) -> DraftView {
    let now = tablesNow()
    // Many may ask at once after an act; one works it out, the others wait for it.
    let view = views.withLock { views -> DraftView? in
      if let known = views[log.draft.id], known.tables === now,
        known.log.state.head >= log.state.head,
        known.log.checkpoints.count >= log.checkpoints.count
      {
        return known
      }
      // Others may have acted while this one waited for its turn: all of them are served by the last.
      let last = (try? store?.log(of: log.draft.id)).flatMap(\.self) ?? log
      let made = DraftView(last, now)
      views[log.draft.id] = made
      return made
    }
    guard let view else { throw .tablesUnreadable }
    return view
  }

  /// Does an act; tells everybody of it.
  func ask(_ proposal: ActProposal, of draft: Int) throws(RouteFailure) -> ActOutcome {
    guard let store else { throw .noStore }
    let now = tablesNow(lookingAgain: true)
    var known = now.board
    // What was written into a file is in the log even if the tables cannot be read since.
    if case .tables = proposal.kind {
      known = known ?? BoardTables(unreadable: now.reading.digest)
    }
    guard let board = known else { throw .tablesUnreadable }
    let outcome: ActOutcome
    do {
      outcome = try store.ask(proposal, of: draft, at: world.now(), board)
    } catch {
      throw .store("\(error)")
    }
    if case .done(let act) = outcome {
      events.publish("act", ActJSON.event(act).line)
      if case .stage(let stage) = act.kind {
        events.publish(
          "stage",
          JSONValue.object([
            .init(name: "draft", value: .number(draft)),
            .init(name: "stage", value: .text(stage.rawValue)),
          ]).line)
      }
    }
    return outcome
  }

  /// Begins a draft; tells everybody of it.
  func begin(_ asked: NewBoardDraft) throws(RouteFailure) -> BeginOutcome {
    guard let store else { throw .noStore }
    let outcome: BeginOutcome
    do {
      outcome = try store.begin(asked, at: world.now())
    } catch {
      throw .store("\(error)")
    }
    if case .begun(let draft) = outcome {
      events.publish("drafts", JSONValue.number(draft.id).line)
    }
    return outcome
  }
}

/// Why a question about the board has no answer.
enum RouteFailure: Error, Hashable {
  case noDraft
  /// The history of drafts has no draft of this number, or none that can be shown.
  case noKept(Int)
  case noSession
  case noSuchPage
  case wrongMethod
  /// A request that is not what it should be: why.
  case malformed(String)
  /// A table that cannot be changed so: why.
  case refused(String)
  /// There is no room for it now: why.
  case busy(String)
  /// A file is not what it was when somebody read it.
  case changedMeanwhile(String)
  /// What stands in the way, as the store says it.
  case store(String)
  /// The tables make no scenario: nothing can be judged by them.
  case tablesUnreadable
  case noStore
  case lookOnly

  var status: HTTPResponse.Status {
    switch self {
    case .noDraft, .noKept, .noSession, .noSuchPage: .notFound
    case .wrongMethod: .methodNotAllowed
    case .malformed, .refused: .badRequest
    case .busy: .tooManyRequests
    case .store: .unavailable
    case .tablesUnreadable, .noStore, .changedMeanwhile: .conflict
    case .lookOnly: .forbidden
    }
  }

  var words: String {
    switch self {
    case .noDraft: "There is no such draft on this board."
    case .noKept(let number): "The history of drafts has no draft \(number) that can be shown."
    case .noSession: "The tables have no such session."
    case .noSuchPage: "There is nothing at this address."
    case .wrongMethod: "This cannot be done at this address."
    case .malformed(let reason): "This request cannot be read: \(reason)."
    case .busy(let reason), .refused(let reason), .changedMeanwhile(let reason): reason + "."
    case .store(let reason): "The board's drafts cannot be used now: \(reason)"
    case .tablesUnreadable:
      "The tables make no programme as they are; their findings say what to mend."
    case .noStore:
      "The tables do not say what the meeting's id is, so there is no place for drafts. Mend"
        + " meeting.json, and start the board again."
    case .lookOnly: "With this link, the board can be looked at and not changed."
    }
  }
}
