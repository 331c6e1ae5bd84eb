// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PublicationLint
import Testing

/// Files written here by hand, so that nothing counts as right only because the program writes it
/// that way.
private enum Files {
  static let calendar = """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Example//EN
    NAME:A meeting
    X-WR-CALNAME:A meeting
    REFRESH-INTERVAL;VALUE=DURATION:PT1H
    X-PUBLISHED-TTL:PT1H
    COLOR:royalblue
    BEGIN:VTIMEZONE
    TZID:Europe/Oslo
    BEGIN:STANDARD
    DTSTART:20241027T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:s@m.example
    DTSTAMP:20250501T120000Z
    LAST-MODIFIED:20250501T120000Z
    SEQUENCE:0
    DTSTART;TZID=Europe/Oslo:20251125T100000
    DTEND;TZID=Europe/Oslo:20251125T110000
    SUMMARY:Names\\, numbers
    ORGANIZER:mailto:o@m.example
    STATUS:CONFIRMED
    END:VEVENT
    END:VCALENDAR

    """.replacingOccurrences(of: "\n", with: "\r\n")

  static let page = """
    <!DOCTYPE html>
    <html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <style>a > b { color: red }</style></head>
    <body><p id="one">This &amp; that, <a href="cal.ics">a calendar</a><br></p>
    <script>if (1 < 2 && 3 > 2) {}</script></body></html>

    """

  static let feed = """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom"><title>This &amp; that</title></feed>

    """

  static let all: [(path: String, text: String)] = [
    ("public/cal.ics", calendar), ("public/room.ics", calendar), ("public/page.html", page),
    ("public/changes.atom", feed), ("public/a.json", "{\"a\": [1]}\n"),
    ("public/a.jcal.json", "[\"vcalendar\", [[\"version\", {}, \"text\", \"2.0\"]], []]\n"),
    ("public/a.csv", "id,title\n1,One\n"),
  ]
}

@Suite("Lint finds each sort of fault, and nothing in files without one")
struct LintTests {
  /// What is found when a part of one file is replaced by another.
  private func faults(_ path: String, _ old: String, _ new: String) throws -> [LintFault] {
    let files = try Files.all.map { file in
      guard file.path == path else { return LintFile(file.path, Data(file.text.utf8)) }
      let range = try #require(file.text.range(of: old), "\(old) stands in \(path)")
      let text = file.text.replacingCharacters(in: range, with: new)
      return LintFile(path, Data(text.utf8))
    }
    return Lint.findings(files).filter { $0.path == path || $0.path == "public/room.ics" }
      .map(\.fault)
  }

  @Test("Files without a fault pass")
  func clean() {
    let files = Files.all.map { LintFile($0.path, Data($0.text.utf8)) }
    #expect(Lint.findings(files).map(\.description) == [])
  }

