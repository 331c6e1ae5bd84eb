// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

@Suite("Keys of settings are found where they are")
struct KeyPlacesTests {
  private let places = KeyPlaces(
    file: "s.json",
    [
      "days[0].open": Table.Place(file: "s.json", line: 7),
      "days": Table.Place(file: "s.json", line: 5),
    ])

  @Test("The nearest key around one that is not there, else the beginning of the file")
  func around() {
    #expect(places.place(around: "days[0].open").line == 7)
    #expect(places.place(around: "days[3].date").line == 5)
    #expect(places.place(around: "calendar.url") == Table.Place(file: "s.json", line: 1))
  }

  @Test("The first of several")
  func first() {
    #expect(places.place(ofFirst: ["days[1].open", "days"]).line == 5)
    #expect(places.place(ofFirst: ["none"]).line == 1)
  }
}
