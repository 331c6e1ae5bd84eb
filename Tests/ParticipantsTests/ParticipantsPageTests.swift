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
    #expect(html.components(separatedBy: "</script>").count == 4)
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

  @Test("tells search engines, messengers and readers of feeds what it is, and asks for nothing")
  func about() throws {
    var programme = try SamplePages.kyoto()
    programme.address = "https://igf.example/2023/"
    let html = ParticipantsPage(programme).html
    let head = html.components(separatedBy: "</head>")[0]
    let days = "8–12 October 2023"
    for part in [
      "<meta name=\"description\" content=\"Programme of IGF 2023 Kyoto, \(days): 45 sessions, with",
      "<meta property=\"og:title\" content=\"IGF 2023 Kyoto\">",
      "<meta property=\"og:url\" content=\"https://igf.example/2023/\">",
      "<meta name=\"twitter:card\" content=\"summary\">",
      "<link rel=\"canonical\" href=\"https://igf.example/2023/\">",
      "<link rel=\"alternate\" hreflang=\"en\" href=\"https://igf.example/2023/\">",
      "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"changes.atom\"",
      "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml,",
    ] {
      #expect(head.contains(part), "\(part)")
    }
    programme.address = ""
    programme.publication.number = 0
    let draft = ParticipantsPage(programme).html
    for part in ["canonical", "og:url", "changes.atom", "id=\"files\""] {
      #expect(!draft.contains(part), "\(part)")
    }
  }

  @Test("carries an event for each session for search engines, and nothing of a hostile one runs")
  func linkedData() throws {
    var programme = try SamplePages.kyoto()
    programme.address = "https://igf.example/2023/"
    programme.rooms[0].position = Position(latitude: 35_060_600, longitude: 135_785_900)
    let json = LinkedData(Listing(programme)).json
    let event = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let parts = try #require(event["subEvent"] as? [[String: Any]])
    #expect(parts.count == 46 && event["@context"] as? String == "https://schema.org")
    #expect(event["startDate"] as? String == "2023-10-08T00:00:00Z")
    #expect(
      parts.count { ($0["eventStatus"] as? String)?.hasSuffix("EventCancelled") == true } == 1)
    #expect(parts[0]["url"] as? String == "https://igf.example/2023/#s-D0-DFI2")
    #expect(json.contains("\"latitude\":35.0606,\"longitude\":135.7859"))
    let hostile = LinkedData(Listing(try SamplePages.hostile())).json
    #expect(!hostile.contains("<") && !hostile.contains("javascript:"))
    #expect(try JSONSerialization.jsonObject(with: Data(hostile.utf8)) is [String: Any])
    programme.sessions = []
    #expect(LinkedData(Listing(programme)).json == "")
  }

  @Test("says kinds and themes in words")
  func inWords() throws {
    var programme = try SamplePages.large(2)
    programme.sessions[0].themes = ["digital-rights", "Trust - and more", "ai", "-"]
    let html = ParticipantsPage(programme).html
    for words in ["digital rights", "Trust - and more", "ai", "-"] {
      #expect(html.contains("<span class=\"theme\"><bdi>\(words)</bdi></span>"))
    }
    #expect(html.contains("[\"digital-rights\",\"digital rights\"]"))
    #expect(html.contains("<span class=\"kind\"><bdi>Workshop</bdi></span>"))
  }

  @Test("lists the rooms by where they are, with the ways that the table knows")
  func rooms() throws {
    var programme = try SamplePages.large(3)
    #expect(!ParticipantsPage(programme).html.contains("id=\"rooms\""))
    programme.rooms[0].location = "First <b> floor"
    programme.rooms[1].map = "javascript:alert(1)"
    programme.rooms[2].map = "https://m.example/plan?a=1&b=2"
    programme.rooms[2].position = Position(latitude: -33_500_000, longitude: 151_250_000)
    let html = ParticipantsPage(programme).html
    let section = try #require(html.components(separatedBy: "id=\"rooms\"").last)
      .components(separatedBy: "</details>")[0]
    #expect(section.contains("<span class=\"count\">3</span> rooms"))
    #expect(section.contains("<bdi class=\"location\">First &lt;b&gt; floor</bdi>"))
    #expect(section.contains("href=\"https://m.example/plan?a=1&amp;b=2\""))
    #expect(section.contains("?mlat=-33.5&amp;mlon=151.25#map=18/-33.5/151.25"))
    #expect(!html.contains("javascript:"))
    let card = html.components(separatedBy: "id=\"s-WS2\"")[1].components(separatedBy: "</li>")[0]
    #expect(card.contains("class=\"ways\"") && card.contains("m.example/plan"))
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
    #expect(html.contains("<span class=\"count\">6</span> sessions changed "))
    #expect(html.contains("A session that nobody proposed in time"))
  }

  @Test("has no blank in any address, which checkers of HTML refuse")
  func unbrokenAddresses() throws {
    // The script writes addresses of its own.
    let html = ParticipantsPage(try SamplePages.kyoto()).html
      .replacing(/<script[\s\S]*?<\/script>/, with: "")
    let addresses = html.matches(of: /(?:href|src)="([^"]*)"/).map(\.1)
    #expect(addresses.count > 50)
    #expect(addresses.filter { $0.contains(where: \.isWhitespace) } == [])
  }

  @Test("counts a session that changed once, and a renamed room as one change of the room")
  func counts() throws {
    var programme = try SamplePages.large(3)
    programme.previous = .init(number: 1, instant: 0)
    let session = programme.sessions[0].id
    programme.changes = [
      .init(session: session, what: .moved, before: .stay(start: 0, end: 3600)),
      .init(session: session, what: .people, before: .words("Ben (speaker)")),
    ]
    programme.newRoomNames = [.init(before: "Room 1", after: "Hall <A>")]
    let html = ParticipantsPage(programme).html
    #expect(
      html.contains(
        "<span class=\"count\">1</span> session changed<span class=\"long\">, "
          + "<span class=\"count\">1</span> room renamed</span>"
      ))
    #expect(html.contains("<bdi>Room 1</bdi> is now called <bdi>Hall &lt;A&gt;</bdi>"))
    programme.changes = []
    let alone = ParticipantsPage(programme).html
    #expect(alone.contains("<summary><span class=\"count\">1</span> room renamed"))
  }

  @Test("says why a session does not take place")
  func cancelled() throws {
    var programme = try SamplePages.large(3)
    programme.sessions[0].status = .cancelled
    programme.sessions[0].cancellation = "The speaker is ill <alas>"
    let html = ParticipantsPage(programme).html
    #expect(html.contains("The speaker is ill &lt;alas&gt;</p>"))
    #expect(html.components(separatedBy: "class=\"reason\"").count == 2)
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

  @Test("links addresses, shows words as words, and dangerous schemes nowhere")
  func addresses() throws {
    var programme = try SamplePages.kyoto()
    programme.sessions[0].conferenceURL = "Zoom 000 <0000> (code 00)"
    programme.sessions[1].conferenceURL = "https://video.example/会议"
    programme.sessions[2].conferenceURL = "javascript:alert(1)"
    programme.sessions[2].url = "data:text/html,<b>"
    let html = ParticipantsPage(programme).html
    #expect(
      html.contains("<dt>Take part online</dt><dd><bdi>Zoom 000 &lt;0000&gt; (code 00)</bdi></dd>"))
    #expect(html.contains("href=\"https://video.example/%E4%BC%9A%E8%AE%AE\""))
    #expect(!html.contains("alert(1)") && !html.contains("data:text/html"))
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
      ("large", try SamplePages.large()), ("empty", empty), ("short", try SamplePages.short()),
    ] {
      let url = URL(filePath: folder).appending(path: "\(name).html")
      try AtomicFile.write(Data(ParticipantsPage(programme).html.utf8), to: url)
    }
  }

  /// `Tests/Browser/check_served.py` serves these: one publication, and the one after it.
  @Test("is written for a host, with its worker", .enabled(if: folder != nil))
  func served() throws {
    let folder = try #require(Self.folder)
    for number in [4, 5] {
      var programme = try SamplePages.kyoto()
      programme.publication = .init(number: number, instant: 1_696_482_000 + number * 86_400)
      for index in programme.sessions.indices {
        programme.sessions[index].feed = "sessions/\(programme.sessions[index].id).ics"
      }
      let place = URL(filePath: folder).appending(path: "served-\(number)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let worker = ServiceWorker(
        of: programme.publication, keeping: ["index.html", "changes.html"])
      for (name, text) in [
        ("index.html", ParticipantsPage(programme).html), (ServiceWorker.name, worker.text),
        ("changes.html", "<!DOCTYPE html><title>Changes</title><h1>What changed</h1>"),
      ] {
        try AtomicFile.write(Data(text.utf8), to: place.appending(path: name))
      }
    }
    let large = ParticipantsPage(try SamplePages.large(300)).html
    try AtomicFile.write(Data(large.utf8), to: URL(filePath: folder).appending(path: "phone.html"))
  }

  @Test("has a worker that is another file for another publication, and says which page is its own")
  func worker() throws {
    let programme = try SamplePages.kyoto()
    let worker = ServiceWorker(
      of: programme.publication, keeping: ["index.html", "a\"</script>.html"])
    let first = try #require(worker.text.split(separator: "\n").first)
    #expect(
      first == "const edition = {\"number\":4,\"instant\":1696482000,\"pages\":[\"index.html\","
        + "\"a\\\"\\u003c/script\\u003e.html\"]};")
    let next = ServiceWorker(of: .init(number: 5, instant: 1_696_482_000), keeping: ["index.html"])
    #expect(next.text != worker.text)
    let html = ParticipantsPage(programme).html
    #expect(html.contains("<meta name=\"publication\" content=\"4-1696482000\">"))
    #expect(html.contains("worker-src &#39;self&#39;;") || html.contains("worker-src 'self';"))
    #expect(html.contains("\"worker\":\"service-worker.js\""))
    var draft = programme
    draft.publication.number = 0
    #expect(ParticipantsPage(draft).html.contains("\"worker\":\"\""))
  }

  private static let folder = ProcessInfo.processInfo.environment["PAGES"]
}
