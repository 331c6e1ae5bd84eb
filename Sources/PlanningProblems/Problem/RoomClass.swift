// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the classes of a ``RoomClasses``: rooms that nothing tells apart. A type of its own, so
/// that it cannot be taken for a room.
public struct RoomClass: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Position among the classes.
  @usableFromInline package let index: Int

  @inlinable
  package init(_ index: Int) { self.index = index }

  @inlinable
  public static func < (a: RoomClass, b: RoomClass) -> Bool { a.index < b.index }

  public var description: String { "\(index)" }
}
