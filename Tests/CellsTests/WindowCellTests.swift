// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Meetings
import Testing

@testable import Cells

@Suite("Windows as people write them")
struct WindowCellTests {
  private func plain(_ cell: String) -> String? {
    ColumnKind.windows.plain(cell).value
  }

  @Test(
    "Each spelling is read as the plain window is",
    arguments: [
      "2025-06-23 09:00-12:00", "2025-06-23 09:00–12:00", "2025-06-23 09:00\u{2011}12:00",
      "2025-06-23\u{A0}09:00-12:00", "2025-06-23 09:00 - 12:00", "2025-06-23 9:00-12:00",
      "23.06.2025 09:00-12:00", "2025-06-23, 09:00-12:00", "2025-06-23T09:00-12:00",
      "2025-06-23 9.00-12.00", "2025-06-23 09:00 to 12:00", "2025-06-23 from 09:00 to 12:00",
      "2025-06-23 9:00 AM - 12:00 PM", "2025-06-23 9am-12pm", "2025-06-23 0900-1200",
      "2025-06-23 9h-12h", "23 June 2025 09:00-12:00", "Mon, 23 Jun 2025, 09:00-12:00",
      "2025-06-23 09:00:00-12:00:00", "２０２５-06-23 09:00－12:00", "45831 09:00-12:00",
      "2025-06-23 09:00-12:00 Uhr", "2025-06-23  09:00-12:00",
    ])
  func read(text: String) {
    #expect(plain(text) == "2025-06-23 09:00-12:00")
    guard case .read(_, let spellings) = ColumnKind.windows.plain(text) else { return }
    #expect(spellings.isEmpty == (text == "2025-06-23 09:00-12:00"))
  }

  @Test(
    "Days, lists of windows and nights",
    arguments: [
      ("23.06.2025", "2025-06-23"), ("2025-06-23, 2025-06-24", "2025-06-23;2025-06-24"),
      ("2025-06-23 to 2025-06-25", "2025-06-23;2025-06-24;2025-06-25"),
      ("23.06.2025 - 24.06.2025", "2025-06-23;2025-06-24"),
      ("2025-06-23\n2025-06-24 09:00-12:00", "2025-06-23;2025-06-24 09:00-12:00"),
      ("09:00–13:00; 14:00–18:00", "09:00-13:00;14:00-18:00"),
      ("09:00-13:00, 14:00-18:00", "09:00-13:00;14:00-18:00"),
      ("9:00-13:00；14:00-18:00", "09:00-13:00;14:00-18:00"),
      ("16.-17.12.2026", "2026-12-16;2026-12-17"), ("16-17 Dec 2026", "2026-12-16;2026-12-17"),
      ("18:00-02:00", "18:00-02:00"), ("2025-06-23 23:00-01:00", "2025-06-23 23:00-01:00"),
      ("18:00-00:00", "18:00-24:00"), ("2025-06-23; 2025-06-24", "2025-06-23; 2025-06-24"),
    ])
  func lists(text: String, plain: String) {
    #expect(self.plain(text) == plain)
  }

  @Test(
    "What is not a window is refused with the window that may be meant, and that is one",
    arguments: [
      ("2025-06-23 9-12", ["2025-06-23 09:00-12:00"]), ("9-12", ["09:00-12:00"]),
      ("2-4 pm", ["14:00-16:00"]), ("after 14:00", ["14:00-24:00"]),
      ("until 12:00", ["00:00-12:00"]),
      ("14:00", ["14:00-24:00"]), ("mornings", []), ("2025-06-23 morning", []), ("-", []),
      ("09:00-12:00-14:00", []), ("2025-06-23 09:00-12:00 CET", ["2025-06-23 09:00-12:00"]),
      ("2025-06-23 09:00-12:00x", ["2025-06-23 09:00-12:00"]),
      ("2025-06-23T09:00/2025-06-23T12:00", ["2025-06-23 09:00-12:00"]),
      ("2025-06-23 09:00-12:00 and 14:00-16:00", []),
    ])
  func refused(text: String, guesses: [String]) {
    #expect(ColumnKind.windows.plain(text) == .refused(.unlike(guesses)), "\(text)")
    for guess in guesses { #expect(plain(guess) == guess) }
  }

  @Test("Hours behind a day's hours may be that day's or each day's")
  func hoursWithoutDay() {
    #expect(
      ColumnKind.windows.plain("2025-06-23 09:00-12:00, 14:00-16:00")
        == .ambiguous(["2025-06-23 14:00-16:00", "14:00-16:00"]))
    #expect(plain("2025-06-23, 14:00-16:00") == "2025-06-23 14:00-16:00")
    #expect(plain("2025-06-24 00:00-01:00") == "2025-06-24 00:00-01:00")
    #expect(plain("2025-06-23; 14:00-16:00") == "2025-06-23; 14:00-16:00")
  }

