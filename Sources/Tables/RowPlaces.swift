// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the rows of a scenario's tables and the keys of its `meeting.json` stand, what-ifs included.
public struct RowPlaces: Sendable {
  /// By table, such as `links`, in the order of its rows.
  public var rows: [String: [Table.Place]]
  /// Cells that a what-if has set, by table, row and column.
  public var cells: [String: [Int: [String: Table.Place]]]
  /// By path, such as `days[0].open`.
  public var meeting: [String: Table.Place]
  /// Where the tables stand in the workbook that they were read from.
  public var sheets: SheetMap?

  public init(
    rows: [String: [Table.Place]] = [:], cells: [String: [Int: [String: Table.Place]]] = [:],
    meeting: [String: Table.Place] = [:], sheets: SheetMap? = nil
  ) {
    self.rows = rows
    self.cells = cells
    self.meeting = meeting
    self.sheets = sheets
  }

  /// The place of a row, or of a cell of it; `line` stands in where the table's rows are not known.
  public func row(
    _ index: Int, of table: String, line: Int, column: String? = nil
  ) -> Table.Place {
    if let column, let place = cells[table]?[index]?[column] { return placed(place, column) }
    guard let places = rows[table], places.indices.contains(index) else {
      return placed(Table.Place(file: table + ".csv", line: line), column)
    }
    return placed(places[index], column)
  }

  /// A finding with its place in the workbook, where there is one.
  public func placed(_ finding: Finding) -> Finding { sheets?.placed(finding) ?? finding }

  /// A place in the workbook, where there is one.
  public func placed(_ place: Table.Place, _ column: String? = nil) -> Table.Place {
    sheets?.place(place, column: column) ?? place
  }

  /// The place of the first of some paths that is there; the file's first line where none is.
  public func key(_ paths: String...) -> Table.Place {
    for path in paths {
      guard let place = meeting[path] else { continue }
      return placed(place, path)
    }
    return placed(Table.Place(file: "meeting.json", line: 1))
  }
}
