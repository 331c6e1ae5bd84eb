// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

@Suite("Files are read whole or refused in words")
struct BoundedFileTests {
  @Test("A file's bytes are all there, however many parts it takes")
  func whole() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let bytes = (0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 / 7) }
    try Data(bytes).write(to: file)
    let (read, finding) = BoundedFile.read(file, name: "f", isPlain: true)
    #expect(read == bytes)
    #expect(finding == nil)
  }

  @Test("What is endless, a folder or not there is refused, each in its own words")
  func refused() {
    let zero = BoundedFile.read(URL(filePath: "/dev/zero"), name: "z", isPlain: false)
    #expect(zero.bytes == nil)
    #expect(zero.finding?.rule == "large-file")
    let words = [
      "/dev/null": "The file cannot be read.",
      "/tmp": "It is a folder, and a file is expected.",
      "/no/such/file": "There is no such file.", "/dev/null/x": "There is no such file.",
    ]
    for (path, sentence) in words {
      let (bytes, finding) = BoundedFile.read(URL(filePath: path), name: "f", isPlain: true)
      #expect(bytes == nil)
      #expect(finding?.sentence == sentence)
    }
  }
}