  @Test("A label or a day of the week with hours names the meeting's day with them")
  func labels() throws {
    let day = try #require(CalendarDate("2025-06-23"))
    let context = CellContext(days: [(day, "Day 1")], zone: ZoneClock("Europe/Zurich"))
    for text in ["Day 1 9:00-12:00", "Mon 9:00-12:00", "Monday, 09:00–12:00", "23.6. 9:00-12:00"] {
      #expect(
        ColumnKind.windows.plain(text, in: context)
          == .refused(.unlike(["2025-06-23 09:00-12:00"])), "\(text)")
    }
    #expect(
      ColumnKind.windows.plain("2025-06-23T07:00:00Z", in: context)
        == .refused(.instant(date: "2025-06-23", time: "09:00")))
  }

  @Test("A window that ends before it begins is one over midnight only if it makes a night of it")
  func backwards() {
    #expect(
      ColumnKind.windows.plain("2025-06-23 13:00-09:00")
        == .refused(.backwards(["2025-06-23 09:00-13:00"])))
    #expect(ColumnKind.windows.plain("10:00-02:00") == .refused(.backwards(["02:00-10:00"])))
    #expect(ColumnKind.windows.plain("09:00-09:00") == .refused(.backwards([])))
    #expect(ColumnKind.windows.plain("13:00-06:00").value == "13:00-06:00")
  }

  @Test("A date in a window hangs on the order as any other")
  func order() {
    #expect(
      ColumnKind.windows.plain("06/07/2026 09:00-12:00")
        == .ambiguous(["2026-07-06 09:00-12:00", "2026-06-07 09:00-12:00"]))
    #expect(
      ColumnKind.windows.plain("06/07/2026 09:00-12:00", in: CellContext(order: .monthDay)).value
        == "2026-06-07 09:00-12:00")
  }

  @Test(
    "Of random texts, what is plain stays plain, and what is proposed is read",
    .judges(atLeast: 9_600), arguments: 0..<100)
  func fixedPoint(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    let pieces = [
      "2025-06-23", "23.06.2025", "6/7/2025", "9:00", "09:00", "13:00", "24:00", "-", "–", " ", ";",
      ",", "T", "Z", "+02:00", "PM", "am", "45831", "0.375", "Mon", "June", "to", "\u{200B}",
      "\u{A0}",
      "9", "1e9", "12", ".", ":", "/", "h", "must", "no", "é", "👩‍👩‍👧", "９",
    ]
    let kinds: [ColumnKind] = [
      .windows, .date, .day, .dateOrAnswer, .clock, .answer, .answerOrText, .id, .people, .kinds,
      .references(.room), .strength(mustIsKnown: true), .number(.minutes, 1...1440),
      .number(.seats, 0...1_000_000), .choice(["must", "optional"]), .requirement,
    ]
    for _ in 0..<20 {
      let text = (0..<roll(7)).map { _ in pieces[roll(pieces.count)] }.joined()
      for kind in kinds {
        switch kind.plain(text) {
        case .read(let plain, _):
          judged()
          #expect(kind.plain(plain) == .read(plain, []), "\(kind): '\(text)' as '\(plain)'")
        case .ambiguous(let readings):
          #expect(readings.count > 1)
          for one in readings { #expect(kind.plain(one) == .read(one, []), "\(kind): \(one)") }
        case .refused(.unlike(let guesses)), .refused(.backwards(let guesses)):
          for one in guesses { #expect(kind.plain(one) == .read(one, []), "\(kind): \(one)") }
        case .refused(.timeBehind(let date, let time)), .refused(.dateBefore(let date, let time)):
          #expect(CalendarDate(date) != nil && ClockTime.minutes(time) != nil)
        case .refused: continue
        }
      }
    }
  }
}
