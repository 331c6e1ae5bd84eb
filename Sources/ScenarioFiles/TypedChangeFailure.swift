// SPDX-License-Identifier: GPL-3.0-or-later

extension TypedChange {
  /// What is wrong with a change that was typed.
  enum Failure: Error, Hashable {
    case nothingAsked
    /// There is no change on one side of a `+`.
    case missingBesidePlus
    /// A table alone.
    case rowExpected(table: String)
    /// Cells, where a row should be named first.
    case whichRow(table: String, cells: String)
    case afterRemove
    case columnTwice(String)
    case cellsExpected(after: String)
    case noPair(String)
    case tooDeep(keys: Int)
    case keysExpected
    case quoteNeverClosed
  }
}

extension TypedChange.Failure {
  /// To follow a colon; without a full stop. Long input is quoted only in part.
  var sentence: String {
    switch self {
    case .nothingAsked: "nothing is asked for"
    case .missingBesidePlus: "a change is missing beside a '+'"
    case .rowExpected(let table):
      "after '\(short(table))', a row's id, 'where …' or 'add …' is expected"
    case .whichRow(let table, let cells):
      "which row of \(table)? Its id, or 'where \(short(cells))', goes before the cells"
    case .afterRemove: "nothing can follow 'remove'; '+' begins another change"
    case .columnTwice(let column): "'\(short(column))' is given twice"
    case .cellsExpected(let place): "after '\(short(place))', COLUMN=VALUE is expected"
    case .noPair(let word):
      "COLUMN=VALUE is expected and '\(short(word))' is there"
        + " (a value with blanks needs quotes: title=\"two words\")"
    case .tooDeep(let keys):
      "the path is nested too deeply: \(keys) keys, at most \(JSON5Parser.deepest)"
    case .keysExpected: "after 'meeting', KEY=VALUE is expected"
    case .quoteNeverClosed: "a quote is never closed"
    }
  }

  private func short(_ text: String) -> String { ScenarioFolder.shortened(text) }
}
