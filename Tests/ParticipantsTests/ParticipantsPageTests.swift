// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Meetings
import Programmes
import Tables
import Testing
import Texts

@testable import Participants

@Suite("The participants' page")
struct ParticipantsPageTests {
  @Test("holds every session by day, before any script runs")
  func wholeList() throws {
    let programme = try SamplePages.kyoto()
    let html = ParticipantsPage(programme).html
    let body = html.components(separatedBy: "<script")[0]
    #expect(programme.sessions.count == 46)
    for session in programme.sessions {
      #expect(body.contains("id=\"s-\(session.id)\""))
      #expect(body.contains(Escape.html(session.title)))
    }
    for day in programme.days {
      #expect(body.contains("<section class=\"day\" id=\"day-\(day.date)\""))
    }
    #expect(body.contains("Monday 9 October 2023"))
    #expect(body.contains("Asia/Tokyo (UTC+9)"))
    #expect(body.contains("8–12 October 2023"))
  }

  @Test("is the same twice")
  func repeatable() throws {
    let programme = try SamplePages.kyoto()
    #expect(ParticipantsPage(programme).html == ParticipantsPage(programme).html)
  }

  @Test("names its one style and its one script by their digests")
  func policy() throws {
    let html = ParticipantsPage(try SamplePages.hostile()).html
    #expect(html.contains("default-src 'none'; script-src 'sha256-"))
    #expect(html.components(separatedBy: "<style>").count == 2)
    #expect(html.components(separatedBy: "</style>").count == 2)
    #expect(html.components(separatedBy: "<script>").count == 2)
    #expect(html.components(separatedBy: "</script>").count == 3)
    #expect(!PageScript.text.contains("</") && !PageScript.text.contains("<!--"))
    #expect(!PageScript.text.contains("innerHTML") && !PageStyle.css.contains("url("))
  }

