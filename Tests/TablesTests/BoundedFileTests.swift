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

  @Test("What is endless, a folder or not there is refused")
  func refused() {
    let zero = BoundedFile.read(URL(filePath: "/dev/zero"), name: "z", isPlain: false)
    #expect(zero.bytes == nil)
    #expect(zero.finding?.rule == "large-file")
    for path in ["/dev/null", "/tmp", "/no/such/file"] {
      let (bytes, finding) = BoundedFile.read(URL(filePath: path), name: "f", isPlain: true)
      #expect(bytes == nil)
      #expect(finding?.sentence == "The file cannot be read.")
    }
  }
}
