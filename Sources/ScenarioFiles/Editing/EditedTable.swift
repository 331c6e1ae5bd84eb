// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables
import Texts

/// A table of a folder with some of its cells changed: every other byte of the file stays, with its
/// columns, their order, its separator, encoding and line ends.
public struct EditedTable: Sendable {
  /// One cell that is to say something else.
  public struct Edit: Sendable, Hashable {
    /// Which of `rows`, from 0; the first number after the last row is a new one.
    public var row: Int
    /// The heading.
    public var column: String
    /// What the cell is to say.
    public var value: String

    public init(row: Int, column: String, value: String) {
      self.row = row
      self.column = column
      self.value = value
    }
  }

  /// Why a table cannot be changed so.
  public enum Failure: Error, Sendable, Hashable {
    /// It cannot be read as a table, or not written back exactly as it is.
    case unreadable(file: String)
    case noColumn(file: String, String)
    case noRow(file: String, Int)
    /// The value has a letter that the file's encoding lacks, or by which it could no longer be told, or is
    /// too long.
    case notWritable(file: String, value: String)
  }

  /// One row of the table as it stands.
  public struct Row: Sendable, Hashable {
    /// The line that it begins on.
    public let line: Int
    /// A cell for each of the columns.
    public let cells: [String]
  }

  /// Which table it is.
  public let name: TableName
  /// The headings, in order; one that is empty is called by its place.
  public let columns: [String]
  /// The columns of the contract that the headings are read as.
  public let meanings: [String?]
  /// Those that hold something.
  public let rows: [Row]
  /// What is in the file; `nil` where there is none.
  public let before: Data?
  private let file: FileText
  private let ranges: [CellRanges.Row]
  private let separator: UInt8

  /// Bytes that a cell may have.
  private static let longestValue = 20_000

  /// A table as it stands in a folder; one that is not there has the columns of the contract.
  public init(_ name: TableName, in folder: URL) throws(Failure) {
    self.name = name
    before = FileSet(folder).bytes(name.file)
    let header = CSV.text([name.contract.map(\.name)])
    let bytes = before.map { Array($0) } ?? Array(header.utf8)
    guard let file = FileText(bytes),
      let grid = TableGrid.read(
        bytes, file: name.file, headerFit: { Headings.count($0, columns: name.contract) }
      ).grid
    else { throw .unreadable(file: name.file) }
    self.file = file
    separator = grid.separator
    let all = CellRanges(file.text, separator: grid.separator).rows
    let names = grid.header.cells.map(\.trimmed)
    columns = names.enumerated().map { $1.isEmpty ? "column \($0 + 1)" : $1 }
    let read = Headings(names.filter { !$0.isEmpty }, columns: name.contract + name.further).read
    meanings = names.map { read[$0] }
    var rows: [Row] = []
    var ranges: [CellRanges.Row] = []
    for row in grid.rows where !row.isBlank {
      // Both readers must agree on each cell, or a change could end up in another one.
      guard let own = all.first(where: { $0.line == row.line }),
        own.cells.count == row.cells.count || own.cells.count >= row.cells.count,
        zip(own.cells, row.cells).allSatisfy({
          CellRanges.plain(file.text[$0]).trimmed == $1.trimmed
        })
      else { throw .unreadable(file: name.file) }
      let count = columns.count
      rows.append(
        Row(
          line: row.line,
          cells: (0..<count).map { $0 < row.cells.count ? row.cells[$0].trimmed : "" }))
      ranges.append(own)
    }
    self.rows = rows
    self.ranges = ranges
  }

  /// What a table's file says, whatever encoding it is in.
  public static func text(of bytes: Data) -> String {
    let text = FileText(Array(bytes))?.text
    return String(decoding: text ?? Array(bytes), as: UTF8.self)
  }

