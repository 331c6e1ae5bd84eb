// SPDX-License-Identifier: GPL-3.0-or-later

/// Memory for inner loops: tables of plain values that live as long as the arena does.
///
/// The local search reads and writes such tables tens of millions of times a second; arrays inside
/// a class would be checked for exclusive access and bounds each time, and counted as shared or not.
/// Bounds are asserted in debug builds.
package final class Arena {
  private var releases: [() -> Void] = []

  /// With no tables yet.
  package init() {}

  deinit { for release in releases { release() } }

  /// A table of some values.
  package func table<Element: BitwiseCopyable>(_ values: [Element]) -> Table<Int, Element> {
    table(TypedArray(values))
  }

  /// The same, read by the same positions.
  package func table<Position, Element: BitwiseCopyable>(
    _ values: TypedArray<Position, Element>
  ) -> Table<Position, Element> {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    for (i, value) in values.enumerated() { (base + i.index).initialize(to: value) }
    releases.append { base.deallocate() }
    return Table(base: base, count: values.count)
  }

  /// A table that holds one value everywhere.
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
package struct Table<Position: ListPosition, Element: BitwiseCopyable>: BitwiseCopyable {
  /// How many elements it has.
  @usableFromInline let base: UnsafeMutablePointer<Element>
  @usableFromInline package let count: Int

  fileprivate init(base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  /// An element; the position must be one of the table.
  package subscript(position: Position) -> Element {
    @inlinable @inline(__always) get {
      assert(position.index >= 0 && position.index < count)
      return base[position.index]
    }
    @inlinable @inline(__always) nonmutating set {
      assert(position.index >= 0 && position.index < count)
      base[position.index] = newValue
    }
  }
}

/// Lists of numbers, one for each session, one after the other in an `Arena`, which must outlive them.
package struct FlatLists: BitwiseCopyable {
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
