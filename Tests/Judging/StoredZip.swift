// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A packed file (APPNOTE 4.3) whose parts are stored as they are: workbooks that no spreadsheet of ours
/// would write.
public struct StoredZip {
  private var parts = Data()
  private var directory = Data()
  private var count = 0

  public init() {}

  /// A part, as UTF-8.
  public mutating func add(_ name: String, _ text: String) {
    let offset = parts.count
    let (title, content) = (Data(name.utf8), Data(text.utf8))
    var common = Data()
    common.put(20, 2)
    for _ in 0..<4 { common.put(0, 2) }
    common.put(Int(Self.sum(content)), 4)
    for size in [content.count, content.count] { common.put(size, 4) }
    common.put(title.count, 2)
    common.put(0, 2)
    parts.put(0x0403_4B50, 4)
    parts += common + title + content
    directory.put(0x0201_4B50, 4)
    directory.put(20, 2)
    directory += common
    for size in [2, 2, 2, 4] { directory.put(0, size) }
    directory.put(offset, 4)
    directory += title
    count += 1
  }

  /// The whole file.
  public var data: Data {
    var end = Data()
    end.put(0x0605_4B50, 4)
    for value in [0, 0, count, count] { end.put(value, 2) }
    end.put(directory.count, 4)
    end.put(parts.count, 4)
    end.put(0, 2)
    return parts + directory + end
  }

  /// The check sum that the format asks for (CRC-32).
  private static func sum(_ data: Data) -> UInt32 {
    ~data.reduce(0xFFFF_FFFF) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}

extension Data {
  /// A number, its lowest byte first.
  fileprivate mutating func put(_ value: Int, _ size: Int) {
    for place in 0..<size { append(UInt8(value >> (8 * place) & 0xFF)) }
  }
}
