// SPDX-License-Identifier: GPL-3.0-or-later

/// Position of a column in an integer program.
public struct Column: Hashable, Sendable, Comparable {
  /// From 0, in the order in which columns are added.
  public let index: Int
  public init(index: Int) { self.index = index }
  public static func < (a: Column, b: Column) -> Bool { a.index < b.index }
}

/// A sum of columns times factors, and a constant.
public struct LinearExpression: Sendable, Hashable {
  /// By column; none of them is 0.
  public private(set) var factors: [Column: Double] = [:]
  /// What is added to the sum.
  public var constant: Double = 0

  /// Nothing, which is 0.
  public init() {}
  /// One column, so many times.
  public init(_ column: Column, times factor: Double = 1) { add(column, times: factor) }
  /// Each column once for each time that it is named.
  public init(sum columns: some Sequence<Column>) {
    for column in columns { add(column) }
  }

  /// Adds a column, so many times.
  ///
  /// - Complexity: O(1).
  public mutating func add(_ column: Column, times factor: Double = 1) {
    let sum = (factors[column] ?? 0) + factor
    factors[column] = sum == 0 ? nil : sum
  }

  /// Adds another sum with its constant, so many times.
  ///
  /// - Complexity: O(*columns* of the other).
  public mutating func add(_ other: LinearExpression, times factor: Double = 1) {
    for (column, value) in other.factors { add(column, times: value * factor) }
    constant += other.constant * factor
  }

  /// What the sum is where each column has its value.
  ///
  /// - Parameter point: the values by position of column.
  public func value(at point: [Double]) -> Double {
    terms.reduce(constant) { $0 + $1.factor * point[$1.column.index] }
  }

  /// In order of column, so that the same expression always gives the same row.
  public var terms: [(column: Column, factor: Double)] {
    factors.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether it holds no column.
  public var isEmpty: Bool { factors.isEmpty }
}

/// One condition: `lower ≤ Σ factor × column ≤ upper`.
public struct Row: Sendable {
  /// For people who read the program; need not differ from others.
  public var name: String
  /// In order of column, no column twice, no factor 0.
  public var terms: [(column: Column, factor: Double)]
  /// `-.infinity` for none.
  public var lower: Double
  /// `.infinity` for none.
  public var upper: Double

  /// - Parameters:
  ///   - expression: its constant goes to the other side of both bounds.
  ///   - lower: `-.infinity` for none.
  ///   - upper: `.infinity` for none.
  public init(
    _ name: String, _ expression: LinearExpression, lower: Double = -.infinity,
    upper: Double = .infinity
  ) {
    self.name = name
    terms = expression.terms
    self.lower = lower - expression.constant
    self.upper = upper - expression.constant
  }

  /// What the terms add up to at a point.
  public func value(at point: [Double]) -> Double {
    var sum = 0.0
    for term in terms { sum += term.factor * point[term.column.index] }
    return sum
  }

  /// How far a point is outside the row; 0 inside it.
  public func violation(at point: [Double]) -> Double {
    let sum = value(at: point)
    return max(0, lower - sum, sum - upper)
  }
}

/// A minimisation over whole and continuous columns, as plain data: to print, to solve by brute
/// force, or to hand to a solver.
public struct IntegerProgram: Sendable {
  /// What is known of a column.
  public struct ColumnData: Sendable {
    /// For people who read the program; need not differ from others.
    public var name: String
    /// The least value; `-.infinity` for none.
    public var lower: Double
    /// The greatest value; `.infinity` for none.
    public var upper: Double
    /// Whether only whole numbers are taken; the relaxation takes others too.
    public var isWhole: Bool
    /// What each unit of it adds to the objective.
    public var cost: Double
    /// Fractional columns of the highest priority are branched upon first.
    public var priority: Int
  }

  /// In the order in which they were added; a `Column` is a position in it.
  public private(set) var columns: [ColumnData] = []
  /// In the order in which they were added.
  public private(set) var rows: [Row] = []
  /// Added to the objective.
  public var constant: Double = 0
  /// Every feasible objective is a whole number: bounds may be rounded up.
  public var hasWholeObjective = false

  /// Without columns and rows.
  public init() {}

  /// Adds a column.
  ///
  /// - Parameters:
  ///   - cost: what each unit of it adds to the objective.
  ///   - priority: fractional columns of the highest priority are branched upon first.
  /// - Returns: where it stands.
  public mutating func addColumn(
    _ name: String, lower: Double = 0, upper: Double = 1, isWhole: Bool = true, cost: Double = 0,
    priority: Int = 0
  ) -> Column {
    columns.append(
      ColumnData(
        name: name, lower: lower, upper: upper, isWhole: isWhole, cost: cost, priority: priority))
    return Column(index: columns.count - 1)
  }

  /// Adds a condition that every point must keep.
  public mutating func add(_ row: Row) { rows.append(row) }

  /// Adds to what each unit of a column costs.
  public mutating func addCost(_ cost: Double, to column: Column) {
    columns[column.index].cost += cost
  }

  /// Takes other bounds for a column in place of its own.
  public mutating func setBounds(_ column: Column, lower: Double, upper: Double) {
    columns[column.index].lower = lower
    columns[column.index].upper = upper
  }

  /// What is minimised, where each column has its value.
  ///
  /// - Parameter point: the values by position of column.
  public func objective(at point: [Double]) -> Double {
    var sum = constant
    for (column, value) in zip(columns, point) { sum += column.cost * value }
    return sum
  }

  /// Whether a point keeps all bounds, rows and whole columns, each within `tolerance`.
  public func isFeasible(_ point: [Double], tolerance: Double = 1e-6) -> Bool {
    guard point.count == columns.count else { return false }
    for (column, value) in zip(columns, point) {
      if value < column.lower - tolerance || value > column.upper + tolerance { return false }
      if column.isWhole && abs(value - value.rounded()) > tolerance { return false }
    }
    return rows.allSatisfy { $0.violation(at: point) <= tolerance }
  }
}
