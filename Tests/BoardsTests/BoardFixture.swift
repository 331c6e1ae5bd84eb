// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Scratch
import Testing

/// A meeting of sessions `s0`, `s1` … and rooms `r0`, `r1` …, an hour each, for boards to plan.
struct BoardFixture {
  var scenario: Scenario
  /// Ids of sessions that are held back.
  var held: Set<String>
  private let scratch = ScratchFolder()
  var folder: URL { scratch.url }

  static let start = WallTime(minutes: 29_700_000 - 29_700_000 % 1440 + 540)

  init(sessions: Int = 12, rooms: Int = 3, held: Set<String> = []) throws {
    scenario = try Self.meeting(sessions: sessions, rooms: rooms)
    self.held = held
  }

  static func meeting(sessions: Int = 12, rooms: Int = 3) throws -> Scenario {
    let zone = try #require(ZoneClock("Etc/UTC"))
    return Scenario(
      meeting: Meeting(id: "m", name: "M", zone: zone, days: []),
      rooms: (0..<rooms).map { Room(id: "r\($0)", name: "", capacity: 10) },
      sessions: (0..<sessions).map {
        Session(id: "s\($0)", activities: [0], title: "S\($0)", minutes: 60)
      })
  }

  var tables: BoardTables { Self.tables(scenario, held: held) }

  static func tables(_ scenario: Scenario, held: Set<String> = []) -> BoardTables {
    BoardTables(scenario, held: held, digest: "aa")
  }

  /// The n-th hour of the meeting in a room.
  static func place(_ hour: Int, _ room: Int) -> BoardPlace {
    BoardPlace(start: start + 60 * hour, room: "r\(room)")
  }

  /// A draft with the first sessions placed one after the other in the first room.
  static func draft(_ name: String = "Main", placed: Int = 6) -> NewBoardDraft {
    let rows = (0..<placed).map { hour in
      Schedule.Row.placed("s\(hour)", start + 60 * hour, "r0")
    }
    return NewBoardDraft(
      key: "begin \(name)", name: name, author: "Ana", why: "to begin with", parent: .none,
      command: "programme draft Scenarios/m", inputSHA256: "aa",
      first: BoardState.Start(Schedule(rows: rows)))
  }

  /// A store in the folder with one draft.
  func begun(_ draft: NewBoardDraft = draft()) throws -> (store: BoardStore, id: Int) {
    let store = try BoardStore(in: folder)
    guard case .begun(let begun) = try store.begin(draft, at: 1_700_000_000) else {
      throw Missing()
    }
    return (store, begun.id)
  }

  struct Missing: Error {}
}

/// Asks one act after the other of a draft, knowing all that was done, and expects each to be done.
struct Hand {
  let store: BoardStore
  let draft: Int
  let tables: BoardTables
  var author = "Ana"

  /// - Parameter base: what was seen last; `nil`: everything.
  func ask(
    _ kind: ActKind, base: Int? = nil, why: String = "", key: String = UUID().uuidString
  ) throws -> ActOutcome {
    let head = try #require(try store.log(of: draft)).state.head
    return try store.ask(
      ActProposal(key: key, base: base ?? head, author: author, why: why, kind: kind),
      of: draft, at: 1_700_000_100, tables)
  }

  @discardableResult
  func does(
    _ kind: ActKind, base: Int? = nil, why: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int {
    let outcome = try ask(kind, base: base, why: why)
    guard case .done(let act) = outcome else {
      Issue.record("\(outcome)", sourceLocation: sourceLocation)
      return 0
    }
    return act.number
  }

  /// A move of one session from where it stands.
  func move(_ session: String, to place: BoardPlace?) throws -> ActKind {
    let from = try #require(try store.log(of: draft)).state.place(of: session)
    return .moves([Move(session: session, from: from, to: place)])
  }

  func state() throws -> BoardState { try #require(try store.log(of: draft)).state }
}
