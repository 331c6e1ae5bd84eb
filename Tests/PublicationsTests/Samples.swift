// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Register
import Testing

@testable import Publications

/// Meetings to publish, and a register that lives in memory.
enum Samples {
  /// 2025-10-25 10:00 in Oslo, the day before summer time ends.
  static let morning = 1_761_379_200
  /// When first publications are made.
  static let now = 1_750_000_000

  static func event(
    _ title: String, start: Int = morning, minutes: Int = 60, room: String = "hall",
    status: PublishedEvent.Status = .tentative
  ) -> PublishedEvent {
    PublishedEvent(
      title: title, description: "", kinds: ["DC"], themes: ["ai"], languages: [],
      activities: [.init(id: "dc.a", name: "Coalition A")],
      people: [.init(name: "Ada", role: "speaker")],
      room: .init(id: room, name: "Room \(room)", location: "Ground floor", features: []),
      needs: [], start: start, end: start + minutes * 60, zone: "Europe/Oslo",
      url: "https://m.example/s", conferenceURL: "", organizer: "mailto:o@m.example",
      status: status,
      attendees: [.init(id: "ada", name: "Ada", isRequired: true)])
  }

  static func head(
    _ status: PublicationHead.Status = .draft, cancelled: PublicationHead.Cancelled = .standard
  ) -> PublicationHead {
    PublicationHead(
      meetingID: "m", name: "A meeting", zone: "Europe/Oslo", url: "https://m.example/",
      days: [
        .init(date: "2025-10-25", label: "Day 1"), .init(date: "2025-10-26", label: "Day 2"),
      ],
      rooms: ["hall", "ws"].map {
        .init(id: $0, name: "Room \($0)", location: "Ground floor", features: [])
      },
      status: status, cancelled: cancelled, people: .private, address: "https://m.example/p/",
      note: "", violationsReason: nil, violations: 0, gridMinutes: 15)
  }

  static func proposal(
    _ events: [String: PublishedEvent], _ status: PublicationHead.Status = .draft,
    cancelled: PublicationHead.Cancelled = .standard
  ) -> Proposal {
    Proposal(
      head: head(status, cancelled: cancelled),
      events: events.mapValues { event in
        var event = event
        event.status = status == .draft ? .tentative : .confirmed
        return event
      },
      identities: Dictionary(uniqueKeysWithValues: events.keys.map { ($0, "\($0)@m.example") }))
  }

  /// The register's contents after publications one after another.
  static func contents(_ proposals: [Proposal]) throws -> PublicationRegister.Contents {
    var contents = PublicationRegister.Contents()
    for (index, proposal) in proposals.enumerated() {
      let next = try Succession(
        proposal, after: try PublicationHistory(contents).latest, now: now + index * 3600)
      guard next.isNew else { continue }
      contents.publications.append(
        .init(
          number: next.number, instant: next.instant, head: try RegisterText.text(proposal.head)))
      contents.versions += next.versions
    }
    let history = try PublicationHistory(contents)
    let people = Set(history.states.flatMap(\.entries).flatMap(\.event.attendees).map(\.id))
    contents.addresses = people.sorted().map {
      .init(person: $0, token: "token-\($0)", publication: 1, instant: now)
    }
    return contents
  }

  static func history(_ proposals: [Proposal]) throws -> PublicationHistory {
    try PublicationHistory(contents(proposals))
  }

  static func files(_ proposals: [Proposal]) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try PublicationFiles.all(of: history(proposals)).map {
        ($0.path, String(decoding: $0.data, as: UTF8.self))
      })
  }

  /// The lines of each event of a calendar, unfolded, by UID.
  static func events(_ calendar: String) -> [String: [String]] {
    var events: [String: [String]] = [:]
    var own: [String]?
    let text = calendar.replacingOccurrences(of: "\r\n ", with: "")
    for line in text.components(separatedBy: "\r\n") {
      if line == "BEGIN:VEVENT" {
        own = []
      } else if line == "END:VEVENT" {
        let uid = own?.first { $0.hasPrefix("UID:") }?.dropFirst(4)
        events[uid.map(String.init) ?? ""] = own
        own = nil
      } else {
        own?.append(line)
      }
    }
    return events
  }

  static let hostileTitles = [
    "=cmd|' /C calc'!A0", "+1", "@SUM(1)", "-2", "</script><script>alert(1)</script>",
    "Innocent\r\nBEGIN:VEVENT\r\nSUMMARY:Injected\r\nEND:VEVENT",
    "\u{202E}txet desrever\u{202C} and \u{2066}isolated\u{2069}",
    String(repeating: "Ten kilobytes without end ", count: 400),
    String(repeating: "\u{1F469}\u{1F3FD}\u{200D}\u{1F4BB}", count: 60),
    "With\u{0}NUL\u{7}and bell", "<img src=x onerror=alert(1)>",
    "Lines\u{2028}and\u{2029}paragraphs",
    "جلسة حول حوكمة الإنترنت", "'\"><svg/onload=alert(1)>", "<!-- --!>", "]]>&amp;<![CDATA[",
    "back\\slash; semi, comma\\n", "\u{FFFE}\u{FFFF}", "", " ", "\u{85}\u{9F}", "\t\r\n",
  ]
}

/// The same numbers from the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
