// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
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

  @Test("Lists made by position, by one value or of another list stand in the same order")
  func making() {
    let lengths = starts.mapped { $0 / 60 }
    #expect(Array(lengths) == [9, 10, 10, 11])
    let numbers = TypedArray(over: starts.indices) { $0.index * 2 }
    #expect(Array(numbers) == [0, 2, 4, 6])
    #expect(TypedArray<SessionPosition, Int>(repeating: 7, count: 3) == [7, 7, 7])
    #expect(Array(starts.runningSums) == [0, 540, 1_140, 1_740, 2_445])
  }

  @Test("Positions are written as plain numbers")
  func json() throws {
    let positions = [SessionPosition(3), SessionPosition(0)]
    #expect(String(decoding: try JSONEncoder().encode(positions), as: UTF8.self) == "[3,0]")
  }

  @Test("Packed positions come back as they were, and none as none")
  func packing() {
    for index in [0, 1, 70_000, Int(Int32.max)] {
      #expect(Packed(SessionPosition(index)).position == SessionPosition(index))
      #expect(!Packed(SessionPosition(index)).isNone)
    }
    #expect(Packed(RoomPosition.none).isNone)
    #expect(Packed(RoomPosition.none).position == .none)
  }
}