  @Test("leaves nothing of a hostile text that a browser would act on")
  func hostile() throws {
    let html = ParticipantsPage(try SamplePages.hostile()).html
    for text in ["<img", "<svg", "<b>K", "javascript:", "data:text", "</script><script>doc"] {
      #expect(!html.contains(text), "\(text)")
    }
    for scalar in html.unicodeScalars {
      let isHarmless =
        scalar == "\n"
        || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x2028...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value))
      #expect(isHarmless, "\(scalar.value)")
      if !isHarmless { break }
    }
  }

  @Test("carries its data as JSON that reads back")
  func data() throws {
    let programme = try SamplePages.hostile()
    let json = PageData(Listing(programme)).json
    #expect(!json.contains("<") && !json.contains(">") && !json.contains("&"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let sessions = try #require(object["sessions"] as? [[String: Any]])
    #expect(sessions.count == programme.sessions.count)
    #expect(sessions[0]["id"] as? String == "a\"b <c>&'")
    #expect(sessions[0]["anchor"] as? String == "s-a_34_b_32__60_c_62__38__39_")
    #expect(object["meeting"] as? String == "host</script>ile")
  }

  @Test("strikes out what was, and says it to those who cannot see it")
  func changes() throws {
    let html = ParticipantsPage(try SamplePages.kyoto()).html
    #expect(html.contains("<span class=\"unseen\">before: </span><s>"))
    #expect(html.contains("<span class=\"badge change-moved\">Moved</span>"))
    #expect(html.contains("<span class=\"count\">6</span> changes"))
    #expect(html.contains("A session that nobody proposed in time"))
  }

  @Test("lists everybody by name with their sessions, but for what is cancelled")
  func people() throws {
    var programme = try SamplePages.large(3)
    programme.sessions[0].people = [.init(name: "de Vries", role: "chair"), .init(name: "")]
    programme.sessions[1].people = [
      .init(name: "Adams <b>"), .init(name: "de Vries"), .init(name: "de Vries", role: "speaker"),
    ]
    programme.sessions[2].people = [.init(name: "Adams <b>"), .init(name: "Zimmer")]
    programme.sessions[2].status = .cancelled
    let html = ParticipantsPage(programme).html
    let section = try #require(html.components(separatedBy: "id=\"people\"").last)
      .components(separatedBy: "</details>")[0]
    let rows = section.components(separatedBy: "<li>").dropFirst()
    #expect(section.contains("<span class=\"count\">2</span> people"))
    #expect(
      rows.first?.hasPrefix("<bdi class=\"name\">Adams &lt;b&gt;</bdi> <a href=\"#s-WS1\"") == true)
    #expect(rows.last?.components(separatedBy: "<a href=\"#s-WS").count == 3)
    #expect(!section.contains("Zimmer"))
  }

  @Test("says draft, and why rules are broken")
  func banners() throws {
    let html = ParticipantsPage(try SamplePages.hostile()).html
    #expect(html.contains("This programme is a draft."))
    #expect(html.contains("The reason given: <bdi class=\"lines\">The hall &amp; &lt;/p&gt;"))
    let final = ParticipantsPage(try SamplePages.kyoto()).html
    #expect(!final.contains("This programme is a draft."))
    #expect(final.contains("Final programme"))
  }

  @Test("says that it is not published, where it is not")
  func unpublished() throws {
    var programme = try SamplePages.kyoto()
    programme.publication.number = 0
    programme.previous?.number = 0
    let html = ParticipantsPage(programme).html
    #expect(html.contains("Not published</p>") && html.contains("since the schedule before"))
    #expect(!html.contains("ublication 0") && html.contains("IGF 2023 Kyoto, not published."))
  }

  @Test("reads languages, description and link from the columns that a table may have")
  func ownColumns() throws {
    let programme = try SamplePages.withOwnColumns()
    let session = try #require(programme.sessions.first { $0.id == "HLP1" })
    #expect(session.languages == ["English", "日本語"] && session.description == "About data.")
    #expect(session.conferenceURL == "https://meet.example/1")
    #expect(ParticipantsPage(programme).html.contains("<bdi>日本語</bdi>"))
  }

  @Test("gives a day of its own to a session outside the meeting's days")
  func strangeDay() throws {
    var programme = try SamplePages.kyoto()
    programme.sessions[0].start += 30 * 86_400
    programme.sessions[0].end += 30 * 86_400
    #expect(ParticipantsPage(programme).html.contains("id=\"day-2023-11-07\""))
  }

  @Test("takes only addresses that lead somewhere and run nothing")
  func addresses() {
    #expect(WebAddress.linkable("https://igf.example/a?b=c") != nil)
    #expect(WebAddress.linkable("javascript:alert(1)") == nil)
    #expect(WebAddress.linkable("https://igf.example/a b") == nil)
    #expect(WebAddress.linkable("https://igf.example/\r\nX:1") == nil)
    #expect(WebAddress.linkable("webcal://igf.example/a", schemes: ["webcal"]) != nil)
  }

  @Test("works for a programme without sessions")
  func empty() throws {
    var programme = try SamplePages.kyoto()
    programme.sessions = []
    programme.changes = []
    let html = ParticipantsPage(programme).html
    #expect(html.contains("No sessions."))
    #expect(html.contains("Nothing changed since publication 3"))
  }

  /// `Tests/Browser/check_participants.py` opens these.
  @Test("is written for the browser", .enabled(if: folder != nil))
  func written() throws {
    let folder = try #require(Self.folder)
    var empty = try SamplePages.kyoto()
    empty.sessions = []
    for (name, programme) in [
      ("kyoto", try SamplePages.kyoto()), ("hostile", try SamplePages.hostile()),
      ("large", try SamplePages.large()), ("empty", empty),
    ] {
      let url = URL(filePath: folder).appending(path: "\(name).html")
      try AtomicFile.write(Data(ParticipantsPage(programme).html.utf8), to: url)
    }
  }

  private static let folder = ProcessInfo.processInfo.environment["PAGES"]
}
