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
    X-APPLE-CALENDAR-COLOR:#4169E1
    URL:https://m.example/
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
    ("public/a.csv", "id,title\n1,One\n"), ("team/a.eml", mail),
    (
      "public/index.html",
      page.replacingOccurrences(
        of: "<style>", with: "<meta name=\"publication\" content=\"2-1700000000\"><style>")
    ),
    (
      "public/service-worker.js",
      "const edition = {\"number\":2,\"instant\":1700000000,\"pages\":[\"index.html\"]};\ngo();\n"
    ),
  ]

  static let mail = """
    Date: Sun, 15 Jun 2025 15:06:40 +0000
    Subject: A letter that is
     folded
    To: Ada <ada@x.example>
    Message-Id: <1.a@m.example>
    X-Unsent: 1
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    Dear Ada,
    To: be or not

    """.replacingOccurrences(of: "\n", with: "\r\n")
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
    "Letters",
    arguments: [
      ("Dear", "D\u{E9}ar", LintFault.notASCII), ("Ada,\r\n", "Ada,\n", .noLineEnd),
      ("Dear", "De\rar", .bareReturn),
      ("Dear", String(repeating: "a", count: 1000), .longMailLine(octets: 1005)),
      ("Subject: A letter that is\r\n folded\r\n", "", .mailLacks("subject")),
      ("X-Unsent: 1\r\n", "", .mailLacks("x-unsent")),
      ("To: Ada", "To: Ben <b@x.example>\r\nTo: Ada", .mailRepeats("to")),
      ("To: Ada", "Bcc: b@x.example\r\nTo: Ada", .strangeHeader("bcc")),
    ])
  func letters(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("team/a.eml", old, new).contains(fault))
  }

  @Test(
    "Parts of a calendar",
    arguments: [
      ("END:VCALENDAR\r\n", "", LintFault.notOneCalendar),
      ("END:STANDARD", "END:DAYLIGHT", .endsUnbegun("END:DAYLIGHT")),
      ("BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\nBEGIN:VCALENDAR\r\n", .outside),
      ("COLOR:royalblue\r\n", "", .headLacks("COLOR")),
      ("X-APPLE-CALENDAR-COLOR:#4169E1\r\n", "", .headLacks("X-APPLE-CALENDAR-COLOR")),
      ("#4169E1", "royalblue", .badValue("X-APPLE-CALENDAR-COLOR")),
      ("#4169E1", "#4169E", .badValue("X-APPLE-CALENDAR-COLOR")),
      ("URL:https://m.example/", "URL:javascript:alert(1)", .badValue("URL")),
      ("URL:https://m.example/", "URL:https://m.example/é", .badValue("URL")),
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
      ("STATUS:", "GEO:95;10\r\nSTATUS:", .badValue("GEO")),
      ("STATUS:", "GEO:35.5\r\nSTATUS:", .badValue("GEO")),
      ("STATUS:", "GEO:1;2\r\nGEO:1;2\r\nSTATUS:", .eventRepeats("GEO")),
      ("ORGANIZER:mailto:", "ORGANIZER:", .badValue("ORGANIZER")),
      ("ORGANIZER:mailto:", "ORGANIZER:javascript:", .badValue("ORGANIZER")),
      ("STATUS:", "URL:javascript:alert(1)\r\nSTATUS:", .badValue("URL")),
      ("STATUS:", "URL:m.example\r\nSTATUS:", .badValue("URL")),
      ("STATUS:", "CONFERENCE;VALUE=URI:data:text/html\r\nSTATUS:", .badValue("CONFERENCE")),
      ("20251125T110000", "20251125T100000", .endsBeforeStart),
      ("SUMMARY:Names", "SUMMARY:Other", .differs(uid: "s@m.example", in: "public/cal.ics")),
    ])
  func events(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("public/cal.ics", old, new).contains(fault))
  }

  @Test(
    "The worker that keeps pages on the device",
    arguments: [
      ("const edition = ", "let edition = ", LintFault.noEdition),
      ("\"number\":2", "\"number\":\"2\"", .noEdition),
      ("[\"index.html\"]", "[]", .noEdition),
      ("\"index.html\"", "\"index.html\",\"gone.html\"", .deadLink("gone.html")),
      ("\"number\":2", "\"number\":3", .otherEdition("index.html")),
      ("go();", "go(\"\u{202E}\");", .turnsDirection),
    ])
  func worker(old: String, new: String, fault: LintFault) throws {
    #expect(try faults("public/service-worker.js", old, new).contains(fault))
  }

  @Test("A script that no publication has")
  func strangeScript() {
    let files = [LintFile("public/rooms/other.js", Data("go();\n".utf8))]
    #expect(Lint.findings(files).map(\.fault) == [.strangeScript])
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
      ("href=\"cal.ics\"", "href=\"javascript:x()\"", .badAddress("javascript:x()")),
      ("href=\"cal.ics\"", "href=\"JavaScript:x()\"", .badAddress("JavaScript:x()")),
      ("href=\"cal.ics\"", "href=\"data:text/html,x\"", .badAddress("data:text/html,x")),
      ("href=\"cal.ics\"", "href=\"https://m.example/é\"", .badAddress("https://m.example/é")),
      ("href=\"cal.ics\"", "href=\"https://\"", .badAddress("https://")),
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
      (
        "public/changes.atom", "<title>", "<link href=\"javascript:x\"/><title>",
        .badAddress("javascript:x")
      ),
      ("public/changes.atom", "<title>", "<url>file:///x</url><title>", .badAddress("file:///x")),
      (
        "public/changes.atom", "<title>", "<url><uri>a.example</uri></url><title>",
        .badAddress("a.example")
      ),
      ("public/a.json", "[1]", "[{\"url\": \"javascript:x\"}]", .badAddress("javascript:x")),
      (
        "public/a.jcal.json", "[\"version\", {}, \"text\", \"2.0\"]",
        "[\"url\", {}, \"uri\", \"vbscript:x\"]", .badAddress("vbscript:x")
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

  @Test(
    "Addresses in any spelling of a scheme that goes out",
    arguments: [
      "HTTPS://m.example/", "tel:+41229170000", "mailto:o@m.example", "webcal://m.example/a.ics",
      "#one", "data:image/png;base64,AA==",
    ])
  func rightAddresses(address: String) throws {
    #expect(try faults("public/page.html", "href=\"cal.ics\"", "href=\"\(address)\"") == [])
  }

  @Test(
    "Names that a disk without capital letters takes for one, and names that Windows keeps",
    arguments: [
      (
        ["public/rooms/Hall.ics", "public/rooms/hall.ics"],
        [
          LintFault.sameNameInCapitals("public/rooms/Hall.ics")
        ]
      ),
      (["public/Rooms/a.ics", "public/rooms/a.ics"], [.sameNameInCapitals("public/Rooms/a.ics")]),
      (["public/rooms/CON.ics"], [.reservedName]), (["public/rooms/nul.a.ics"], [.reservedName]),
      (["public/COM1/a.ics"], [.reservedName]), (["public/rooms/Lpt9.ics"], [.reservedName]),
      (["public/rooms/a.ics."], [.reservedName]), (["public/rooms/a. /b.ics"], [.reservedName]),
      (["public/rooms/a:b.ics"], [.reservedName]),
      (["public/rooms/console.ics", "public/rooms/com10.ics", "public/rooms/a.con.ics"], []),
    ] as [([String], [LintFault])])
  func names(paths: [String], faults: [LintFault]) {
    let calendar = Data(Files.calendar.utf8)
    #expect(Lint.findings(paths.map { LintFile($0, calendar) }).map(\.fault) == faults)
    #expect(
      Lint.findings(paths.map { LintFile($0, calendar) }, inherited: Set(paths)).isEmpty,
      "names that are out already stay")
  }

  @Test("A finding names the file, the line and the fault")
  func words() throws {
    let text = Files.feed.replacingOccurrences(of: "</title>", with: "")
    let findings = Lint.findings([LintFile("public/changes.atom", Data(text.utf8))])
    #expect(
      findings.map(\.description) == ["public/changes.atom, line 2: is not well-formed XML"])
  }
}
