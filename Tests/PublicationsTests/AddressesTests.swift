// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import PublicationLint
import Register
import Testing

@testable import Publications

@Suite("Addresses in every file of a publication", .serialized)
struct AddressesTests {
  /// A session whose page and way to take part are what somebody typed, as it is proposed now.
  private func event(_ url: String, _ conference: String) -> PublishedEvent {
    var event = Samples.event("A")
    let (page, how) = (TypedAddress(url), TypedAddress(conference))
    event.url = page.address?.text ?? ""
    event.urlWords = page.words
    event.conferenceURL = how.address?.text ?? ""
    event.conferenceWords = how.words
    return event
  }

  private func lines(_ files: [String: String]) throws -> [String] {
    let events = Samples.events(try #require(files["public/programme.ics"]))
    return try #require(events["s@m.example"])
  }

  @Test("Words are read in calendars, pages, tables and apps; no property holds them")
  func words() throws {
    let files = try Samples.files([
      Samples.proposal(["s": event("ask at the desk", "Zoom 000 0000 (code 00)")])
    ])
    let own = try lines(files)
    let description = try #require(own.first { $0.hasPrefix("DESCRIPTION:") })
    #expect(description.contains("Take part online: Zoom 000 0000 (code 00)\\nSession page: ask"))
    #expect(!own.contains { $0.hasPrefix("URL") || $0.hasPrefix("CONFERENCE") })
    for path in [
      "public/index.html", "public/google-calendar.csv", "public/outlook.csv", "public/sched.csv",
      "public/schedule.xml", "public/schedule.json", "public/programme.jcal.json",
      "public/programme.xcal.xml",
    ] {
      #expect(files[path]?.contains("Zoom 000 0000 (code 00)") == true, "\(path)")
    }
    #expect(files["public/schedule-excel.csv"]?.contains("ask at the desk") == true)
  }

  @Test("What was mended is the same address in each file")
  func mended() throws {
    let files = try Samples.files([
      Samples.proposal(["s": event("m.example/é", "https://büro.example/会 议")])
    ])
    let own = try lines(files)
    let conference = "https://xn--bro-hoa.example/%E4%BC%9A%20%E8%AE%AE"
    #expect(own.contains("URL:https://m.example/%C3%A9"))
    #expect(own.contains { $0.hasPrefix("CONFERENCE;") && $0.hasSuffix(":\(conference)") })
    for path in ["public/index.html", "public/schedule.xml", "public/outlook.csv"] {
      #expect(files[path]?.contains(conference) == true, "\(path)")
    }
  }

  /// What an earlier program registered: whatever was typed.
  private func earlier(_ url: String, _ conference: String) -> PublishedEvent {
    var event = Samples.event("A")
    event.url = url
    event.conferenceURL = conference
    return event
  }

  @Test(
    "Dangerous schemes stand nowhere, also where an earlier program registered them",
    arguments: [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,alert(1)",
      "vbscript:alert(1)", "file:///alert(1)",
    ])
  func dangerous(typed: String) throws {
    var old = earlier(typed, typed)
    old.organizer = typed
    for event in [event(typed, typed), old] {
      var proposal = Samples.proposal(["s": event])
      proposal.head.url = typed
      let history = try Samples.history([proposal])
      let files = try PublicationFiles.all(of: history)
      for file in files {
        #expect(!String(decoding: file.data, as: UTF8.self).contains("alert(1)"), "\(file.path)")
      }
      #expect(Lint.findings(files.map { LintFile($0.path, $0.data) }).map(\.description) == [])
    }
  }

  @Test("An address in capital letters blocks nothing, also one from an earlier program")
  func capitals() throws {
    for event in [
      event("HTTPS://M.example/A", ""), earlier("HTTPS://M.example/A", "HTTP://m.example/b"),
    ] {
      let files = try PublicationFiles.all(of: Samples.history([Samples.proposal(["s": event])]))
      #expect(Lint.findings(files.map { LintFile($0.path, $0.data) }).map(\.description) == [])
    }
  }

  @Test("With an earlier program's register, an event has news only where its text is another")
  func upgrade() throws {
    func modified(_ old: (String, String), _ new: (String, String)) throws -> Bool {
      let history = try Samples.history([
        Samples.proposal(["s": earlier(old.0, old.1)]),
        Samples.proposal(["s": event(new.0, new.1), "t": Samples.event("New", room: "ws")]),
      ])
      let own = history.states.compactMap { $0.bySession["s"] }
      #expect(own.count == 2 && own.allSatisfy { $0.sequence == 0 && $0.uid == "s@m.example" })
      return own[0].modified != own[1].modified
    }
    let plain = ("https://m.example/s", "https://v.example/1")
    #expect(try !modified(plain, plain))
    for typed in ["Zoom 000", "javascript:alert(1)", "https://v.example/é", "HTTPS://v.example"] {
      #expect(try modified(("https://m.example/s", typed), ("https://m.example/s", typed)))
    }
  }

  @Test("What an earlier program registered keeps its text until it is published again")
  func unchanged() throws {
    let files = try Samples.files([Samples.proposal(["s": earlier("m.example/é", "Zoom 000")])])
    #expect(try !lines(files).joined().contains("Zoom"))
    #expect(try !lines(files).contains { $0.hasPrefix("URL") })
  }
}
