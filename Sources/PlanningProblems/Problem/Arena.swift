// SPDX-License-Identifier: GPL-3.0-or-later

/// Memory for inner loops: tables of plain values that live as long as the arena does.
///
/// The local search reads and writes such tables tens of millions of times a second; arrays inside
/// a class would be checked for exclusive access and bounds each time, and counted as shared or not.
/// Bounds are asserted in debug builds.
public final class Arena {
  @usableFromInline var releases: [() -> Void] = []

  /// With no tables yet.
  package init() {}

  deinit { for release in releases { release() } }

  /// A table of some values.
  @inlinable
  package func table<Element: BitwiseCopyable>(_ values: [Element]) -> Table<Int, Element> {
    table(TypedArray(values))
  }

  /// The same, read by the same positions.
  @inlinable
  package func table<Position, Element: BitwiseCopyable>(
    _ values: TypedArray<Position, Element>
  ) -> Table<Position, Element> {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    values.elements.withUnsafeBufferPointer { elements in
      if let first = elements.baseAddress { base.initialize(from: first, count: elements.count) }
    }
    releases.append { base.deallocate() }
    return Table(base: base, count: values.count)
  }

  /// A table that holds one value everywhere.
  @inlinable
  package func table<Position, Element: BitwiseCopyable>(
    repeating value: Element, count: Int
  ) -> Table<Position, Element> {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    releases.append { base.deallocate() }
    return Table(base: base, count: count)
  }
}

/// A table of fixed length in an `Arena`, which must outlive it, read by one sort of position alone.
///
/// It is public, as all types are of which other targets' inner loops read: the compiler does not look
/// into the members of package types from outside, `@inlinable` or not.
public struct Table<Position: ListPosition, Element: BitwiseCopyable>: BitwiseCopyable {
  /// How many elements it has.
  @usableFromInline let base: UnsafeMutablePointer<Element>
  @usableFromInline package let count: Int

  @usableFromInline
  init(base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  /// An element; the position must be one of the table.
  @inlinable @inline(__always)
  package subscript(position: Position) -> Element {
    get {
      assert(position.index >= 0 && position.index < count)
      return base[position.index]
    }
    nonmutating set {
      assert(position.index >= 0 && position.index < count)
      base[position.index] = newValue
    }
  }
}

/// Lists of numbers, one for each session, one after the other in an `Arena`, which must outlive them.
public struct FlatLists: BitwiseCopyable {
  @usableFromInline let first: Table<SessionPosition, Int>
  @usableFromInline let items: Table<Int, Int32>

  /// Lists of numbers that fit into 32 bits.
  package init(_ lists: TypedArray<SessionPosition, [Int]>, in arena: Arena) {
    first = arena.table(lists.mapped(\.count).runningSums)
    items = arena.table(lists.flatMap(\.self).map { Int32($0) })
  }

  /// Where the list of a session stands.
  @inlinable @inline(__always)
  package func range(of p: SessionPosition) -> Range<Int> { first[p]..<first[p.next] }

  /// An item, by its place among those of all lists.
  @inlinable @inline(__always)
  package subscript(place: Int) -> Int { Int(items[place]) }
}

extension [Int] {
  /// Running sums from 0, with the whole sum at the end.
  package var runningSums: [Int] {
    var sums = [0]
    sums.reserveCapacity(count + 1)
    for count in self { sums.append(sums[sums.count - 1] + count) }
    return sums
  }
}

extension TypedArray where Element == Int {
  /// Running sums from 0, with the whole sum at the end.
  package var runningSums: Self { Self(elements.runningSums) }
}

extension ListPosition {
  /// The position after this one.
  @inlinable @inline(__always)
  package var next: Self { Self(index + 1) }
}
