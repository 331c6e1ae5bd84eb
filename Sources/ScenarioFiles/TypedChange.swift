// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The changes of a what-if as they are typed on the command line, in the same words as in a file:
///
///     rooms ws3 available=2023-10-09            the cells of one row (`set` may stand before them)
///     rooms ws3 remove                          a row with what refers to it
///     sessions add id=PNE activity=pn.env minutes=90
///     links where from=dc.iot to=dc.civ remove  rows without an id
///     meeting weights.theme-clash=10            a key of meeting.json
///
/// ` + ` joins several changes; quotes hold blanks: `available="2023-10-09 09:00-12:00"`.
enum TypedChange {
  private struct Word {
    var text: String
    var isQuoted = false

    /// Whether it is this word and not a quoted text.
    func isBare(_ word: String) -> Bool { text == word && !isQuoted }
  }

  /// The changes as a what-if file would hold them. Whether table, row and columns exist is not
  /// checked here.
  static func parse(_ text: String) throws(Failure) -> [[String: Any]] {
    let words = try words(text)
    let edits = words.split(omittingEmptySubsequences: false) { $0.isBare("+") }
    var changes: [[String: Any]] = []
    for edit in edits {
      guard let first = edit.first else {
        throw words.isEmpty ? .nothingAsked : .missingBesidePlus
      }
      let rest = edit.dropFirst()
      changes.append(
        first.text == "meeting"
          ? ["meeting": try patch(rest)] : try change(of: first.text, rest))
    }
    return changes
  }

  private static func change(
    of table: String, _ words: ArraySlice<Word>
  ) throws(Failure) -> [String: Any] {
    var rest = words
    var change: [String: Any] = ["table": table]
    guard let first = rest.popFirst() else {
      throw .rowExpected(table: table)
    }
    if first.isBare("add") {
      change["add"] = try cells(rest, after: "add")
      return change
    }
    if first.isBare("where") {
      let wanted = rest.prefix { !$0.isBare("set") && !$0.isBare("remove") }
      change["where"] = try cells(wanted, after: "where")
      rest = rest.dropFirst(wanted.count)
    } else if first.text.contains("=") {
      throw .whichRow(table: table, cells: first.text)
    } else {
      change["id"] = first.text
    }
    if rest.first?.isBare("remove") == true {
      if rest.count > 1 { throw .afterRemove }
      change["remove"] = true
    } else {
      if rest.first?.isBare("set") == true { rest = rest.dropFirst() }
      change["set"] = try cells(rest, after: first.text)
    }
    return change
  }

  private static func cells(
    _ words: ArraySlice<Word>, after place: String
  ) throws(Failure) -> [String: Any] {
    var cells: [String: Any] = [:]
    for word in words {
      let (column, value) = try pair(word)
      if cells.updateValue(value, forKey: column) != nil {
        throw .columnTwice(column)
      }
    }
    if cells.isEmpty {
      throw .cellsExpected(after: place)
    }
    return cells
  }

  private static func pair(_ word: Word) throws(Failure) -> (String, String) {
    let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw .noPair(word.text)
    }
    return (String(parts[0]), String(parts[1]))
  }

  /// A merge patch from `weights.theme-clash=10`; values are JSON if they can be, otherwise text.
  private static func patch(_ words: ArraySlice<Word>) throws(Failure) -> [String: Any] {
    var patch: [String: Any] = [:]
    for word in words {
      let (path, text) = try pair(word)
      let keys = path.split(separator: ".", omittingEmptySubsequences: false)
      // The code below recurses through the levels; a file has the same limit.
      guard keys.count <= JSON5Parser.deepest else {
        throw .tooDeep(keys: keys.count)
      }
      var value: Any = text
      var parser = JSON5Parser(text)
      if !word.isQuoted, let parsed = try? parser.parse() { value = parsed }
      for key in keys.reversed() {
        value = [String(key): value]
      }
      if let own = value as? [String: Any] { patch = MergePatch.joined(patch, own) }
    }
    if patch.isEmpty { throw .keysExpected }
    return patch
  }

  /// Split at blanks outside quotes. A quote doubled inside its own kind means itself.
  private static func words(_ text: String) throws(Failure) -> [Word] {
    var words: [Word] = []
    var word: Word?
    var quote: Unicode.Scalar?
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if let open = quote {
        if scalar != open {
          word?.text.unicodeScalars.append(scalar)
        } else if rest.first == open {
          rest.removeFirst()
          word?.text.unicodeScalars.append(scalar)
        } else {
          quote = nil
        }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
        word = word ?? Word(text: "")
        word?.isQuoted = true
      } else if scalar.properties.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = word ?? Word(text: "")
        word?.text.unicodeScalars.append(scalar)
      }
    }
    if quote != nil { throw .quoteNeverClosed }
    if let word { words.append(word) }
    return words
  }
}

extension MergePatch {
  /// Two patches as one.
  static func joined(_ first: [String: Any], _ second: [String: Any]) -> [String: Any] {
    first.merging(second) { a, b in
      guard let a = a as? [String: Any], let b = b as? [String: Any] else { return b }
      return joined(a, b)
    }
  }
}
