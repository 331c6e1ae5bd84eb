// SPDX-License-Identifier: GPL-3.0-or-later

/// Sets that are joined two by two (Galler and Fisher, "An improved equivalence algorithm", 1964).
package struct DisjointSets {
  private var parent: [Int]

  /// Each element a set by itself.
  package init(count: Int) { parent = Array(0..<count) }

  private mutating func root(_ element: Int) -> Int {
    var at = element
    while parent[at] != at {
      parent[at] = parent[parent[at]]
      at = parent[at]
    }
    return at
  }

  /// Makes the sets of two elements one.
  ///
  /// - Returns: whether they were two.
  @discardableResult
  package mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (root(a), root(b))
    // The smaller number stays the root, so that the sets' order does not depend on the joins'.
    parent[max(first, second)] = min(first, second)
    return first != second
  }

  /// The number of each element's set, sets in the order of their first elements.
  package mutating func numbered() -> (setOf: [Int], count: Int) {
    var numbers: [Int: Int] = [:]
    let setOf = parent.indices.map { element in
      let root = root(element)
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      return number
    }
    return (setOf, numbers.count)
  }

  /// The sets of two elements or more, each in order, sets in the order of their first elements.
  package mutating func lists() -> [[Int]] {
    let (setOf, count) = numbered()
    var lists: [[Int]] = Array(repeating: [], count: count)
    for (element, set) in setOf.enumerated() { lists[set].append(element) }
    return lists.filter { $0.count > 1 }
  }
}
