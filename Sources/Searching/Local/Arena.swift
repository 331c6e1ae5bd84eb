// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Memory for inner loops: tables of plain values that live as long as the arena does.
///
/// The local search reads and writes such tables tens of millions of times a second; arrays inside
/// a class would be checked for exclusive access and bounds each time. Bounds are asserted in debug builds.
final class Arena {
  private var releases: [() -> Void] = []

  deinit { for release in releases { release() } }

  func table<Element: BitwiseCopyable>(_ values: [Element]) -> Table<Element> {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    for (i, value) in values.enumerated() { (base + i).initialize(to: value) }
    releases.append { base.deallocate() }
    return Table(base: base, count: values.count)
  }

  func table<Element: BitwiseCopyable>(repeating value: Element, count: Int) -> Table<
    Element
  > {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    releases.append { base.deallocate() }
    return Table(base: base, count: count)
  }
}

/// A table of fixed length in an `Arena`, which must outlive it.
struct Table<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  fileprivate init(base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always) func add(_ value: Element, at index: Int)
  where Element: AdditiveArithmetic {
    assert(index >= 0 && index < count)
    base[index] += value
  }
}
