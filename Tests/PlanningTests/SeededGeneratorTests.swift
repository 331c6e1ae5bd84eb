// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Random numbers are the same on every machine")
struct SeededGeneratorTests {
  @Test("The values of SplitMix64 that its authors' code gives")
  func fixedValues() {
    var zero = SeededGenerator(seed: 0)
    #expect(
      (0..<3).map { _ in zero.next() }
        == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
    var other = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in other.next() }
        == [
          6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
          4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ])
  }

  @Test(
    "Numbers below a bound are all met, about as often as each other", arguments: [1, 2, 7, 10])
  func below(bound: Int) {
    var random = SeededGenerator(seed: 3)
    var counts = Array(repeating: 0, count: bound)
    for _ in 0..<(1_000 * bound) { counts[random.below(bound)] += 1 }
    #expect(counts.allSatisfy { (850...1_150).contains($0) }, "\(counts)")
  }

  @Test("Fractions lie from nothing to below one, half of them in each half")
  func fractions() {
    var random = SeededGenerator(seed: 3)
    let drawn = (0..<4_000).map { _ in random.fraction() }
    #expect(drawn.allSatisfy { (0..<1).contains($0) })
    #expect((1_850...2_150).contains(drawn.count { $0 < 0.5 }))
  }
}
