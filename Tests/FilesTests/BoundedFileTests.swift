// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Scratch
import Testing

@Suite("Files are read whole or not at all")
struct BoundedFileTests {
  @Test("A file's bytes are all there, however many parts it takes")
  func whole() throws {
    let scratch = ScratchFolder()
    let file = scratch.file("bytes")
    let bytes = (0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 / 7) }
    try Data(bytes).write(to: file)
    #expect(try BoundedFile.read(file, isPlain: true) == bytes)
  }

  @Test("What is endless, a folder, no plain file or not there fails, each in its own way")
  func refused() {
    #expect(throws: ReadFailure.tooLarge) {
      try BoundedFile.read(URL(filePath: "/dev/zero"), isPlain: false)
    }
    let failures: [String: ReadFailure] = [
      "/dev/null": .unreadable, "/tmp": .isFolder, "/no/such/file": .missing,
      "/dev/null/x": .missing,
    ]
    for (path, failure) in failures {
      #expect(throws: failure) { try BoundedFile.read(URL(filePath: path), isPlain: true) }
    }
  }
}
