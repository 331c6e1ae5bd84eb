// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Where the keys of `meeting.json` stand, by their paths (`calendar.domain`, `days[0].open`).
struct MeetingPlaces {
  private let places: [String: Table.Place]

  init(_ places: [String: Table.Place]) { self.places = places }

  /// Where the first of these keys that is there stands; the file's beginning where none is.
  func place(of keys: String...) -> Table.Place {
    keys.lazy.compactMap { places[$0] }.first ?? Table.Place(file: MeetingFile.name, line: 1)
  }
}
