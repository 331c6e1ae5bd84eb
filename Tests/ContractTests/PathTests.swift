// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("What the repository points at is in it")
struct PathTests {
  static let pages = [
    "README.md", "Sources/ARCHITECTURE.md", "Sources/CONTRIBUTING.md", "Sources/rules.md",
    "Sources/modalities.md", "Scenarios/scenario-format.md", "Tests/Benchmarks/README.md",
    "Tests/RulesTests/Golden/README.md",
  ]

  @Test("Every path from the top that a page names is there", arguments: pages)
  func paths(page: String) throws {
    for word in try ContractPage(page).code.flatMap({ $0.split(separator: " ") }) {
      let path = String(word.prefix { $0 != "," && $0 != ";" })
      let isOurs = ["Sources/", "Tests/", "Scenarios/"].contains { path.hasPrefix($0) }
      guard isOurs, !path.contains(where: { "*<…{".contains($0) }), !Self.isPattern(path) else {
        continue
      }
      let place = ContractPage.top.appending(path: path)
      #expect(
        FileManager.default.fileExists(atPath: place.path(percentEncoded: false)),
        "\(page): \(path)")
    }
  }

  /// `Sources/NAME/…`: words in capitals are placeholders.
  private static func isPattern(_ path: String) -> Bool {
    path.split(separator: "/").contains {
      $0.allSatisfy { $0.isUppercase } || $0.hasPrefix("NAME")
    }
  }

  @Test("No source, test or page points outside")
  func inside() throws {
    let outside = ["../" + "shared", "/work/" + "main", "/tmp/" + "wt"]
    var seen = 0
    for folder in ["Sources", "Tests", "Scenarios"] {
      let top = ContractPage.top.appending(path: folder)
      let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        seen += 1
        for place in outside where text.contains(place) { Issue.record("\(file.path()): \(place)") }
      }
    }
    #expect(seen > 500)
  }
}
