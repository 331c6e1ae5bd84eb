// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PublicationLint
import Testing

@testable import Publications

@Suite("Lint finds what must not be published", .serialized)
struct LintTests {
  private func files() throws -> [PublicationFile] {
    try PublicationFiles.all(
      of: Samples.history([
        Samples.proposal(["s": Samples.event("A"), "t": Samples.event("B", room: "ws")])
      ]))
  }

  private static func findings(_ files: [PublicationFile]) -> [LintFinding] {
    Lint.findings(files.map { LintFile($0.path, $0.data) })
  }

  /// The findings after one file had one text replaced by another.
  private func findings(_ path: String, _ old: String, _ new: String) throws -> [String] {
    var files = try files()
    let index = try #require(files.firstIndex { $0.path == path })
    let text = String(decoding: files[index].data, as: UTF8.self)
    #expect(text.contains(old), "\(old)")
    let range = try #require(text.range(of: old))
    files[index] = PublicationFile(path, text.replacingCharacters(in: range, with: new))
    return Self.findings(files).map(\.fault.description)
  }

  @Test("What is written passes")
  func passes() throws { #expect(Self.findings(try files()).map(\.description) == []) }

  @Test(
    "A calendar with a fault is found by that fault",
    arguments: [
      ("SUMMARY:A\r\n", "SUMMARY:A\n", "does not end in CR LF"),
      ("SUMMARY:A\r\n", "SUMMARY:A\(String(repeating: "a", count: 80))\r\n", "75 are allowed"),
      ("SUMMARY:A\r\n", "SUMMARY:A\u{7}\r\n", "control character"),
      ("SUMMARY:A\r\n", "SUMMARY:\u{202E}A\r\n", "changes the direction"),
      ("SUMMARY:A\r\n", "SUMMARY:A, B\r\n", "SUMMARY has a value"),
      ("SUMMARY:A\r\n", "SUMMARY:A\\x\r\n", "SUMMARY has a value"),
      ("SUMMARY:A\r\n", "SUMMARY:A\r\nSUMMARY:B\r\n", "does not have one SUMMARY"),
      ("SUMMARY:A\r\n", "", "does not have one SUMMARY"),
      ("SUMMARY:A\r\n", "SUMMARY:A\r\nno name\r\n", "no name and value"),
      ("SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE has a value"),
      ("STATUS:TENTATIVE", "STATUS:PERHAPS", "STATUS has a value"),
      ("UID:t@m.example", "UID:s@m.example", "is there twice"),
      (
        "DTEND;TZID=Europe/Oslo:20251025T110000", "DTEND;TZID=Europe/Oslo:20251025T090000",
        "before it"
      ),
      ("DTSTART;TZID=Europe/Oslo:", "DTSTART;TZID=Europe/Bergen:", "has no VTIMEZONE"),
      ("DTSTART;TZID=Europe/Oslo:2025", "DTSTART:2025", "DTSTART has a value"),
      ("DTSTAMP:20250615T150640Z", "DTSTAMP:20250615T150640", "DTSTAMP has a value"),
      ("BEGIN:DAYLIGHT", "BEGIN:STANDARD", "ends what did not begin"),
      ("TZOFFSETTO:+0100\r\n", "", "lacks TZOFFSETTO"),
      ("NAME:A meeting\r\n", "", "NAME does not appear exactly once"),
      ("REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:", "lacks VALUE=DURATION"),
      ("VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n", ""),
      ("ORGANIZER:mailto:o@m.example\r\n", "ORGANIZER:nobody\r\n", "ORGANIZER has a value"),
      ("URL:https://m.example/s\r\n", "URL:javascript:alert(1)\r\n", "URL has a value"),
      ("END:VCALENDAR\r\n", "", "not one whole calendar"),
      ("LOCATION:Room hall", "LOCATION:Room hell", "is different in"),
    ])
  func calendar(old: String, new: String, sentence: String) throws {
    let found = try findings("public/programme.ics", old, new)
    if sentence.isEmpty {
      // METHOD with an ORGANIZER in each event is allowed.
      #expect(found == [])
    } else {
      #expect(found.contains { $0.contains(sentence) }, "\(found)")
    }
  }

  @Test("METHOD without ORGANIZER is found")
  func method() throws {
    var event = Samples.event("A")
    event.organizer = ""
    var files = try PublicationFiles.all(of: Samples.history([Samples.proposal(["s": event])]))
    let index = try #require(files.firstIndex { $0.path == "public/programme.ics" })
    let text = String(decoding: files[index].data, as: UTF8.self)
    files[index] = PublicationFile(
      files[index].path,
      text.replacingOccurrences(of: "VERSION:2.0\r\n", with: "VERSION:2.0\r\nMETHOD:PUBLISH\r\n"))
    #expect(Self.findings(files).contains { $0.fault == .methodWithoutOrganizer })
  }

  @Test("A character split between two lines is found")
  func split() throws {
    var files = try files()
    let index = try #require(files.firstIndex { $0.path == "public/programme.ics" })
    let text = String(decoding: files[index].data, as: UTF8.self)
    let range = try #require(text.range(of: "SUMMARY:A"))
    var bytes = Data(text[..<range.upperBound].utf8)
    bytes += Data([0xC3]) + Data("\r\n ".utf8) + Data([0xA9]) + Data(text[range.upperBound...].utf8)
    files[index] = PublicationFile(files[index].path, bytes)
    #expect(Self.findings(files).contains { $0.fault == .splitCharacter })
  }

  @Test(
    "Other files with a fault are found by that fault",
    arguments: [
      ("public/calendars.html", "</main>", "", "ends what did not begin"),
      ("public/calendars.html", "<main>", "<main onclick=\"x\">", "would run"),
      ("public/calendars.html", "href=\"index.html\"", "href=\"nowhere.html\"", "leads nowhere"),
      (
        "public/calendars.html", "href=\"index.html\"", "href=\"javascript:x\"",
        "no address that may go out"
      ),
      ("public/calendars.html", "Content-Security-Policy", "X", "no policy"),
      ("public/calendars.html", "<main>", "<main id=\"rooms-hall.ics\">", "is there twice"),
      ("public/index.html", "<!DOCTYPE html>\n", "", "has no <!DOCTYPE html>"),
      ("public/schedule.xml", "</version>", "", "not well-formed XML"),
      ("public/schedule.xml", "<title>A", "<title>A & B", "not well-formed XML"),
      ("public/changes.atom", "</id>", "", "not well-formed XML"),
      ("public/changes.atom", "<?xml", "<?XML", "has no XML declaration"),
      ("public/schedule.json", "{", "", "is not JSON"),
      ("public/programme.jcal.json", "\"vcalendar\"", "\"calendar\"", "is not jCal"),
    ])
  func others(path: String, old: String, new: String, sentence: String) throws {
    let found = try findings(path, old, new)
    #expect(found.contains { $0.contains(sentence) }, "\(found)")
  }
}
