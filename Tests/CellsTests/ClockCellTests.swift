// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Cells

@Suite("Times of day as people and spreadsheets write them")
struct ClockCellTests {
  @Test(
    "Each spelling is read as the plain form is",
    arguments: [
      ("9:00", "09:00"), ("09:00:00", "09:00"), ("09:00:00.000", "09:00"), ("9.30", "09:30"),
      ("9,30", "09:30"), ("9h30", "09:30"), ("9 h 30", "09:30"), ("9h", "09:00"), ("0930", "09:30"),
      ("9:30 AM", "09:30"), ("2:30 PM", "14:30"), ("2:30pm", "14:30"), ("3:15 p.m.", "15:15"),
      ("12:00 AM", "00:00"), ("12:30 PM", "12:30"), ("9 am", "09:00"), ("0.375", "09:00"),
      ("0,395833333333333", "09:30"), ("0.5", "12:00"), ("９：００", "09:00"), ("٠٩:٣٠", "09:30"),
      ("09\u{2236}00", "09:00"), (" 09:00\u{A0}", "09:00"), ("09:00\u{200B}", "09:00"),
      ("\u{FEFF}09:00", "09:00"), ("9:30 Uhr", "09:30"), ("9 Uhr", "09:00"), ("09:00h", "09:00"),
      ("1899-12-30 09:30:00", "09:30"), ("1900-01-00 14:00", "14:00"), ("23:59", "23:59"),
    ])
  func read(text: String, plain: String) {
    let reading = ClockCell.read(text)
    #expect(reading.value.map(ClockCell.plain) == plain)
    if case .read(_, let spellings) = reading { #expect(spellings.isEmpty == (text == plain)) }
  }

  @Test(
    "What has no one meaning is not guessed, and what is proposed is read",
    arguments: [
      ("9", ["09:00"]), ("25:00", []), ("9:61", []), ("0.39", ["00:39"]),
      ("9.5", ["09:50", "09:05"]),
      ("930", ["09:30"]), ("14:30 PM", ["14:30"]), ("half past nine", []), ("-9:00", []), (":", []),
      ("9:", []), ("1e308", []), ("9:0", []), ("noon", ["12:00"]), ("Mitternacht", ["00:00"]),
      ("09:00-10:00", ["09:00"]), ("9:00 – 10:00", ["09:00"]), ("PM 2:30", ["14:30"]),
      ("下午2:30", ["14:30"]), ("09;00", ["09:00"]), ("at 9:30", ["09:30"]),
    ])
  func refused(text: String, guesses: [String]) {
    #expect(ClockCell.read(text) == .refused(.unlike(guesses)))
    for guess in guesses { #expect(ClockCell.read(guess).value.map(ClockCell.plain) == guess) }
  }

  @Test("What is more than a time of day is refused with its parts, never cut off")
  func more() {
    let zurich = CellContext(zone: ZoneClock("Europe/Zurich"))
    #expect(ClockCell.read("0.25") == .ambiguous([360, 25]))
    #expect(ClockCell.read("09:00:30") == .refused(.notWholeMinute("09:00")))
    #expect(ClockCell.read("24:00") == .refused(.endOfDay))
    #expect(
      ClockCell.read("2025-06-23 09:30") == .refused(.dateBefore(date: "2025-06-23", time: "09:30"))
    )
    #expect(
      ClockCell.read("45831.395833333336")
        == .refused(.dateBefore(date: "2025-06-23", time: "09:30")))
    #expect(
      ClockCell.read("2025-06-23T07:00:00Z", in: zurich)
        == .refused(.instant(date: "2025-06-23", time: "09:00")))
    #expect(
      ClockCell.read("2025-06-23T23:30:00-01:00", in: zurich)
        == .refused(.instant(date: "2025-06-24", time: "02:30")))
    #expect(ClockCell.read("09:00Z") == .refused(.instant(date: nil, time: nil)))
    for text in ["09:00 CET", "9:00 Europe/Oslo", "10:15 BST"] {
      #expect(ClockCell.read(text) == .refused(.instant(date: nil, time: nil)), "\(text)")
    }
    #expect(
      ClockCell.read("2025-06-23 09:00-10:00")
        == .refused(.dateBefore(date: "2025-06-23", time: "09:00")))
    #expect(ClockCell.read("09:00+02:00") == .refused(.instant(date: nil, time: nil)))
  }
}
