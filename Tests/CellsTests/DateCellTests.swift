// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Cells

@Suite("Dates as people and spreadsheets write them")
struct DateCellTests {
  private func plain(_ text: String, _ order: DateOrder? = nil) -> [String] {
    switch DateCell.read(text, in: CellContext(order: order)) {
    case .read(let date, _): ["\(date)"]
    case .ambiguous(let dates): dates.map(\.description)
    case .refused: []
    }
  }

  @Test(
    "Each spelling is read as 2026-12-16 is",
    arguments: [
      "2026-12-16", "16.12.2026", "16.12.26", "16/12/2026", "12/16/2026", "12/16/26", "2026/12/16",
      "2026.12.16.", "2026-12-16T00:00:00", "2026-12-16 00:00", "16.12.2026 00:00:00",
      "12/16/2026 12:00:00 AM", "46372", "46372.0", "20261216", "16 Dec 2026", "December 16, 2026",
      "16-Dec-26", "Wed, 16 December 2026", "Wednesday 16th of December 2026", "16 décembre 2026",
      "mercredi 16 décembre 2026", "16 de diciembre de 2026", "16. Dezember 2026",
      "16 декабря 2026 г.", "2026年12月16日", "２０２６－１２－１６", "2026–12–16", "2026\u{2011}12\u{2011}16",
      "٢٠٢٦-١٢-١٦", " 2026-12-16\u{200B}", "2026 Dec 16",
    ])
  func read(text: String) {
    #expect(plain(text) == ["2026-12-16"])
    guard case .read(_, let spellings) = DateCell.read(text) else { return }
    #expect(spellings.isEmpty == (text == "2026-12-16"))
  }

  @Test("Where both are days, both are named; the order of the meeting decides")
  func order() {
    #expect(plain("06/07/2026") == ["2026-07-06", "2026-06-07"])
    #expect(plain("06/07/2026", .dayMonth) == ["2026-07-06"])
    #expect(plain("06/07/2026", .monthDay) == ["2026-06-07"])
    #expect(plain("6-7-26") == ["2026-07-06", "2026-06-07"])
    // With a year of two figures it may be first too.
    #expect(plain("05/06/07") == ["2007-06-05", "2007-05-06", "2005-06-07"])
    // The same day twice is one reading, and with full stops the day is first everywhere.
    #expect(plain("06/06/2026") == ["2026-06-06"])
    #expect(plain("06.07.2026", .monthDay) == ["2026-07-06"])
    // What the calendar settles needs no order.
    #expect(plain("6/23/2026", .dayMonth) == ["2026-06-23"])
  }

  @Test(
    "What follows a date is refused with the parts, never cut off",
    arguments: [
      ("2026-12-16 09:30", Refusal.timeBehind(date: "2026-12-16", time: "09:30")),
      ("46372.395833333336", .timeBehind(date: "2026-12-16", time: "09:30")),
      ("2026-12-16T23:30:00Z", .instant(date: "2026-12-17", time: "00:30")),
      ("2026-12-16T00:00:00+09:00", .instant(date: "2026-12-15", time: "16:00")),
      ("2026-12-16 (tbc)", .unlike(["2026-12-16"])),
      ("2026-12-16 or later", .unlike(["2026-12-16"])), ("2026-12-16x", .unlike(["2026-12-16"])),
      ("16.12.2026; 17.12.2026", .unlike(["2026-12-16", "2026-12-17"])),
      ("16122026", .unlike(["2026-12-16"])),
      ("2026-12-16 09:00-10:00", .timeBehind(date: "2026-12-16", time: "09:00")),
      ("2026-12-16 00:00-01:00", .timeBehind(date: "2026-12-16", time: "00:00")),
      ("2026-12-16T09:00-10:00", .instant(date: "2026-12-16", time: "20:00")),
      ("2026-12-16 09:00:00-05:00", .instant(date: "2026-12-16", time: "15:00")),
      ("2026-12-163", .unlike([])), ("2026-12-16-17", .unlike([])),
      ("2026-02-30", .noSuchDay), ("31.04.2026", .noSuchDay), ("29/02/2026", .noSuchDay),
      ("31 November 2026", .noSuchDay), ("Dec 2026", .unlike([])), ("tomorrow", .unlike([])),
      ("1", .unlike([])), ("2026", .unlike([])), ("1/1/1", .unlike([])), ("99999999", .unlike([])),
    ])
  func refused(text: String, refusal: Refusal) {
    let context = CellContext(zone: ZoneClock("Europe/Zurich"))
    #expect(DateCell.read(text, in: context) == .refused(refusal))
  }

  @Test("A day of the week beside a date settles it, or contradicts it; a month is none")
  func weekdays() {
    #expect(plain("Mon 06/07/2026") == ["2026-07-06"])
    #expect(plain("Sun 06/07/2026") == ["2026-06-07"])
    #expect(plain("Mar 16, 2026") == ["2026-03-16"])
    #expect(plain("mar. 16 juin 2026") == ["2026-06-16"])
    #expect(plain("среда, 16 декабря 2026 г.") == ["2026-12-16"])
    #expect(plain("quarta-feira, 16 de dezembro de 2026") == ["2026-12-16"])
    for text in ["Monday 16 December 2026", "Mo., 16.12.2026", "lunes 16 de diciembre de 2026"] {
      #expect(
        DateCell.read(text)
          == .refused(.otherWeekday(date: "2026-12-16", weekday: "Wednesday")), "\(text)")
    }
  }

  @Test("A date without its year, a label or a day of the week names the meeting's day")
  func yearless() throws {
    let days = try ["2026-12-15", "2026-12-16"].map { try #require(CalendarDate($0)) }
    let context = CellContext(days: [(days[0], "Day 0"), (days[1], "Day 1")])
    for text in ["16.12.", "16 Dec", "Dec 16", "12/16", "Day 1", "day 1", "Wednesday"] {
      #expect(DateCell.read(text, in: context) == .refused(.unlike(["2026-12-16"])), "\(text)")
    }
    #expect(DateCell.read("17 Dec", in: context) == .refused(.unlike([])))
  }

  @Test("Every day of some years comes back from every spelling")
  func everyDay() {
    for number in stride(from: 18_262, to: 24_000, by: 17) {
      let date = CalendarDate(dayNumber: number)
      let spellings = [
        "\(date.day).\(date.month).\(date.year)", "\(date.year)/\(date.month)/\(date.day)",
        "\(number + 25_569)", "\(date)T00:00:00",
      ]
      for text in spellings { #expect(DateCell.read(text).value == date) }
      let slashed = "\(date.month)/\(date.day)/\(date.year)"
      #expect(DateCell.read(slashed, in: CellContext(order: .monthDay)).value == date)
      #expect(plain(slashed).contains("\(date)"))
    }
  }
}
