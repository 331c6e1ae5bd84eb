// SPDX-License-Identifier: GPL-3.0-or-later

/// Where sessions are held.
public struct Room: Sendable {
  /// Unique over all tables.
  public var id: String
  /// What people call it.
  public var name: String
  /// Seats.
  public var capacity: Int
  /// What it has that sessions may need.
  public var features: Set<String>
  /// Stretches in which it can be used, or `nil` for always.
  public var available: [Interval]?
  /// Minutes between two sessions in it: its own, or the meeting's where its cell is empty.
  public var turnoverMinutes: Int
  /// Where in the house it is; perhaps empty.
  public var location: String
  /// Where that is on a map, if it is known.
  public var position: Position?
  /// The address of a page or picture that shows the way to it; perhaps empty.
  public var map: String
  /// The rooms it is made of when joined, as indices into `Scenario.rooms`; empty for a plain room.
  public var parts: [Int]
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    id: String, name: String, capacity: Int, features: Set<String> = [],
    available: [Interval]? = nil, turnoverMinutes: Int = 0, location: String = "",
    position: Position? = nil, map: String = "", parts: [Int] = [], line: Int = 0
  ) {
    self.id = id
    self.name = name
    self.capacity = capacity
    self.features = features
    self.available = available
    self.turnoverMinutes = turnoverMinutes
    self.location = location
    self.position = position
    self.map = map
    self.parts = parts
    self.line = line
  }
}

extension Room {
  /// What people call it; its id where it has no name.
  public var calledName: String { name.isEmpty ? id : name }

  /// Whether its name says something other than its id.
  public var hasOwnName: Bool { !name.isEmpty && name.lowercased() != id.lowercased() }

  /// `Main Hall (b2-101)`: the name that people know, with the id where it says something else.
  public var nameWithID: String { hasOwnName ? "\(name) (\(id))" : id }
}
