// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the rows of some tables and the keys of the settings are, with the places of what was
/// changed afterwards.
public struct RowPlaces: Sendable {
  /// By table, such as `links`, in the order of its rows.
  public var rows: [String: [Table.Place]]
  /// Cells that were set afterwards, by table, row and column.
  public var cells: [String: [Int: [String: Table.Place]]]
  /// Of the settings.
  public var keys: KeyPlaces
  /// Where the tables stand in the workbook that they were read from.
  public var sheets: SheetMap?

  public init(
    rows: [String: [Table.Place]] = [:], cells: [String: [Int: [String: Table.Place]]] = [:],
    keys: KeyPlaces = KeyPlaces(file: "meeting.json"), sheets: SheetMap? = nil
  ) {
    self.rows = rows
    self.cells = cells
    self.keys = keys
    self.sheets = sheets
  }

  /// The place of a row, or of a cell of it; `line` is used where the table's rows are not known.
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

  /// The place of the first of these paths that exists; the file's first line if none does.
  public func key(_ paths: String...) -> Table.Place {
    let path = paths.first { keys.places[$0] != nil }
    return placed(keys.place(ofFirst: paths), path)
  }
}
