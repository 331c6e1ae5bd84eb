// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Texts

/// The draft that a board opens with: the one that was named, one that is on the board already, or
/// what is in the folder of results.
struct FirstDraft {
  private let options: BoardCommand.Options
  private let loaded: Loading
  private let store: BoardStore
  private let world: World

  init(_ options: BoardCommand.Options, _ loaded: Loading, _ store: BoardStore, in world: World) {
    self.options = options
    self.loaded = loaded
    self.store = store
    self.world = world
  }

  /// - Returns: `nil` where there is none, and none can begin.
  /// - Throws: where DRAFT is none, or the store cannot be used.
  func begin() throws(CommandFailure) -> BoardLog? {
    let logs = try asked { try store.logs() }
    if let word = options.draft {
      let name = DraftLookup.boardName(word) ?? word
      if let known = logs.first(where: { $0.state.name == name }) { return known }
      // The board opens on what is wrong with the tables; the draft begins once they are mended.
      guard let scenario = loaded.readable else { return nil }
      let lookup = DraftLookup(options.out, of: scenario, loaded.digest, in: world)
      let named = try lookup.schedule(word)
      let schedule = try ScheduleReading.file(named.path, against: scenario)
      let parent = DraftLookup.number(word).map { BoardDraft.Parent.kept($0) } ?? .none
      return try begin(named.name, schedule, parent)
    }
    if let last = logs.last { return last }
    guard let scenario = loaded.scenario else { return nil }
    let place = HistoryPlace(
      path: options.out ?? world.results(of: scenario.meeting), zone: scenario.meeting.zone.zone)
    let base = BaseSearch(scenario, digest: loaded.digest, in: place, world).best
    var parent = BoardDraft.Parent.none
    if case .draft(let draft) = base.origin, let number = draft.number { parent = .kept(number) }
    return try begin("first", base.schedule ?? Schedule(rows: []), parent)
  }

  /// The same schedule under the same name is the same draft, however often the board is opened.
  private func begin(
    _ name: String, _ schedule: Schedule, _ parent: BoardDraft.Parent
  ) throws(CommandFailure) -> BoardLog? {
    let name = Int(name) == nil ? name : "draft-\(name)"
    let asked = NewBoardDraft(
      key: "open \(name) \(schedule.digest)", name: name, author: "programme board",
      why: "", parent: parent, command: "", inputSHA256: loaded.digest,
      first: BoardState.Start(schedule))
    switch try self.asked({ try store.begin(asked, at: world.now()) }) {
    case .begun(let draft), .repeated(let draft):
      return try self.asked { try store.log(of: draft.id) }
    case .refused(let faults):
      throw .noBoardStore(BeginRefusal(sentence: faults.map(\.words).joined(separator: "; ")))
    }
  }

  private func asked<Value>(_ question: () throws -> Value) throws(CommandFailure) -> Value {
    do { return try question() } catch { throw .noBoardStore(error) }
  }
}

/// Why a draft could not begin.
struct BeginRefusal: Error, CustomStringConvertible {
  let sentence: String
  var description: String { sentence }
}
