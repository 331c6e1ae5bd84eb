// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Modalities
import ScenarioFiles
import Scratch
import Testing

/// The reader of tables does not see what is asked of the kinds, so it only knows how many
/// requirements each has.
@Suite("Every requirement can be waived, and nothing else")
struct WaiverTests {
  private static let kinds: [(kind: Kind, file: String)] = [
    (.dc, "dynamic-coalitions"), (.bpf, "best-practice-forums"), (.nri, "nris"),
    (.pn, "policy-networks"),
  ]

  @Test("From the first to the last of each kind", arguments: Kind.intersessional)
  func waived(kind: Kind) throws {
    let ids = Requirement.of(kind).map(\.id)
    let refused = ["\(kind)-0", "\(kind)-\(ids.count + 1)"]
    let reading = try Self.read(kind, ids + refused)
    let errors = reading.findings.filter { $0.rule == "requirement" }
    #expect(errors.map(\.value) == refused)
    #expect(reading.scenario?.waivers.map(\.requirement) == ids)
  }

  private static func read(_ kind: Kind, _ requirements: [String]) throws -> ScenarioReading {
    let scratch = ScratchFolder()
    let folder = scratch.url
    let table = try #require(kinds.first { $0.kind == kind }).file
    let files = [
      "meeting.json": """
      {"id": "m", "name": "M", "timeZone": "UTC",
       "days": [{"date": "2025-06-23", "open": ["09:00-13:00"]}]}
      """,
      "rooms.csv": "id,capacity\nr,50\n",
      "\(table).csv": "id,name\na,A\n",
      "sessions.csv": "id,activity,title,minutes\ns,a,S,60\n",
      "waivers.csv": "activity,requirement\n" + requirements.map { "a,\($0)\n" }.joined(),
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return ScenarioFolder.read(folder)
  }
}
