// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workbooks

@Suite("Files that cannot be read are told of")
struct FileFindingsTests {
  @Test("Each way to fail has its own words; what is missing is named by its path")
  func words() {
    let words = [
      "/dev/null": "The file cannot be read.",
      "/tmp": "It is a folder, and a file is expected.",
      "/no/such/file": "There is no such file.",
    ]
    for (path, sentence) in words {
      let (bytes, finding) = FileFindings.read(
        URL(filePath: path), name: "f", isPlain: true, madeBy: "a command writes it")
      #expect(bytes == nil)
      #expect(finding?.sentence == sentence)
      let isMissing = path == "/no/such/file"
      #expect(finding?.file == (isMissing ? path : "f"))
      #expect(finding?.suggestion?.hasSuffix("a command writes it") == isMissing)
    }
  }
}
