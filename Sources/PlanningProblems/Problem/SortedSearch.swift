// SPDX-License-Identifier: GPL-3.0-or-later

extension [Int] {
  /// Position of the first value above another in a sorted list.
  ///
  /// - Complexity: O(log n).
  @inlinable
  package func firstIndex(above value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array where Element: Comparable {
  /// Position of a value in a sorted list.
  ///
  /// - Complexity: O(log n).
  @inlinable
  package func firstIndexSorted(_ value: Element) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}
