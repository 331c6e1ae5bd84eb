// SPDX-License-Identifier: GPL-3.0-or-later

/// A program as text in free MPS, the one format that every solver reads.
///
/// Columns are called `x0`, `x1` … and rows `r0`, `r1` … by their position: names that people
/// choose may hold something that a reader of MPS takes for the next field.
public enum MPSText {
  /// The whole program.
  ///
  /// - Parameter name: what the first line calls it.
  public static func text(_ program: IntegerProgram, name: String = "program") -> String {
    // CBC takes a file for fixed columns unless the first line says otherwise.
    var text = "NAME \(plain(name)) FREE\nROWS\n N obj\n"
    for (index, row) in program.rows.enumerated() {
      if let sense = sense(row) { text += " \(sense) r\(index)\n" }
    }
    text += "COLUMNS\n"
    writeColumns(program, to: &text)
    text += "RHS\n"
    // By convention the right-hand side of the objective is taken from it.
    if program.constant != 0 { text += " rhs obj \(number(-program.constant))\n" }
    for (index, row) in program.rows.enumerated() where sense(row) != nil {
      let side = row.upper.isFinite ? row.upper : row.lower
      if side != 0 { text += " rhs r\(index) \(number(side))\n" }
    }
    writeRanges(program, to: &text)
    writeBounds(program, to: &text)
    return text + "ENDATA\n"
  }

  /// The letter of a row; `nil` for one that asks nothing.
  private static func sense(_ row: Row) -> Character? {
    if row.lower == row.upper { return "E" }
    if row.upper.isFinite { return "L" }
    return row.lower.isFinite ? "G" : nil
  }

  /// MPS goes column by column, whole ones between markers.
  private static func writeColumns(_ program: IntegerProgram, to text: inout String) {
    var entries = Array(repeating: [(row: Int, factor: Double)](), count: program.columns.count)
    for (index, row) in program.rows.enumerated() where sense(row) != nil {
      for term in row.terms { entries[term.column.index].append((index, term.factor)) }
    }
    var isInside = false
    for (index, column) in program.columns.enumerated() {
      if column.isWhole != isInside {
        text += " marker 'MARKER' '\(isInside ? "INTEND" : "INTORG")'\n"
        isInside.toggle()
      }
      // A column that is used nowhere must still be named once.
      if column.cost != 0 || entries[index].isEmpty {
        text += " x\(index) obj \(number(column.cost))\n"
      }
      for entry in entries[index] {
        text += " x\(index) r\(entry.row) \(number(entry.factor))\n"
      }
    }
    if isInside { text += " marker 'MARKER' 'INTEND'\n" }
  }

  private static func writeRanges(_ program: IntegerProgram, to text: inout String) {
    var ranges = ""
    for (index, row) in program.rows.enumerated()
    where row.lower.isFinite && row.upper.isFinite && row.lower != row.upper {
      ranges += " range r\(index) \(number(row.upper - row.lower))\n"
    }
    if !ranges.isEmpty { text += "RANGES\n" + ranges }
  }

  /// Every bound is written: readers do not agree on those of a whole column without any.
  private static func writeBounds(_ program: IntegerProgram, to text: inout String) {
    text += "BOUNDS\n"
    for (index, column) in program.columns.enumerated() {
      if column.lower == column.upper {
        text += " FX bnd x\(index) \(number(column.lower))\n"
        continue
      }
      if !column.lower.isFinite {
        text += " MI bnd x\(index)\n"
      } else if column.lower != 0 {
        text += " LO bnd x\(index) \(number(column.lower))\n"
      }
      text +=
        column.upper.isFinite
        ? " UP bnd x\(index) \(number(column.upper))\n" : " PL bnd x\(index)\n"
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func plain(_ name: String) -> String {
    let kept = name.prefix(200).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    return kept.isEmpty ? "program" : String(kept)
  }
}
