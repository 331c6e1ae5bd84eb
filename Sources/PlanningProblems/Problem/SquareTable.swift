// SPDX-License-Identifier: GPL-3.0-or-later

/// A square of values by two positions of one sort, stored row by row.
package struct SquareTable<Position: ListPosition, Value: Sendable>: Sendable {
  /// How many rows it has, and columns.
  package let side: Int
  /// Row by row.
  package var values: [Value]

  /// The same value everywhere.
  @inlinable
  package init(repeating value: Value, side: Int) {
    self.side = side
    values = Array(repeating: value, count: side * side)
  }

  /// Of its rows, and of its columns.
  package var positions: Range<Position> { Position(0)..<Position(side) }

  /// The value of a row and a column.
  package subscript(row: Position, column: Position) -> Value {
    @inlinable get { values[row.index * side + column.index] }
    @inlinable set { values[row.index * side + column.index] = newValue }
  }

  /// Sets both (a, b) and (b, a).
  package mutating func setBoth(_ a: Position, _ b: Position, _ change: (Value) -> Value) {
    let value = change(self[a, b])
    self[a, b] = value
    self[b, a] = value
  }

  /// The rows and columns of some positions, as positions of their own.
  ///
  /// - Complexity: the square of how many are chosen.
  package func restricted(to chosen: some Collection<Position>) -> SquareTable {
    guard let first = values.first else { return self }
    var part = SquareTable(repeating: first, side: chosen.count)
    for (i, a) in chosen.enumerated() {
      for (j, b) in chosen.enumerated() { part[Position(i), Position(j)] = self[a, b] }
    }
    return part
  }
}

extension SquareTable where Value == Int {
  /// Row, column and value of the upper half, the diagonal included, where it is wanted.
  func triples(where isWanted: (Int) -> Bool) -> [[Int]] {
    var triples: [[Int]] = []
    for a in positions {
      for b in a..<positions.upperBound where isWanted(self[a, b]) {
        triples.append([a.index, b.index, self[a, b]])
      }
    }
    return triples
  }
}
