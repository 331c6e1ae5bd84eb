// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Languages
import PublicationLint
import Register
import Testing

@testable import Publications

@Suite("Letters to people")
struct LettersTests {
  private static let ada = "ada.lovelace@planted.example"

  private static func person(
    _ id: String, email: String? = nil, language: Language? = nil, zone: String? = nil,
    roles: [String: [String]] = [:]
  ) -> Correspondence.Person {
    .init(
      id: id, name: "Name of \(id)", email: email, language: language, zone: zone, roles: roles)
  }

  private static let everybody = Correspondence(
    sender: "office@planted.example",
    people: [
      person("ada", email: ada, zone: "America/Lima", roles: ["s": ["speaker"]]),
      person("max", email: "max@planted.example", language: .french),
      person("tom"),
    ])

  /// Two sessions: Ada speaks in one, Max would like to be there; Tom is in the other.
  private static func events() -> [String: PublishedEvent] {
    var first = Samples.event("A")
    first.attendees = [
      .init(id: "ada", name: "Ada", isRequired: true),
      .init(id: "max", name: "Max", isRequired: false),
    ]
    first.conferenceURL = "https://meet.example/a"
    var second = Samples.event("B", start: Samples.morning + 7200, room: "ws")
    second.attendees = [.init(id: "tom", name: "Tom", isRequired: true)]
    return ["s": first, "t": second]
  }

  private static func history(
    _ proposals: [Proposal], _ people: Correspondence = everybody
  ) throws -> PublicationHistory {
    var contents = try Samples.contents(proposals)
    contents.correspondence = .init(revision: 1, people: try RegisterText.text(people))
    return try PublicationHistory(contents)
  }

