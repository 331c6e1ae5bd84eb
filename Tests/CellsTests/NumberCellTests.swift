// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Cells

@Suite("Numbers and answers as people and spreadsheets write them")
struct NumberCellTests {
  @Test(
    "Each spelling is read as the plain number is",
    arguments: [
      ("60", 60), ("60.0", 60), ("60,00", 60), ("1'200", 1200), ("1’200", 1200),
      ("1 200", 1200), ("1\u{A0}200", 1200), ("1\u{202F}200", 1200), ("1,200", 1200),
      ("1.200", 1200), ("1,200.00", 1200), ("1.200,00", 1200), ("12,345,678", 12_345_678),
      ("６０", 60), ("٦٠", 60), ("60\u{200B}", 60), ("080", 80), ("+5", 5), ("-15", -15),
      ("–15", -15), ("\u{2212}15", -15),
    ])
  func read(text: String, number: Int) {
    #expect(NumberCell.read(text, in: -100...100_000_000).value == number)
  }

  @Test(
    "Minutes and seats may have their unit behind them",
    arguments: [
      ("90 min", 90), ("90min", 90), ("90 minutes", 90), ("90'", 90), ("1:30", 90),
      ("01:30:00", 90), ("1h30", 90), ("1 h 30", 90), ("2h", 120), ("1.5 h", 90), ("1,5h", 90),
      ("90.0 min", 90), ("90 мин", 90), ("90m", 90), ("1h 30m", 90), ("1 hr 30 min", 90),
      ("1 hour 30 minutes", 90), ("1 heure 30", 90), ("1½ h", 90), ("PT1H30M", 90),
      ("1 Std. 30 Min.", 90), ("1 час 30 минут", 90),
    ])
  func minutes(text: String, number: Int) {
    #expect(NumberCell.read(text, of: .minutes, in: 1...1440).value == number)
    #expect(NumberCell.read(text, of: .things, in: 1...1440).value == nil)
  }

  @Test("Two readings are named, unless only one fits")
  func ambiguous() {
    #expect(NumberCell.read("1.000", in: 0...10_000) == .ambiguous([1, 1000]))
    #expect(NumberCell.read("1,000", in: 0...10_000) == .ambiguous([1000, 1]))
    #expect(NumberCell.read("90.000", of: .minutes, in: 1...1440).value == 90)
    #expect(NumberCell.read("80 seats", of: .seats, in: 0...1000).value == 80)
  }

  @Test(
    "What is not a whole number is refused, and what is proposed fits",
    arguments: [
      ("about 80", ["80"]), ("80-100", ["100"]), ("80+", ["80"]), ("7.5", ["7", "8"]),
      ("1200.", ["1200"]), ("1k", ["1000"]), ("80%", []),
    ])
  func guesses(text: String, guesses: [String]) {
    let refusal = guesses.isEmpty ? Refusal.outside(0...5000) : .unlike(guesses)
    #expect(NumberCell.read(text, of: .seats, in: 0...5000) == .refused(refusal))
    // A part of a day, as a spreadsheet keeps 1:30.
    #expect(
      NumberCell.read("0.0625", of: .minutes, in: 1...1440) == .refused(.unlike(["90"])))
  }

  @Test(
    "What fits nowhere says what would",
    arguments: [
      "many", "-5", "99999999999999999999", "1e308", "nan", "1,2,3", "1'2'3", "",
    ])
  func outside(text: String) {
    #expect(NumberCell.read(text, in: 0...50) == .refused(.outside(0...50)), "\(text)")
  }

  @Test(
    "Yes and no in the words of spreadsheets and people",
    arguments: [
      ("yes", true), ("Yes", true), ("TRUE", true), ("WAHR", true), ("VRAI", true),
      ("VERDADERO", true), ("ИСТИНА", true), ("y", true), ("Oui", true), ("ja", true), ("sí", true),
      ("да", true), ("是", true), ("نعم", true), ("1", true), ("✓", true), ("☑", true),
      ("no", false), ("FALSE", false), ("FALSCH", false), ("FAUX", false), ("ЛОЖЬ", false),
      ("N", false), ("nein", false), ("não", false), ("нет", false), ("否", false), ("0", false),
      ("yes\u{A0}", true), ("ＴＲＵＥ", true), ("☐", false),
    ])
  func answers(text: String, answer: Bool) {
    #expect(AnswerCell.read(text).value == answer)
  }

  @Test("What may be either is refused", arguments: ["x", "?", "-", "maybe", "n/a", "2", "yes/no"])
  func noAnswer(text: String) {
    #expect(AnswerCell.read(text).value == nil)
  }
}
