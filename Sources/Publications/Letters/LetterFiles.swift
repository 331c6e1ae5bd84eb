// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Languages
import Mail
import Meetings
import Programmes
import Texts

/// The letters of each publication as files for the Secretariat alone: a mail for each person, which mail
/// programs open to be looked at and sent, and a table of them for mail merge.
///
/// All of them, also the older ones, go to where people are written to now: the register knows no other
/// address.
enum LetterFiles {
  private static let columns = [
    "person", "name", "email", "language", "subject", "text", "address", "webcal", "file",
  ]

  /// - Throws: where a mail cannot be written.
  static func all(
    _ history: PublicationHistory, _ feeds: [Feed]
  ) throws -> [PublicationFile] {
    let calendars = Dictionary(
      feeds.filter { $0.key.group == .person }.map { ($0.key.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let post = Post(
      domain: domain(history), tokens: history.latest?.tokens ?? [:], calendars: calendars,
      lineage: history.latest?.lineage ?? Lineage())
    return try history.states.indices.flatMap { index -> [PublicationFile] in
      guard let letters = PersonalLetters(history, at: index), !letters.letters.isEmpty,
        let clock = letters.state.clock
      else { return [] }
      return try files(letters, post, clock)
    }
  }

  /// What all letters have in common.
  private struct Post {
    let domain: String
    let tokens: [String: String]
    let calendars: [String: Feed]
    let lineage: Lineage

    func token(of person: String) -> String? { tokens[lineage.key(.person, person)] }
  }

  private static func files(
    _ letters: PersonalLetters, _ post: Post, _ clock: ZoneClock
  ) throws -> [PublicationFile] {
    let folder = "team/publication-\(letters.state.number)"
    var rows = [columns]
    var files: [PublicationFile] = []
    for letter in letters.letters {
      let person = letter.person
      let address = post.calendars[person.id].flatMap { feed in
        letters.state.head.address.isEmpty ? nil : FeedAddress(feed, letters.state.head)
      }
      let text = LetterText(letter, of: letters, clock, calendar: address)
      let blocks = text.blocks
      let body = LetterPlainText.text(blocks)
      let message = MailMessage(
        from: sender(letters), to: recipient(person), subject: CalendarText.line(text.subject),
        body: body, html: LetterHTML.text(blocks, title: text.subject, text.language),
        identity: identity(person.id, letters.state, post), language: text.language.tag,
        instant: letters.state.instant)
      let file = "\(FileName.of(person.id)).eml"
      files.append(PublicationFile("\(folder)/letters/\(file)", try message.data()))
      rows.append([
        person.id, person.name, recipient(person)?.address ?? "", text.language.rawValue,
        text.subject, body, address?.https ?? "", address?.webcal ?? "", file,
      ])
    }
    let table = CSV.forSpreadsheets(rows, hasMark: true, keepsLines: true)
    return files + [PublicationFile("\(folder)/letters.csv", table)]
  }

  /// Under the meeting's name; nobody where the tables tell no organizer's address.
  private static func sender(_ letters: PersonalLetters) -> Mailbox? {
    letters.sender.flatMap { address in
      Mailbox.isAddress(address) ? Mailbox(name: letters.state.head.name, address: address) : nil
    }
  }

  private static func recipient(_ person: Correspondence.Person) -> Mailbox? {
    person.email.flatMap { address in
      Mailbox.isAddress(address)
        ? Mailbox(name: CalendarText.line(person.name), address: address) : nil
    }
  }

  /// The same for the same letter, another for any other. It travels through servers, so that it holds
  /// nothing of the person's secret address but its digest.
  private static func identity(
    _ person: String, _ state: PublicationState, _ post: Post
  ) -> String {
    let secret = "\(state.head.meetingID)/\(state.number)/\(post.token(of: person) ?? person)"
    return "\(state.number).\(SHA256.hex(Data(secret.utf8)).prefix(32))@\(post.domain)"
  }

  /// The calendar's own, from the first event's UID; one that can be nobody's where that is none.
  private static func domain(_ history: PublicationHistory) -> String {
    let uid = history.states.first?.entries.min { $0.serial < $1.serial }?.uid ?? ""
    let domain = uid.lastIndex(of: "@").map { uid[uid.index(after: $0)...] } ?? ""
    let isPlain = domain.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D || $0 == 0x2E
    }
    return domain.isEmpty || !isPlain || domain.hasPrefix(".") || domain.hasSuffix(".")
      || domain.contains("..") ? "programme.invalid" : String(domain)
  }
}
