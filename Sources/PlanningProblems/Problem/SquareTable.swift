// SPDX-License-Identifier: GPL-3.0-or-later

/// A square of values, stored row by row.
package struct SquareTable<Value: Sendable>: Sendable {
  package let side: Int
  package var values: [Value]

  @inlinable
  package init(repeating value: Value, side: Int) {
    self.side = side
    values = Array(repeating: value, count: side * side)
  }

  package subscript(row: Int, column: Int) -> Value {
    @inlinable get { values[row * side + column] }
    @inlinable set { values[row * side + column] = newValue }
  }

  /// Sets both (a, b) and (b, a).
  package mutating func setBoth(_ a: Int, _ b: Int, _ change: (Value) -> Value) {
    let value = change(self[a, b])
    self[a, b] = value
    self[b, a] = value
  }

  /// The rows and columns of some indices.
  package func restricted(to chosen: [Int]) -> SquareTable {
    guard let first = values.first else { return self }
    var part = SquareTable(repeating: first, side: chosen.count)
    for (i, a) in chosen.enumerated() {
      for (j, b) in chosen.enumerated() { part[i, j] = self[a, b] }
    }
    return part
  }
}

extension SquareTable<Int> {
  /// Row, column and value of the upper half, the diagonal included, where it is wanted.
  func triples(where isWanted: (Int) -> Bool) -> [[Int]] {
    var triples: [[Int]] = []
    for a in 0..<side {
      for b in a..<side where isWanted(self[a, b]) { triples.append([a, b, self[a, b]]) }
    }
    return triples
  }
}
