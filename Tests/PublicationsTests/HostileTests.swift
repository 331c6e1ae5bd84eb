// SPDX-License-Identifier: GPL-3.0-or-later

import CICal
import Foundation
import PublicationLint
import Testing

@testable import Publications

@Suite("Hostile texts stay texts, in every format", .serialized)
struct HostileTests {
  /// Everything that a table can say is the hostile text.
  private func proposals() -> [Proposal] {
    var events: [String: PublishedEvent] = [:]
    for (index, title) in Samples.hostileTitles.enumerated() {
      var event = Samples.event(title, start: Samples.morning + index * 3600, room: "r\(index)")
      event.description = title
      event.kinds = [title]
      event.themes = [title]
      event.languages = [title, "English"]
      event.activities = [.init(id: "a\(index)", name: title)]
      event.people = [.init(name: title, role: title)]
      event.room.name = title
      event.room.location = title
      event.needs = ["interpretation", title]
      event.url = title
      event.conferenceURL = index == 2 ? "javascript:alert(1)" : title
      event.organizer = title
      event.attendees = [.init(id: "p\(index)", name: title, isRequired: true)]
      events["s\(index)"] = event
    }
    var first = Samples.proposal(events)
    first.head.name = Samples.hostileTitles[4]
    first.head.note = Samples.hostileTitles[5]
    first.head.violationsReason = Samples.hostileTitles[13]
    first.head.rooms = []
    first.head.days[0].label = Samples.hostileTitles[10]
    var second = first
    for session in second.events.keys.sorted() where session != "s0" {
      second.events[session]?.start -= 1800
      second.events[session]?.title += " again"
    }
    second.events["s1"] = nil
    return [first, second]
  }

  @Test("Lint, which reads every file as its readers do, finds nothing")
  func lint() throws {
    let files = try PublicationFiles.all(of: Samples.history(proposals()))
    #expect(Lint.findings(files.map { LintFile($0.path, $0.data) }).map(\.description) == [])
    #expect(files.count > 100)
  }

  @Test("libical's own parser finds each session once in the whole, and no error")
  func calendar() throws {
    let files = try Samples.files(proposals())
    let text = try #require(files["public/programme.ics"])
    let root = try #require(icalparser_parse_string(text))
    defer { icalcomponent_free(root) }
    let count = Int32(Samples.hostileTitles.count)
    #expect(icalcomponent_count_components(root, ICAL_VEVENT_COMPONENT) == count)
    #expect(icalcomponent_count_components(root, ICAL_ANY_COMPONENT) == count + 1)
    #expect(icalcomponent_count_errors(root) == 0)
    for lines in Samples.events(text).values {
      #expect(!lines.contains { $0.hasPrefix("URL:") && $0.contains("<") })
      #expect(lines.count { $0.hasPrefix("SUMMARY:") } == 1)
    }
  }

  @Test("No cell of a table for spreadsheets begins a formula")
  func formulas() throws {
    let files = try Samples.files(proposals())
    // The exact copy for programs has no escapes (`scenario-format.md`).
    for (path, text) in files where path.hasSuffix(".csv") && !path.hasSuffix("/schedule.csv") {
      for line in text.dropFirst().split(whereSeparator: \.isNewline) {
        for cell in line.split(separator: ",") {
          let first = cell.drop { $0 == "\"" || $0 == " " }.first
          #expect(!["=", "+", "-", "@"].contains(first), "\(path): \(line.prefix(200))")
        }
      }
    }
  }
}
