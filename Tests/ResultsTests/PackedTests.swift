// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Results

@Suite("Bytes packed for the history")
struct PackedTests {
  /// Bytes that repeat more or less, the same each time.
  private static func bytes(_ count: Int, of values: UInt64) -> Data {
    var state: UInt64 = 42
    return Data(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8((state >> 33) % values)
      })
  }

  @Test("They come back as they were, whatever they are", arguments: [0, 1, 2, 100, 4096, 100_000])
  func roundTrip(count: Int) {
    for values in [1, 2, 256] as [UInt64] {
      let plain = Self.bytes(count, of: values)
      #expect(Packed.plain(Packed.bytes(plain), size: count) == plain)
    }
  }

  @Test("What repeats takes less room, what does not hardly more")
  func sizes() {
    #expect(Packed.bytes(Self.bytes(100_000, of: 1)).count < 1000)
    #expect(Packed.bytes(Self.bytes(100_000, of: 256)).count < 100_100)
  }

  @Test("A slice is packed as the bytes that it shows")
  func slices() {
    let whole = Self.bytes(1000, of: 256)
    #expect(Packed.plain(Packed.bytes(whole[100..<900]), size: 800) == Data(whole[100..<900]))
  }

  @Test("A byte that was changed on the disk is noticed, at every place")
  func damaged() {
    let plain = Self.bytes(500, of: 4)
    let packed = Packed.bytes(plain)
    for place in packed.indices {
      var damaged = packed
      damaged[place] ^= 0x55
      // In the head there are bits that say nothing of the bytes.
      let read = Packed.plain(damaged, size: 500)
      #expect(read == nil || read == plain, "\(place)")
    }
    for count in 0..<packed.count { #expect(Packed.plain(packed.prefix(count), size: 500) == nil) }
  }

  @Test(
    "A size that is not theirs is noticed, and a senseless one takes no memory",
    arguments: [-1, 0, 499, 501, 1 << 30 + 1, .max])
  func wrongSize(size: Int) {
    #expect(Packed.plain(Packed.bytes(Self.bytes(500, of: 4)), size: size) == nil)
  }
}
