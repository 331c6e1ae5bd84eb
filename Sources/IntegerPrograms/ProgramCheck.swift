// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// What is wrong with the program as data, or `nil`: solvers in C abort on such things or, worse,
  /// answer.
  public var defect: String? {
    for column in columns {
      guard column.cost.isFinite, !column.lower.isNaN, !column.upper.isNaN else {
        return "column \(column.name) has a number that is none"
      }
      guard column.lower <= column.upper, column.lower > -.infinity else {
        return "column \(column.name) has no room between its bounds"
      }
    }
    for row in rows {
      if let defect = row.defect(columns: columns.count) { return defect }
    }
    return constant.isFinite ? nil : "the constant is no number"
  }
}

extension Row {
  /// What is wrong with the row as data in a program with this many columns, or `nil`.
  public func defect(columns: Int) -> String? {
    guard !lower.isNaN, !upper.isNaN, lower <= upper else {
      return "row \(name) has no room between its bounds"
    }
    var last = -1
    for term in terms {
      guard term.factor.isFinite else { return "row \(name) has a factor that is no number" }
      guard term.column.index > last, term.column.index < columns else {
        return "row \(name) names a column twice, out of order or one that there is not"
      }
      last = term.column.index
    }
    return nil
  }
}
