// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the keys of a file of settings are, by their paths (`calendar.domain`, `days[0].open`).
public struct KeyPlaces: Sendable {
  /// What findings call the file.
  public let file: String
  /// By path.
  public var places: [String: Table.Place]

  public init(file: String, _ places: [String: Table.Place] = [:]) {
    self.file = file
    self.places = places
  }

  /// The place of the first of these paths that exists; the file's beginning if none does.
  public func place(ofFirst paths: [String]) -> Table.Place {
    paths.lazy.compactMap { places[$0] }.first ?? beginning
  }

  /// The place of a key, or of the nearest one around it.
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
