// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the starts that a session has by itself: a position in its ``PlaceTable``, not a minute.
public struct StartOption: ListPosition {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
}

/// One of the rooms that a session has by itself: a position in its ``PlaceTable``, not the index of
/// a room of the scenario.
public struct RoomOption: ListPosition {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
}
