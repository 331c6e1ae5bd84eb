// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Testing

@Suite("The rules' pages of words")
struct RuleWordsTests {
  private var all: [(id: String, words: RuleWords)] {
    HardRule.allCases.map { ($0.rawValue, $0.words) }
      + SoftRule.allCases.map { ($0.rawValue, $0.words) }
  }

  @Test("Every rule has a page whose every part says something")
  func complete() {
    for (id, words) in all {
      for part in [words.title, words.mark, words.counts, words.example, words.change] {
        #expect(part.count > 5, "\(id)")
        #expect(part.first?.isWhitespace == false && !part.contains("\n"), "\(id)")
      }
      #expect(words.counts.hasSuffix("."), "\(id)")
      #expect(words.example.hasSuffix("."), "\(id)")
    }
    #expect(SoftRule.allCases.allSatisfy { $0.words.unit != nil })
    #expect(HardRule.allCases.allSatisfy { $0.words.unit == nil })
  }

  @Test("No two rules share a title or a mark, and no mark is an id")
  func distinct() {
    #expect(Set(all.map(\.words.title)).count == all.count)
    #expect(Set(all.map { $0.words.mark }).count == all.count)
    #expect(Set(all.map(\.id)).isDisjoint(with: all.map(\.words.mark)))
  }

  @Test("Units are counted with the right noun")
  func units() {
    #expect(SoftRule.themeClash.words.units(1) == "1 theme clash")
    #expect(SoftRule.themeClash.words.units(3) == "3 theme clashes")
  }

  @Test("The rule book holds each rule under its own id")
  func book() {
    let scenario = Fixture().scenario
    let review = Review(scenario: scenario, schedule: Schedule(rows: []))
    #expect(review.costs.map(\.rule) == SoftRule.allCases)
  }
}
