// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables
import Texts

/// Rows that a command adds to the tables of a folder, each at the end of its table: in the table's own
/// columns, separator and line ends. Every letter that stands there stays.
public struct AddedRows: Sendable {
  /// A row that is to be added, by the names of the contract.
  public struct Row: Sendable {
    public let table: TableName
    public let cells: [(column: String, value: String)]

    public init(_ table: TableName, _ cells: [(column: String, value: String)]) {
      self.table = table
      self.cells = cells.filter { !$0.value.isEmpty }
    }
  }

  /// One line as it will stand in its file.
  public struct Line: Sendable, Equatable {
    public let file: String
    public let number: Int
    public let text: String
    /// Whether it is the header of a table that was not there.
    public let isHeader: Bool
  }

  public enum Failure: Error, Sendable, Equatable {
    /// A workbook is not changed in place; what is to be written into which sheet.
    case workbook(rows: [String])
    /// The table cannot be read as text in UTF-8 with a header.
    case unreadable(file: String)
    /// The table has no column of this name.
    case noColumn(file: String, String)
  }

  /// In the order of the rows.
  public let lines: [Line]
  private let folder: URL
  /// By file name: what stands there, `nil` where nothing does, and what will.
  private let files: [(name: String, before: Data?, after: Data)]

  /// Reads the tables; nothing is written.
  public init(_ rows: [Row], in folder: URL) throws(Failure) {
    guard !ScenarioWorkbook.isWorkbook(folder) else {
      throw .workbook(
        rows: rows.map { row in
          "sheet '\(row.table.rawValue)': "
            + row.cells.map { "\($0.column) \($0.value)" }.joined(separator: ", ")
        })
    }
    self.folder = folder
    var lines: [Line] = []
    var files: [(name: String, before: Data?, after: Data)] = []
    for row in rows {
      let name = row.table.file
      let place = files.firstIndex { $0.name == name }
      let before = place.map { files[$0].after } ?? FileSet(folder).bytes(name)
      let (after, own) = try Self.added(row, to: before)
      lines += own
      if let place {
        files[place].after = after
      } else {
        files.append((name, before, after))
      }
    }
    self.lines = lines
    self.files = files
  }

  private static func added(_ row: Row, to before: Data?) throws(Failure) -> (Data, [Line]) {
    let file = row.table.file
    guard let before else {
      let header = CSV.text([row.table.contract.map(\.name)])
      let cells = Dictionary(
        row.cells.map { ($0.column, $0.value) }, uniquingKeysWith: { _, last in last })
      let line = CSV.text([row.table.contract.map { cells[$0.name] ?? "" }])
      return (
        Data((header + line).utf8),
        [
          Line(file: file, number: 1, text: header.trimmed, isHeader: true),
          Line(file: file, number: 2, text: line.trimmed, isHeader: false),
        ]
      )
    }
    guard let text = String(validating: before, as: UTF8.self),
      let grid = TableGrid.read(
        Array(before), file: file, headerFit: { Headings.count($0, columns: row.table.contract) }
      ).grid
    else { throw .unreadable(file: file) }
    let line = try self.line(row, grid)
    let end = text.utf8.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let isOpen = !text.isEmpty && text.utf8.last != UInt8(ascii: "\n")
    let start = isOpen ? text + end : text
    let number = start.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    return (
      Data((start + line + end).utf8),
      [Line(file: file, number: number, text: line, isHeader: false)]
    )
  }

  /// The cells in the order of the table's own columns.
  private static func line(_ row: Row, _ grid: TableGrid) throws(Failure) -> String {
    let names = grid.header.cells.map(\.trimmed)
    let read = Headings(
      names.filter { !$0.isEmpty }, columns: row.table.contract + row.table.further
    ).read
    let columns = names.map { read[$0] ?? $0 }
    for (column, _) in row.cells where !columns.contains(column) {
      throw .noColumn(file: row.table.file, column)
    }
    let cells = columns.map { column in row.cells.first { $0.column == column }?.value ?? "" }
    return CSV.line(cells, separator: UnicodeScalar(grid.separator))
  }

  /// Writes all files, or none.
  ///
  /// - Throws: why not; then the folder holds what it did. So it is where a file was edited since it
  ///   was read, or is a link.
  public func write() throws(WriteFailure) {
    let set = FileSet(folder)
    try set.replace { () throws(WriteFailure) in
      for file in files {
        if let refusal = TableRefusal(file.name, of: file.before, in: folder) {
          throw WriteFailure(refusal)
        }
      }
      return FileSet.Change(
        old: Set(files.filter { $0.before != nil }.map(\.name)),
        files: files.map { ($0.name, $0.after) })
    }
  }
}

extension AddedRows.Failure {
  /// A sentence without its full stop.
  public var words: String {
    switch self {
    case .workbook(let rows):
      "a workbook is not changed in place; write into its \(rows.joined(separator: "; "))"
    case .unreadable(let file):
      "\(file) is no table in UTF-8 that rows can be added to; 'programme tidy' writes it so"
    case .noColumn(let file, let column):
      "\(file) has no column '\(column)'; write the heading first"
    }
  }
}
