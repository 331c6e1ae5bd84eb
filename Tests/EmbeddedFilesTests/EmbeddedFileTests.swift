// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Foundation
import Testing

@Suite("Files that are part of the program")
struct EmbeddedFileTests {
  private typealias Kept = (files: [EmbeddedFile], folder: String)

  /// Each list, and the folder that its files are from.
  private static let lists: [Kept] = [
    (EmbeddedFile.boardScripts, "BoardPages/Script"),
    (EmbeddedFile.boardStyles, "BoardPages/Style"),
    (EmbeddedFile.pageScripts, "Participants/Script"),
    (EmbeddedFile.pageGround, "Participants/Style"),
    (EmbeddedFile.pageStyles, "Participants/Style"),
    (EmbeddedFile.pageWorker, "Participants/Worker"),
    (EmbeddedFile.reportStyles, "Reports/Style"),
    (EmbeddedFile.comparisonStyles, "Comparing/Style"),
    (EmbeddedFile.decisionStyles, "Boards/Style"),
    (EmbeddedFile.plainStyles, "Publications/Style"),
    (EmbeddedFile.calendarStyles, "Publications/Style"),
    (EmbeddedFile.changeStyles, "Publications/Style"),
    (EmbeddedFile.words, "Languages/Words"),
  ]

  /// The one file that two lists have from elsewhere.
  private static let shared = "kinds.css"

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  @Test("Each is the file of its name, byte for byte")
  func bytes() throws {
    for (files, folder) in Self.lists {
      #expect(!files.isEmpty)
      for file in files {
        let home = file.name == Self.shared ? "Pages/Style" : folder
        let url = Self.sources.appending(path: home).appending(path: file.name)
        #expect(try Data(contentsOf: url) == Data(file.bytes), "\(home)/\(file.name)")
      }
    }
  }

  @Test("Each script, style and table of the sources is in a list, and only once")
  func all() throws {
    for (folder, lists) in Dictionary(grouping: Self.lists, by: \.folder) {
      let listed = lists.flatMap(\.files).map(\.name).filter { $0 != Self.shared }
      let there = try FileManager.default.contentsOfDirectory(
        atPath: Self.sources.appending(path: folder).path()
      ).filter { [".js", ".css", ".csv"].contains(where: $0.hasSuffix) }
      #expect(listed.sorted() == there.sorted(), "\(folder)")
    }
  }
}
