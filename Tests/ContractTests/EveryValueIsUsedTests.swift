// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A column that is read into a value, and then does nothing, would be asked for in vain.
@Suite("Every value of the tables does something")
struct EveryValueIsUsedTests {
  static let files = ["Activity", "Meeting", "Person", "Requests", "Room", "Session"]
  /// Those that only tell how the tables are read.
  private static let ofReading: Set<String> = ["dateOrder"]

  /// The sources beyond values and their reading.
  private static let users: String = {
    let top = ContractPage.top.appending(path: "Sources")
    let all = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)
    var text = ""
    while let file = all?.nextObject() as? URL {
      let isReading = ["/Meetings/", "/ScenarioFiles/"].contains { file.path().contains($0) }
      guard file.pathExtension == "swift", !isReading else { continue }
      text += (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    return text
  }()

  @Test("It is asked for beyond the reading of the tables", arguments: files)
  func used(file: String) throws {
    let text = try ContractPage.text("Sources/Meetings/\(file).swift")
    // Stored ones alone: what is worked out has its braces on the line.
    let names = text.split(separator: "\n").filter { !$0.hasSuffix("{") && !$0.hasSuffix("}") }
      .compactMap { $0.firstMatch(of: /^ +public var (\w+):/).map { String($0.output.1) } }
    #expect(names.count > 2)
    let used = try Set(names).filter { name in
      try Self.users.contains(Regex("\\.\(name)\\b"))
    }
    let idle = Set(names).subtracting(used).subtracting(Self.ofReading)
    #expect(idle.isEmpty, "\(idle.sorted())")
  }
}
