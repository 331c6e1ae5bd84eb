// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the sessions that a problem places: a position in ``PlanningProblem/sessions``, not the
/// index of a session of the scenario.
public struct SessionPosition: ListPosition {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
}

/// One of the scenario's rooms: a position in `Scenario.rooms`, not one of the rooms of a place table.
public struct RoomPosition: ListPosition {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }

  /// A room that is no more.
  @inlinable package static var none: RoomPosition { RoomPosition(-1) }
}

extension Int: ListPosition {
  /// The number itself: for lists whose positions have no type of their own.
  @inlinable public var index: Int { self }
}

/// A position in half the memory: the inner loop of the local search reads many of them in no order.
package struct Packed<Position: ListPosition>: BitwiseCopyable {
  @usableFromInline let number: Int32

  @inlinable @inline(__always)
  package init(_ position: Position) { number = Int32(position.index) }

  @inlinable @inline(__always)
  package var position: Position { Position(Int(number)) }

  /// Whether it is none, which is written as -1.
  @inlinable @inline(__always)
  package var isNone: Bool { number < 0 }
}
