// SPDX-License-Identifier: GPL-3.0-or-later

/// A program as text in the LP format that solvers read, to read, to compare, to pass on.
public enum LPText {
  /// The whole program. Names keep their ASCII letters and figures and are told apart by position.
  public static func text(_ program: IntegerProgram) -> String {
    let names = program.columns.indices.map { name(program.columns[$0].name, "x", $0) }
    var text = "\\ \(program.columns.count) columns, \(program.rows.count) rows\nMinimize\n obj:"
    for (index, column) in program.columns.enumerated() where column.cost != 0 {
      text += term(column.cost, names[index])
    }
    if program.constant != 0 { text += " \(number(program.constant)) constant" }
    text += "\nSubject To\n"
    for (index, row) in program.rows.enumerated() {
      var sum = ""
      for entry in row.terms { sum += term(entry.factor, names[entry.column.index]) }
      if sum.isEmpty { sum = " 0 \(names.first ?? "x")" }
      let label = name(row.name, "r", index)
      if row.lower == row.upper {
        text += " \(label):\(sum) = \(number(row.lower))\n"
      } else {
        if row.lower.isFinite { text += " \(label)_lo:\(sum) >= \(number(row.lower))\n" }
        if row.upper.isFinite { text += " \(label):\(sum) <= \(number(row.upper))\n" }
      }
    }
    text += "Bounds\n"
    for (index, column) in program.columns.enumerated() {
      let upper = column.upper.isFinite ? " <= \(number(column.upper))" : ""
      text += " \(number(column.lower)) <= \(names[index])\(upper)\n"
    }
    if program.constant != 0 { text += " constant = 1\n" }
    let whole = program.columns.indices.filter { program.columns[$0].isWhole }
    if !whole.isEmpty {
      text += "Generals\n"
      for index in whole { text += " \(names[index])\n" }
    }
    return text + "End\n"
  }

  private static func term(_ factor: Double, _ name: String) -> String {
    let sign = factor < 0 ? "-" : "+"
    let size = abs(factor)
    return size == 1 ? " \(sign) \(name)" : " \(sign) \(number(size)) \(name)"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// A name in the letters that the format allows, made unique by its number.
  private static func name(_ text: String, _ prefix: String, _ index: Int) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
      return isPlain ? Character(scalar) : "_"
    }
    return "\(prefix)\(index)_\(String(kept.prefix(200)))"
  }
}