  private static func files(_ history: PublicationHistory) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try PublicationFiles.all(of: history).map {
        ($0.path, String(decoding: $0.data, as: UTF8.self))
      })
  }

  private static func letters(_ history: PublicationHistory) throws -> [String: String] {
    let folder = "team/publication-\(history.states.count)/letters/"
    return Dictionary(
      uniqueKeysWithValues: try files(history).compactMap { path, text in
        path.hasPrefix(folder) ? (String(path.dropFirst(folder.count)), text) : nil
      })
  }

  /// The plain text, its soft line ends taken back.
  private static func plain(_ mail: String?) throws -> String {
    let part = try #require(mail?.components(separatedBy: "--=_either").dropFirst().first)
    let body = try #require(part.components(separatedBy: "\r\n\r\n").dropFirst().first)
    let whole = part.dropFirst(
      part.distance(from: part.startIndex, to: part.range(of: body)?.lowerBound ?? part.startIndex))
    return whole.replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(
      of: "\r\n", with: "\n")
  }

  private static func changed(
    _ status: PublicationHead.Status = .draft, _ change: (inout [String: PublishedEvent]) -> Void
  ) -> Proposal {
    var events = events()
    change(&events)
    return Samples.proposal(events, status)
  }

  private static let first = Samples.proposal(events())

  @Test("No address for mail stands in a file but the letters and their table")
  func planted() throws {
    var listed = Self.first
    listed.head.people = .listed
    for proposal in [Self.first, listed] {
      let files = try Self.files(Self.history([proposal]))
      let holding = files.filter { $0.value.contains("planted") || $0.value.contains("cGxhbnRlZ") }
      #expect(
        Set(holding.keys)
          == Set(
            ["letters/ada.eml", "letters/max.eml", "letters/tom.eml", "letters.csv"].map {
              "team/publication-1/" + $0
            }))
      #expect(files.keys.contains("public/index.html"))
    }
  }

  @Test("At first all are written to, also whoever would only like to be there")
  func everyone() throws {
    let letters = try Self.letters(Self.history([Self.first]))
    #expect(letters.count == 3)
    let ada = try Self.plain(letters["ada.eml"])
    #expect(ada.contains("Your part: speaker"))
    #expect(ada.contains("To take part online: https://meet.example/a"))
    #expect(ada.contains("webcal://m.example/p/people/token-ada.ics"))
    #expect(letters["max.eml"]?.contains("Content-Language: fr") == true)
    #expect(letters["ada.eml"]?.contains("Content-Language: en") == true)
  }

  @Test("Who has no address gets a letter without To, and is counted")
  func withoutAddress() throws {
    let history = try Self.history([Self.first])
    let letters = try Self.letters(history)
    #expect(letters["tom.eml"]?.contains("\r\nTo:") == false)
    #expect(letters["ada.eml"]?.contains("\r\nTo: ") == true)
    let count = LetterCount(history)
    #expect(count.letters == 3 && count.withoutAddress == 1)
  }

  @Test("A time is told on the reader's clock too, where that shows another")
  func ownTime() throws {
    let letters = try Self.letters(Self.history([Self.first]))
    let ada = try Self.plain(letters["ada.eml"])
    #expect(ada.contains("Sat 25 Oct 2025, 10:00"))
    #expect(ada.contains("In America/Lima: Sat 25 Oct 2025, 03:00"))
    #expect(try !Self.plain(letters["tom.eml"]).contains("Lima"))
  }

  @Test("A change is told to those in the session and to nobody else")
  func change() throws {
    let second = Self.changed {
      $0["s"]?.start += 3600
      $0["s"]?.end += 3600
    }
    let letters = try Self.letters(Self.history([Self.first, second]))
    #expect(Set(letters.keys) == ["ada.eml", "max.eml"])
    #expect(letters["ada.eml"]?.contains("has moved") == true)
    let ada = try Self.plain(letters["ada.eml"])
    #expect(ada.contains("Before: Sat 25 Oct 2025, 10:00"))
    #expect(ada.contains("Now: Sat 25 Oct 2025, 11:00"))
  }

  @Test("A cancelled session is told to those who were to be there")
  func cancelled() throws {
    let second = Self.changed { $0["t"] = nil }
    let letters = try Self.letters(Self.history([Self.first, second]))
    #expect(Set(letters.keys) == ["tom.eml"])
    #expect(letters["tom.eml"]?.contains("is cancelled") == true)
    #expect(
      try Self.plain(letters["tom.eml"]).contains("You are in no session"))
  }

  @Test("Who comes into a session, or goes out of it, is told; of a session that stays")
  func comesAndGoes() throws {
    let second = Self.changed { events in
      events["s"]?.attendees = [.init(id: "tom", name: "Tom", isRequired: true)]
    }
    let letters = try Self.letters(Self.history([Self.first, second]))
    #expect(try Self.plain(letters["ada.eml"]).contains("You are no longer in it."))
    #expect(try Self.plain(letters["tom.eml"]).contains("You are now in it."))
  }

  @Test("A speaker who follows another, a renamed room and a reason are told as what they are")
  func facts() throws {
    let renamed = Self.changed { events in
      events["s"]?.people = [.init(name: "Max", role: "speaker")]
      events["s"]?.room.name = "Hall of Fame"
      events["t"] = nil
    }
    var head = renamed
    head.head.rooms[0].name = "Hall of Fame"
    head.cancellations = ["t": "the speaker is ill"]
    let letters = try Self.letters(Self.history([Self.first, head]))
    let max = try Self.plain(letters["max.eml"])
    #expect(letters["max.eml"]?.contains("Content-Language: fr") == true)
    #expect(max.contains("s=E2=80=99appelle d=C3=A9sormais Hall of Fame"))
    let ada = try Self.plain(letters["ada.eml"])
    #expect(ada.contains("Speaker: Max in place of Ada"))
    #expect(ada.contains("Its room Room hall, Ground floor is now called Hall of Fame"))
    #expect(try Self.plain(letters["tom.eml"]).contains("Reason: the speaker is ill"))
  }

  @Test("When the programme becomes final, all learn that their times are firm")
  func final() throws {
    let final = Samples.proposal(Self.events(), .final)
    let letters = try Self.letters(Self.history([Self.first, final]))
    #expect(letters.count == 3)
    #expect(
      try Self.plain(letters["tom.eml"]).contains("the times of your sessions are firm"))
    #expect(letters["tom.eml"]?.contains("the programme is final") == true)
    let again = try Self.letters(Self.history([Self.first, final, Self.first]))
    #expect(
      try Self.plain(again["tom.eml"]).contains("a draft again"))
  }

  @Test("The same publication has the same letters, each with its own identity")
  func identities() throws {
    let once = try Self.letters(Self.history([Self.first]))
    #expect(try Self.letters(Self.history([Self.first])) == once)
    let second = Self.changed {
      $0["s"]?.start += 3600
      $0["s"]?.end += 3600
    }
    let later = try Self.letters(Self.history([Self.first, second]))
    let ids = (Array(once.values) + Array(later.values)).map { mail in
      mail.components(separatedBy: "\r\n").first { $0.hasPrefix("Message-Id:") } ?? ""
    }
    #expect(Set(ids).count == 5)
    #expect(ids.allSatisfy { $0.hasSuffix("@m.example>") && !$0.contains("token-") })
  }

  @Test(
    "Letters of a publication stay when another follows, and go where people are written to now")
  func older() throws {
    let second = Self.changed { $0["t"] = nil }
    var people = Self.everybody
    people.people[0].email = "new@planted.example"
    let files = try Self.files(Self.history([Self.first, second], people))
    let old = try #require(files["team/publication-1/letters/ada.eml"])
    #expect(old.contains("<new@planted.example>"))
    #expect(files["team/publication-2/letters/ada.eml"] == nil)
    #expect(!files.values.contains { $0.contains(Self.ada) })
  }

  @Test("Every sort of news has words for one session and for several", .judges(atLeast: 50))
  func words() {
    for language in Language.allCases {
      let words = Words(language)
      for what in PersonalLetter.What.all {
        #expect(words.has("letter.one.\(what.name)"), "\(what.name)")
        #expect(words.has("letter.many.\(what.name)"), "\(what.name)")
        if ![.event(.moved), .event(.room), .event(.people)].contains(what) {
          #expect(words.has("letter.change.\(what.name)"), "\(what.name)")
        }
        judged()
      }
    }
  }

  @Test(
    "Letters and page are written in every language, with no gap left open",
    arguments: Language.allCases)
  func languages(language: Language) throws {
    var people = Self.everybody
    for index in people.people.indices { people.people[index].language = nil }
    var first = Self.first
    first.head.language = language
    var second = Self.changed(.final) { events in
      events["s"]?.start += 3600
      events["s"]?.end += 3600
      events["s"]?.title = "Another"
      events["t"] = nil
    }
    second.head.language = language
    let history = try Self.history([first, second], people)
    let files = try PublicationFiles.all(of: history)
    #expect(Lint.findings(files.map { LintFile($0.path, $0.data) }) == [])
    let page = try #require(files.first { $0.path == "public/index.html" })
    let html = String(decoding: page.data, as: UTF8.self)
    #expect(html.contains("<html lang=\"\(language.tag)\" dir=\"\(language.direction)\">"))
    let body = html.components(separatedBy: "<script")[0].components(separatedBy: "</style>")[1]
    #expect(!body.contains("{") && !body.contains("page."))
    let letters = try #require(PersonalLetters(history, at: 1))
    let clock = try #require(letters.state.clock)
    for letter in letters.letters {
      let text = LetterText(letter, of: letters, clock, calendar: nil)
      #expect(text.language == language)
      let plain = LetterPlainText.text(text.blocks)
      for part in [text.subject, plain] {
        #expect(!part.contains("{") && !part.contains("letter."))
      }
      if language != .english { #expect(!plain.contains("Your sessions")) }
    }
  }

  @Test("What a table holds adds no header and no element to a letter")
  func hostile() throws {
    for title in Samples.hostileTitles {
      var first = Self.first
      first.events["s"]?.title = title
      var people = Self.everybody
      people.people[0].name = title
      let files = try PublicationFiles.all(of: Self.history([first], people))
      let letters = files.filter { $0.path.hasPrefix("team/publication-1/letters") }
      #expect(Lint.findings(letters.map { LintFile($0.path, $0.data) }) == [])
    }
  }
}
