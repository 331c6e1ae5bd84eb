// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Testing

@Suite("SHA-256 beside Python's hashlib")
struct SHA256Tests {
  /// The i-th byte of what is hashed, at any length.
  private static func byte(_ place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: place * 31 + place / 251)
  }

  @Test("Every length to four blocks, and long ones, of bytes of every value")
  func lengths() throws {
    let lengths = Array(0...260) + [1000, 4095, 4096, 65_537]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import hashlib, sys
      for size in map(int, sys.argv[1:]):
          print(hashlib.sha256(bytes((i * 31 + i // 251) % 256 for i in range(size))).hexdigest())
      """,
    ]
    process.arguments? += lengths.map(String.init)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let theirs = text.split(separator: "\n").map(String.init)
    #expect(theirs.count == lengths.count)
    let ours = lengths.map { SHA256.hex(Data((0..<$0).map(Self.byte))) }
    #expect(ours == theirs)
    // A slice is hashed as the bytes that it shows.
    let whole = Data((0..<300).map(Self.byte))
    #expect(SHA256.hex(whole.prefix(64)) == ours[64])
    #expect(SHA256.hex(whole.dropFirst(10).prefix(0)) == ours[0])
  }
}
