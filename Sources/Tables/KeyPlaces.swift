// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the keys of a file of settings stand, by their paths (`calendar.domain`, `days[0].open`).
public struct KeyPlaces: Sendable {
  /// What findings call the file.
  public let file: String
  /// By path.
  public var places: [String: Table.Place]

  public init(file: String, _ places: [String: Table.Place] = [:]) {
    self.file = file
    self.places = places
  }

  /// Where the first of some paths stands that is there; the file's beginning where none is.
  public func place(ofFirst paths: [String]) -> Table.Place {
    paths.lazy.compactMap { places[$0] }.first ?? beginning
  }

  /// Where a key stands, or the nearest one around it.
  public func place(around path: String) -> Table.Place {
    var rest = path[...]
    while !rest.isEmpty {
      if let place = places[String(rest)] { return place }
      rest = rest[..<(rest.lastIndex { $0 == "." || $0 == "[" } ?? rest.startIndex)]
    }
    return beginning
  }

  private var beginning: Table.Place { Table.Place(file: file, line: 1) }
}
