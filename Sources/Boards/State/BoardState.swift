// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A board draft as it is after some of its acts: a pure fold of them over how it began. It knows
/// nothing of the tables, so that the same log gives the same state whatever became of them.
public struct BoardState: Hashable, Sendable {
  /// How a draft began.
  public struct Start: Hashable, Sendable, Codable {
    /// Of the placed sessions, by id.
    public var places: [String: BoardPlace]
    /// Of the pinned sessions, by id.
    public var pins: [String: BoardReason]
    /// Of the broken rules that are put up with, by the violations' ids.
    public var accepted: [String: BoardReason]

    public init(
      places: [String: BoardPlace] = [:], pins: [String: BoardReason] = [:],
      accepted: [String: BoardReason] = [:]
    ) {
      self.places = places
      self.pins = pins
      self.accepted = accepted
    }

    /// With the sessions that a schedule places; a place that lacks its hour or room is none.
    public init(_ schedule: Schedule) {
      self.init()
      for (session, row) in schedule.firstRows where row.status == .placed {
        guard let start = row.start, let room = row.room else { continue }
        places[session] = BoardPlace(start: start, room: room)
      }
    }
  }

  /// An act that can be undone, or was.
  struct Deed: Hashable, Sendable {
    let act: Int
    let author: String
    let effects: [BoardEffect]
    /// The act that undid it, and whose that was; `nil` while it stands.
    var undone: Undoing?
  }

  struct Undoing: Hashable, Sendable {
    let act: Int
    let author: String
  }

  /// The id of the draft.
  public let draft: Int
  /// The number of its last act; 0 where there is none.
  public internal(set) var head = 0
  /// What it is called.
  public internal(set) var name: String
  /// How much of it may be changed.
  public internal(set) var stage = BoardStage.open
  /// Who set the stage, when and why; `nil` where nobody has.
  public internal(set) var stageReason: BoardReason?
  var cells: [BoardThing: BoardCell] = [:]
  /// In the order of their numbers.
  var deeds: [Deed] = []

  /// A draft as it began.
  public init(_ draft: BoardDraft) {
    self.draft = draft.id
    name = draft.asked.name
    let first = draft.asked.first
    for (session, place) in first.places {
      cells[.place(session)] = BoardCell(value: .place(place), act: 0)
    }
    for (session, reason) in first.pins {
      cells[.pin(session)] = BoardCell(value: .reason(reason), act: 0)
    }
    for (violation, reason) in first.accepted {
      cells[.acceptance(violation)] = BoardCell(value: .reason(reason), act: 0)
    }
  }
}

/// What it says.
extension BoardState {
  /// Where a session stands; `nil`: nowhere.
  public func place(of session: String) -> BoardPlace? {
    guard case .place(let place) = cells[.place(session)]?.value else { return nil }
    return place
  }

  /// Why a session stays where it stands; `nil`: it may move.
  public func pin(of session: String) -> BoardReason? { reason(.pin(session)) }

  /// Why a broken rule is put up with; `nil`: it is not.
  public func acceptance(of violation: String) -> BoardReason? { reason(.acceptance(violation)) }

  private func reason(_ thing: BoardThing) -> BoardReason? {
    guard case .reason(let reason) = cells[thing]?.value else { return nil }
    return reason
  }

  /// Where sessions stand, by id; of those that stand somewhere.
  public var places: [String: BoardPlace] {
    var places: [String: BoardPlace] = [:]
    for case (.place(let session), let cell) in cells {
      if case .place(let place) = cell.value { places[session] = place }
    }
    return places
  }

  /// The pinned sessions, by id.
  public var pins: [String: BoardReason] {
    var pins: [String: BoardReason] = [:]
    for case (.pin(let session), let cell) in cells {
      if case .reason(let reason) = cell.value { pins[session] = reason }
    }
    return pins
  }

  /// The broken rules that are put up with, by the violations' ids.
  public var accepted: [String: BoardReason] {
    var accepted: [String: BoardReason] = [:]
    for case (.acceptance(let violation), let cell) in cells {
      if case .reason(let reason) = cell.value { accepted[violation] = reason }
    }
    return accepted
  }

  /// The notes that stand, in the order in which they were written.
  public var notes: [BoardNote] {
    cells.values.compactMap { cell in
      guard case .note(let note) = cell.value else { return nil }
      return note
    }.sorted { $0.act < $1.act }
  }

  /// The sessions of which the draft has ever known a place or a pin, in the order of their ids.
  public var sessions: [String] {
    var sessions: Set<String> = []
    for thing in cells.keys {
      switch thing {
      case .place(let session), .pin(let session): sessions.insert(session)
      case .acceptance, .note: break
      }
    }
    return sessions.sorted()
  }

  /// How another draft begins that goes on from here.
  public var asStart: Start { Start(places: places, pins: pins, accepted: accepted) }
}
