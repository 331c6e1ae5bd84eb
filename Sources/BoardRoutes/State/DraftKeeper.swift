// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings
import Rules

/// A draft of a board as it is to be kept: what it is, by which tables, and what the referee says.
public struct DraftToKeep: Sendable {
  /// With everything that was done to it.
  public let log: BoardLog
  /// The tables that it was judged by.
  public let scenario: Scenario
  /// Of these tables, as in `draft.json`.
  public let digest: String
  /// Of the draft after its last act.
  public let review: Review
  /// What somebody said of it as it is kept; `nil` where nothing was said.
  public let note: String?
}

/// A draft of the history of drafts, as `programme drafts` lists it.
public struct KeptDraft: Sendable {
  /// 1, 2, 3 …
  public let number: Int
  /// When it was kept, in seconds since 1970.
  public let instant: Int
  /// How it came to be kept: `drafted`, `edited`, `found` or `planned`.
  public let origin: String
  /// A name that somebody gave it.
  public let name: String?
  /// What it was kept for.
  public let note: String?
  /// What it costs; `nil` where nobody said so.
  public let objective: Int?
  /// As it was typed.
  public let command: String

  public init(
    number: Int, instant: Int, origin: String, name: String?, note: String?, objective: Int?,
    command: String
  ) {
    self.number = number
    self.instant = instant
    self.origin = origin
    self.name = name
    self.note = note
    self.objective = objective
    self.command = command
  }
}

/// Keeps drafts of a board in the history of drafts, whole with their files, and reads what is in it.
public protocol DraftKeeper: Sendable {
  /// All drafts of the history, in the order of their numbers.
  ///
  /// - Throws: where it cannot be read; the error's description is a sentence.
  func listed() throws -> [KeptDraft]

  /// The schedule of a draft of the history; `nil` where there is no such draft, or none in it.
  ///
  /// - Parameter scenario: whose sessions it is about.
  /// - Throws: where it cannot be read; the error's description is a sentence.
  func schedule(ofKept number: Int, _ scenario: Scenario) throws -> Schedule?

  /// - Returns: its number in the history; the same again where nothing was done since it was kept.
  /// - Throws: where it cannot be kept; the error's description is a sentence.
  func keep(_ draft: DraftToKeep) throws -> Int
}

extension BoardRoom {
  /// All drafts of the history.
  func keptDrafts() throws(RouteFailure) -> [KeptDraft] {
    guard let keeper = world.keeper else { return [] }
    do { return try keeper.listed() } catch { throw .store("\(error)") }
  }

  /// The schedule of one of them, by the tables as they are now.
  func schedule(ofKept number: Int) throws(RouteFailure) -> (Scenario, Schedule) {
    guard let keeper = world.keeper else { throw .noStore }
    guard let scenario = tablesNow().scenario else { throw .tablesUnreadable }
    let schedule: Schedule?
    do { schedule = try keeper.schedule(ofKept: number, scenario) } catch {
      throw .store("\(error)")
    }
    guard let schedule else { throw .noKept(number) }
    return (scenario, schedule)
  }

  /// Keeps a draft as it is after its last act; tells everybody of it.
  ///
  /// - Parameter act: keeps it as it was before this act of it instead.
  /// - Returns: its number in the history of drafts.
  func keep(
    _ draft: Int, before act: Int? = nil, note: String? = nil
  ) throws(RouteFailure) -> Int {
    guard let keeper = world.keeper else { throw .noStore }
    let now = try self.view(of: draft)
    guard let view = act.map({ DraftView(now.log.before($0), now.tables) }) ?? now else {
      throw .tablesUnreadable
    }
    // What is kept is to be published and compared later; tables with errors say nothing certain.
    guard view.tables.reading.isUsable else { throw .tablesUnreadable }
    let known = now.log.checkpoints.count
    let number: Int
    do {
      number = try keeper.keep(
        DraftToKeep(
          log: view.log, scenario: view.scenario, digest: view.tables.reading.digest,
          review: view.review, note: note))
    } catch {
      throw .store("\(error)")
    }
    if try self.view(of: draft).log.checkpoints.count > known {
      events.publish("drafts", JSONValue.number(draft).line)
    }
    return number
  }
}
