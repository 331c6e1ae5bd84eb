// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Scratch
import Testing

@Suite("Folders are made from the top down")
struct FolderStepsTests {
  @Test("What is missing is made, each with the one above it, and what is there is left alone")
  func made() throws {
    let scratch = ScratchFolder()
    let root = scratch.file("root")
    let path = root.path(percentEncoded: false)
    var made: [String] = []
    try FolderSteps.make("\(path)/a/b", mode: 0o700) { folder, above in
      #expect(folder.hasPrefix(above + "/"))
      made.append(folder)
    }
    #expect(made == [path, "\(path)/a", "\(path)/a/b"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    try FolderSteps.make("\(path)/a/b") { folder, _ in Issue.record("\(folder) was there") }
  }

  @Test("A file on the way ends it, and what was made until then is known")
  func blocked() {
    var made: [String] = []
    #expect(throws: WriteFailure.self) {
      try FolderSteps.make("/dev/null/a") { folder, _ in made.append(folder) }
    }
    #expect(made.isEmpty)
  }
}
