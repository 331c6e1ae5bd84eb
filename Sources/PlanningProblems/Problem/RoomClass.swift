// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the classes of a ``RoomClasses``: rooms that nothing tells apart. A number of its own type,
/// lest it be taken for a room.
public struct RoomClass: ListPosition {
  /// Position among the classes.
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
}
