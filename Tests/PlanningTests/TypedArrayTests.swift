// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import PlanningProblems

@Suite("Arrays read by positions of one sort")
struct TypedArrayTests {
  private let starts: TypedArray<StartOption, Int> = [540, 600, 600, 705]

  @Test("Positions count from zero, each with its element")
  func positions() {
    #expect(starts.indices.map(\.index) == [0, 1, 2, 3])
    #expect(starts.enumerated().map { $0.0.index * 1_000 + $0.1 } == [540, 1_600, 2_600, 3_705])
    #expect(starts[StartOption(3)] == 705)
    #expect(starts.firstIndex(of: 600) == StartOption(1))
    #expect(Array(starts) == [540, 600, 600, 705])
  }

  @Test("Sorted values are found by halving, as by looking at each")
  func sorted() {
    for minute in 530..<720 {
      #expect(starts.firstIndex(above: minute).index == starts.count { $0 <= minute })
      #expect(starts.firstIndexSorted(minute) == starts.firstIndex(of: minute))
    }
  }

  @Test("What is written is where it was written, and nothing else moves")
  func writing() {
    var prices: TypedArray<RoomOption, Int> = TypedArray([1, 2, 3])
    prices[RoomOption(1)] = 7
    prices.append(4)
    #expect(Array(prices) == [1, 7, 3, 4])
  }
}
