// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a file as it is stored, their ends included, numbered from 1.
struct PhysicalLines: Sequence {
  struct Line {
    let number: Int
    let bytes: ArraySlice<UInt8>

    var isBlank: Bool {
      bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
  }

  private let bytes: ArraySlice<UInt8>
  private let first: Int

  /// - Parameter first: the number of the first line.
  init(_ bytes: ArraySlice<UInt8>, first: Int = 1) {
    self.bytes = bytes
    self.first = first
  }

  func makeIterator() -> AnyIterator<Line> {
    var rest = bytes
    var number = first - 1
    return AnyIterator {
      guard !rest.isEmpty else { return nil }
      number += 1
      var end = rest.startIndex
      while end < rest.endIndex, rest[end] != 0x0A, rest[end] != 0x0D { end += 1 }
      if end < rest.endIndex {
        let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
        end += isPair ? 2 : 1
      }
      let line = Line(number: number, bytes: rest[rest.startIndex..<end])
      rest = rest[end...]
      return line
    }
  }
}
