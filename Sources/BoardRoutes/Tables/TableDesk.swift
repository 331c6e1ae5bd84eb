// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import ScenarioFiles
import Tables

/// The tables' files, to be edited: what is typed is checked on a copy, and a file changes only when
/// somebody has seen the difference and says so.
public struct TableDesk: Sendable {
  /// The scenario's folder.
  let folder: URL
  /// Whether it is a folder: a workbook is edited in its own program.
  let isFolder: Bool
  /// Reads the tables of another folder, as the board's own are read.
  private let read: @Sendable (URL) -> BoardReading
  /// Makes an empty folder that goes when the program ends.
  private let makeFolder: @Sendable () throws -> URL

  public init(
    _ folder: URL, read: @escaping @Sendable (URL) -> BoardReading,
    makeFolder: @escaping @Sendable () throws -> URL
  ) {
    self.folder = folder
    self.read = read
    self.makeFolder = makeFolder
    isFolder = !ScenarioWorkbook.isWorkbook(folder)
  }

  func table(_ name: TableName) throws(RouteFailure) -> EditedTable {
    do {
      return try EditedTable(name, in: folder)
    } catch {
      throw .refused(error.words)
    }
  }

  func bytes(_ table: EditedTable, _ edits: [EditedTable.Edit]) throws(RouteFailure) -> Data {
    do {
      return try table.bytes(with: edits)
    } catch {
      throw .refused(error.words)
    }
  }

  /// What `check` says of the tables with one of them changed.
  func findings(_ name: TableName, being bytes: Data) throws(RouteFailure) -> [Finding] {
    let files = FileManager.default
    do {
      let copy = try makeFolder()
      defer { try? files.removeItem(at: copy) }
      let names = TableName.allCases.map(\.file) + ["meeting.json"]
      for other in names where other != name.file {
        guard let data = FileSet(folder).bytes(other) else { continue }
        try data.write(to: copy.appending(path: other))
      }
      try bytes.write(to: copy.appending(path: name.file))
      return read(copy).findings
    } catch {
      throw .store("what was typed could not be checked: \(error)")
    }
  }

  func write(_ table: EditedTable, _ edits: [EditedTable.Edit]) throws(RouteFailure) -> Data {
    do {
      return try table.write(edits, in: folder)
    } catch let failure as EditedTable.Failure {
      throw .refused(failure.words)
    } catch {
      throw .changedMeanwhile("\(error)")
    }
  }
}

/// What two texts differ in, line by line.
enum LineDifference {
  /// `-` and the line that goes, `+` and the line that comes, in order.
  static func lines(_ before: Data?, _ after: Data) -> [String] {
    let old = lines(before ?? Data())
    let new = lines(after)
    var changes: [(place: Int, order: Int, text: String)] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, let line, _): changes.append((offset, 0, "-" + line))
      case .insert(let offset, let line, _): changes.append((offset, 1, "+" + line))
      }
    }
    return changes.sorted { ($0.place, $0.order) < ($1.place, $1.order) }.map(\.text)
  }

  private static func lines(_ data: Data) -> [String] {
    var lines = EditedTable.text(of: data)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
