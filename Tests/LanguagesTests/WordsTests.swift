// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Testing

@testable import Languages

@Suite("Words in a language")
struct WordsTests {
  @Test("Gaps are filled, and one without a value stays in sight")
  func gaps() {
    #expect(
      Words.pieces("{a} and {b}!") == [.gap("a"), .text(" and "), .gap("b"), .text("!")])
    #expect(Words.pieces("{a") == [.text("{a")])
    let words = Words(.english)
    #expect(words("list.next", ["before": "a", "after": "b"]) == "a, b")
    #expect(words("list.next", ["before": "{after}", "after": "b"]) == "{after}, b")
    #expect(words("list.next") == "{before}, {after}")
    #expect(words("no.such.key") == "no.such.key")
  }

  @Test("English takes one of one and other of all else")
  func english() {
    let words = Words(.english)
    #expect(words("script.tally", count: 1) == "1 session")
    #expect(
      [0, 2, 11, 101].map { words("script.tally", count: $0) }.allSatisfy { $0.hasSuffix("s") })
  }

  /// The samples that Unicode's rules name for whole numbers.
  @Test(
    "Numbers have the categories of Unicode's rules",
    arguments: [
      (Language.english, PluralCategory.one, [1]), (.english, .other, [0, 2, 16, 100, 1000]),
      (.spanish, .one, [1]), (.spanish, .other, [0, 2, 16, 100]),
      (.french, .one, [0, 1]), (.french, .other, [2, 17, 100]),
      (.chinese, .other, [0, 1, 15, 100]),
      (.arabic, .zero, [0]), (.arabic, .one, [1]), (.arabic, .two, [2]),
      (.arabic, .few, [3, 10, 103, 110, 1003]), (.arabic, .many, [11, 26, 99, 111, 1011]),
      (.arabic, .other, [100, 101, 102, 200, 202, 1000]),
      (.russian, .one, [1, 21, 31, 101, 1001]), (.russian, .few, [2, 4, 22, 34, 102, 1002]),
      (.russian, .many, [0, 5, 11, 12, 14, 19, 20, 100, 111, 112]),
    ])
  func plurals(language: Language, category: PluralCategory, numbers: [Int]) {
    for number in numbers {
      #expect(PluralCategory.of(number, in: language) == category, "\(number)")
    }
  }

  @Test("Every number has a category that the language's tables have", arguments: Language.allCases)
  func categories(language: Language) {
    let known = Set(PluralCategory.all(in: language))
    #expect((0...300).allSatisfy { known.contains(PluralCategory.of($0, in: language)) })
  }

  @Test("English days are those of the venue's clock everywhere else")
  func days() throws {
    let words = Words(.english)
    let first = try #require(CalendarDate("2023-12-25"))
    for number in 0..<400 {
      let date = first.adding(days: number)
      #expect(words.long(date) == VenueClock.long(date))
      #expect(words.short(date) == VenueClock.short(date))
      #expect(words.shortParts(date).map(\.text).joined() == words.short(date))
      for end in [date, date.adding(days: 4), date.adding(days: 33), date.adding(days: 400)] {
        #expect(words.span([end, date]) == VenueClock.span([date, end]))
      }
    }
  }

  @Test("Arabic alone is written from the right")
  func directions() {
    #expect(Language.allCases.filter { $0.direction == "rtl" } == [.arabic])
  }
}