  /// The file with some cells changed.
  public func bytes(with edits: [Edit]) throws(Failure) -> Data {
    var text = file.text
    if before == nil, edits.isEmpty { return Data() }
    var changes: [(range: Range<Int>, text: String)] = []
    var added: [Int: [Int: String]] = [:]
    // The last word about a cell counts.
    var last: [[Int]: Edit] = [:]
    for edit in edits {
      guard let column = columns.firstIndex(of: edit.column) else {
        throw .noColumn(file: name.file, edit.column)
      }
      guard edit.row >= 0, edit.row < rows.count + 1_000 else {
        throw .noRow(file: name.file, edit.row)
      }
      guard edit.value.utf8.count <= Self.longestValue else {
        throw .notWritable(file: name.file, value: String(edit.value.prefix(40)))
      }
      last[[edit.row, column]] = edit
    }
    for (place, edit) in last.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let (row, column) = (place[0], place[1])
      if row >= rows.count {
        added[row, default: [:]][column] = edit.value
      } else if edit.value != rows[row].cells[column] {
        changes.append(change(row, column, edit.value, in: text))
      }
    }
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(change.range, with: Array(change.text.utf8))
    }
    text += appended(added, to: text)
    guard let bytes = file.bytes(of: text) else {
      let value = edits.first { file.bytes(of: Array($0.value.utf8)) == nil }?.value ?? ""
      throw .notWritable(file: name.file, value: value)
    }
    // A letter can make another encoding as likely as the file's own.
    if !file.isUTF8, unreadable(bytes) > unreadable(Array(before ?? Data())) {
      let value = last.values.map(\.value).filter { !$0.utf8.allSatisfy { $0 < 0x80 } }.sorted()
      throw .notWritable(file: name.file, value: value.first ?? "")
    }
    return Data(bytes)
  }

  /// What the reader of tables cannot read of a file.
  private func unreadable(_ bytes: [UInt8]) -> Int {
    TableGrid.read(
      bytes, file: name.file, headerFit: { Headings.count($0, columns: name.contract) }
    ).findings.count { $0.severity == .unreadable }
  }

  private func change(
    _ row: Int, _ column: Int, _ value: String, in text: [UInt8]
  ) -> (range: Range<Int>, text: String) {
    let cells = ranges[row].cells
    guard column < cells.count else {
      // A row that is shorter than the header: the separators that are missing come first.
      let end = cells.last?.upperBound ?? text.count
      let missing = String(repeating: String(sign), count: column - cells.count + 1)
      return (end..<end, missing + quoted(value, isQuoted: false))
    }
    let isQuoted = text[cells[column]].first == UInt8(ascii: "\"")
    return (cells[column], quoted(value, isQuoted: isQuoted))
  }

  private func appended(_ rows: [Int: [Int: String]], to text: [UInt8]) -> [UInt8] {
    guard !rows.isEmpty else { return [] }
    let end = text.contains(0x0D) ? (text.contains(0x0A) ? "\r\n" : "\r") : "\n"
    let isOpen = text.last.map { $0 != 0x0A && $0 != 0x0D } ?? false
    let lines = rows.sorted { $0.key < $1.key }.map { _, cells in
      CSV.line(columns.indices.map { cells[$0] ?? "" }, separator: sign) + end
    }
    return Array(((isOpen ? end : "") + lines.joined()).utf8)
  }

  private var sign: Unicode.Scalar { UnicodeScalar(separator) }

  private func quoted(_ value: String, isQuoted: Bool) -> String {
    isQuoted ? CSV.inQuotes(value) : CSV.cell(value, separators: sign)
  }

  /// Writes the file with some cells changed, unless it is no longer what was read.
  ///
  /// - Returns: what is in the file now.
  public func write(_ edits: [Edit], in folder: URL) throws -> Data {
    let after = try bytes(with: edits)
    let set = FileSet(folder)
    try set.replace { () throws(WriteFailure) in
      if let refusal = TableRefusal(name.file, of: before, in: folder) {
        throw WriteFailure(refusal)
      }
      return FileSet.Change(old: before == nil ? [] : [name.file], files: [(name.file, after)])
    }
    return after
  }
}

extension EditedTable.Failure {
  /// A sentence without its full stop.
  public var words: String {
    switch self {
    case .unreadable(let file):
      "\(file) cannot be edited here without changing more than a cell; 'programme tidy' writes it"
        + " in the plain form"
    case .noColumn(let file, let column): "\(file) has no column '\(column)'"
    case .noRow(let file, let row): "\(file) has no row \(row + 1)"
    case .notWritable(let file, let value):
      "'\(value)' cannot be written into \(file): it is too long, or has a letter that the file's"
        + " encoding lacks or cannot be told by; 'programme tidy' writes the file in one that has all"
    }
  }
}
