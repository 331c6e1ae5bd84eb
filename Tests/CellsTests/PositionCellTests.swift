// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Cells

@Suite("Latitude and longitude as maps and people write them")
struct PositionCellTests {
  @Test(
    "Each spelling is read as the plain form is",
    arguments: [
      ("35.0606;135.7859", "35.0606;135.7859"), ("35.0606, 135.7859", "35.0606;135.7859"),
      ("35.0606,135.7859", "35.0606;135.7859"), ("35.0606 135.7859", "35.0606;135.7859"),
      ("35,0606; 135,7859", "35.0606;135.7859"), ("35,0606, 135,7859", "35.0606;135.7859"),
      ("35.060612345;135.785900", "35.060612;135.7859"), ("0;0", "0;0"),
      ("35.0606° N, 135.7859° E", "35.0606;135.7859"), ("33.5 S; 70.25 W", "-33.5;-70.25"),
      ("-33.5;-0.000001", "-33.5;-0.000001"), ("\u{2212}33.5;151", "-33.5;151"),
      ("90;180", "90;180"),
    ])
  func read(text: String, plain: String) {
    let reading = PositionCell.read(text)
    #expect(reading.value.map { "\($0)" } == plain)
    if case .read(_, let spellings) = reading { #expect(spellings.isEmpty == (text == plain)) }
  }

  @Test(
    "What is no place on the earth is refused, with what was probably meant",
    arguments: [
      ("135.7859;35.0606", ["35.0606;135.7859"]), ("35,135", []), ("35", []), ("", []),
      ("91;181", []), ("first floor", []), ("35.0606;135.7859;1", []), ("35..1;2", []),
      ("1e5;2", []), ("35°03'38\" N, 135°47'09\" E", []),
    ])
  func refused(text: String, guesses: [String]) {
    #expect(PositionCell.read(text) == .refused(.unlike(guesses)))
  }
}