  @Test(
    "Lines of a calendar",
    arguments: [
      ("SUMMARY:Names\\, numbers\r\n", "SUMMARY:A\n", LintFault.noLineEnd),
      ("SUMMARY:Names", "SUMMARY:\(String(repeating: "a", count: 60))", .longLine(octets: 78)),
      ("SUMMARY:Names", "SUMMARY:Na\rmes", .bareReturn),
      ("STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nnothing\r\n", .noNameAndValue),
      ("END:VCALENDAR\r\n", "END:VCALENDAR", .noLastEnd),
      ("SUMMARY:Names", "SUMMARY:\u{7}Names", .controlCharacter),
      ("SUMMARY:Names", "SUMMARY:\u{85}Names", .controlCharacter),
      ("SUMMARY:Names", "SUMMARY:\u{2066}Names", .turnsDirection),
    ])
  func lines(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("public/cal.ics", old, new).contains(fault))
  }

  @Test(
    "Parts of a calendar",
    arguments: [
      ("END:VCALENDAR\r\n", "", LintFault.notOneCalendar),
      ("END:STANDARD", "END:DAYLIGHT", .endsUnbegun("END:DAYLIGHT")),
      ("BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\nBEGIN:VCALENDAR\r\n", .outside),
      ("COLOR:royalblue\r\n", "", .headLacks("COLOR")),
      (";VALUE=DURATION", "", .noDuration),
      ("VERSION:2.0\r\n", "VERSION:2.0\r\nATTENDEE:mailto:a@m.example\r\n", .attendee),
      ("ORGANIZER:mailto:o@m.example\r\n", "METHOD:PUBLISH\r\n", .methodWithoutOrganizer),
      ("BEGIN:STANDARD\r\nDTSTART", "X-A:1\r\nDTSTART", .endsUnbegun("END:STANDARD")),
      ("TZOFFSETTO:+0100\r\n", "", .zoneLacks("TZOFFSETTO")),
      ("TZID:Europe/Oslo\r\n", "TZID:Europe/Paris\r\n", .noZone("Europe/Oslo")),
      (
        "END:STANDARD\r\n",
        "END:STANDARD\r\nBEGIN:STANDARD\r\nDTSTART:20241027T030000\r\nTZOFFSETFROM:+0200\r\n"
          + "TZOFFSETTO:+0100\r\nEND:STANDARD\r\n", .standardParts(2)
      ),
    ])
  func parts(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("public/cal.ics", old, new).contains(fault))
  }

  @Test(
    "Events",
    arguments: [
      ("SEQUENCE:0\r\n", "", LintFault.eventLacks("SEQUENCE")),
      ("SUMMARY:", "SUMMARY:A\r\nSUMMARY:", .eventLacks("SUMMARY")),
      ("STATUS:", "LOCATION:A\r\nLOCATION:B\r\nSTATUS:", .eventRepeats("LOCATION")),
      ("STATUS:", "CATEGORIES:A\r\nCATEGORIES:B\r\nSTATUS:", .eventRepeats("CATEGORIES")),
      ("STATUS:", "CATEGORIES:A,,B\r\nSTATUS:", .badValue("CATEGORIES")),
      ("SUMMARY:Names\\,", "SUMMARY:Names,", .badValue("SUMMARY")),
      ("SEQUENCE:0", "SEQUENCE:-1", .badValue("SEQUENCE")),
      ("DTSTAMP:20250501T120000Z", "DTSTAMP:20250501T120000", .badValue("DTSTAMP")),
      ("STATUS:CONFIRMED", "STATUS:PERHAPS", .badValue("STATUS")),
      ("ORGANIZER:mailto:", "ORGANIZER:", .badValue("ORGANIZER")),
      ("20251125T110000", "20251125T100000", .endsBeforeStart),
      ("SUMMARY:Names", "SUMMARY:Other", .differs(uid: "s@m.example", in: "public/cal.ics")),
    ])
  func events(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("public/cal.ics", old, new).contains(fault))
  }

  @Test("An event that appears twice in one calendar")
  func sameUID() throws {
    let start = try #require(Files.calendar.range(of: "BEGIN:VEVENT"))
    let end = try #require(Files.calendar.range(of: "END:VCALENDAR"))
    let event = String(Files.calendar[start.lowerBound..<end.lowerBound])
    #expect(
      try faults("public/cal.ics", event, event + event).contains(.sameUID("s@m.example")))
  }

  @Test(
    "Pages",
    arguments: [
      ("<!DOCTYPE html>\n", "", LintFault.noDocumentType),
      ("Content-Security-Policy", "Other", .noPolicy),
      ("This &amp; that", "This & that", .bareAmpersand),
      ("</p>", "", .endsUnbegun("</body>")),
      ("</html>", "", .elementWithoutEnd("html")),
      ("</script></body></html>", "", .elementWithoutEnd("script")),
      ("</body></html>", "</body></html", .tagWithoutEnd),
      ("<p id=\"one\">", "<p id=\"one\" onclick=\"x()\">", .runs(attribute: "onclick")),
      ("<br>", "<b id=\"one\"></b>", .sameID("one")),
      ("href=\"cal.ics\"", "href=\"gone.ics\"", .deadLink("gone.ics")),
      ("href=\"cal.ics\"", "href=\"javascript:x()\"", .deadLink("javascript:x()")),
    ])
  func pages(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("public/page.html", old, new).contains(fault))
  }

  @Test(
    "XML, JSON and tables",
    arguments: [
      ("public/changes.atom", "<?xml", "<?XML", LintFault.noDeclaration),
      ("public/changes.atom", "</title>", "", .notWellFormed),
      ("public/changes.atom", "&amp;", "&", .notWellFormed),
      ("public/changes.atom", "&amp;", "&nbsp;", .notWellFormed),
      ("public/changes.atom", "<title>", "<title a=\"1\" a=\"2\">", .notWellFormed),
      ("public/changes.atom", "<feed", "<!DOCTYPE feed>\n<feed", .declaresType),
      (
        "public/changes.atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>This &amp; that"
          + "</title></feed>", "<rss></rss>", .wrongRoot("rss", expected: "feed")
      ),
      ("public/a.json", "]", "", .noJSON),
      ("public/a.jcal.json", "vcalendar", "calendar", .noJCal),
      ("public/a.csv", "id,title\n1,One\n", "", .empty),
    ])
  func others(path: String, old: String, new: String, fault: LintFault) throws {
    #expect(try faults(path, old, new).contains(fault))
  }

  @Test("Bytes that are no UTF-8, a character cut by a fold, two files of one name")
  func bytes() throws {
    #expect(
      Lint.findings([LintFile("public/a.txt", Data([0x41, 0xC3]))]).map(\.fault) == [.notUTF8])
    let place = try #require(Files.calendar.range(of: "SUMMARY:"))
    let bytes =
      Data(Files.calendar[..<place.upperBound].utf8) + Data([0xC3, 0x0D, 0x0A, 0x20, 0xA9])
      + Data(Files.calendar[place.upperBound...].utf8)
    #expect(
      Lint.findings([LintFile("a.ics", bytes)]).map(\.fault).contains(.splitCharacter))
    let twice = [LintFile("a.txt", Data("a".utf8)), LintFile("a.txt", Data("a".utf8))]
    #expect(Lint.findings(twice).map(\.fault) == [.sameName])
  }

  @Test("A finding names the file, the line and the fault")
  func words() throws {
    let text = Files.feed.replacingOccurrences(of: "</title>", with: "")
    let findings = Lint.findings([LintFile("public/changes.atom", Data(text.utf8))])
    #expect(
      findings.map(\.description) == ["public/changes.atom, line 2: is not well-formed XML"])
  }
}
