// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Where a table's header is: on the first line that is not blank, after a line that names the
/// separator, or below a title.
struct HeaderLine {
  /// Nothing where every line is blank.
  var header: PhysicalLines.Line?
  /// What a line such as `sep=;` says.
  var separator: UInt8?
  /// The lines above the header that hold something.
  var above: [Int] = []

  /// The last line on which a header is looked for.
  private static let deepest = 20

  static func find(_ lines: PhysicalLines, _ fit: (([String]) -> Int)?) -> HeaderLine {
    var found = HeaderLine()
    var candidates: [PhysicalLines.Line] = []
    for line in lines where !isEmpty(line) {
      if candidates.isEmpty, found.separator == nil, let separator = separator(line) {
        found.separator = separator
        continue
      }
      candidates.append(line)
      if candidates.count == deepest || fit == nil { break }
    }
    found.header = candidates.first ?? lines.first { !$0.isBlank }
    guard let fit, candidates.count > 1 else { return found }
    var (best, place) = (fit(cells(candidates[0], found.separator)), 0)
    for index in candidates.indices.dropFirst() {
      let cells = cells(candidates[index], found.separator)
      // A line names no more columns than it has cells: rows below a whole header are not looked at.
      guard cells.count > best else { continue }
      let named = fit(cells)
      if named > best { (best, place) = (named, index) }
    }
    guard best >= 2, place > 0 else { return found }
    found.header = candidates[place]
    found.above = candidates[..<place].map(\.number)
    return found
  }

  /// Whether a line holds nothing but blanks, separators and empty quotes.
  private static func isEmpty(_ line: PhysicalLines.Line) -> Bool {
    line.bytes.allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "\"")
        || Delimiter.candidates.contains($0)
    }
  }

  /// `sep=;`, which a spreadsheet takes as an instruction and not as a cell.
  private static func separator(_ line: PhysicalLines.Line) -> UInt8? {
    var bytes = line.bytes.filter { $0 != 0x0A && $0 != 0x0D }
    if bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""), bytes.count > 2 {
      bytes = bytes.dropFirst().dropLast()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.count >= 5, text.lowercased().hasPrefix("sep="),
      let sign = text.utf8.dropFirst(4).first, Delimiter.candidates.contains(sign)
    else { return nil }
    // Other spreadsheets pad it with separators of their own.
    return text.utf8.dropFirst(5).allSatisfy { Delimiter.candidates.contains($0) } ? sign : nil
  }

  /// The cells of a line by its likeliest separator; quotes are only taken off, which is enough to
  /// recognise a header.
  private static func cells(_ line: PhysicalLines.Line, _ separator: UInt8?) -> [String] {
    let separator = separator ?? Delimiter.of(line.bytes)
    return line.bytes.split(separator: separator).map {
      String(decoding: $0, as: UTF8.self).trimmed.filter { $0 != "\"" }
    }
  }
}
