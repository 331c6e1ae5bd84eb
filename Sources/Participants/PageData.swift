// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Programmes

/// What the script cannot read from the page itself: ids, instants, and what to filter by.
struct PageData {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var json: String {
    let programme = listing.programme
    return object([
      ("language", text(programme.language.tag)), ("words", words),
      ("meeting", text(programme.meetingID)), ("name", text(programme.name)),
      ("zone", text(programme.zone.zone.identifier)),
      ("number", "\(programme.publication.number)"),
      ("stamp", "\(programme.publication.instant)"),
      ("address", text(WebAddress(exactly: programme.address)?.text ?? "")),
      ("worker", text(programme.isPublished ? ServiceWorker.name : "")),
      ("isFinal", "\(programme.status == .final)"),
      (
        "kinds",
        list(listing.kinds.map { pair($0, listing.kindName($0)) })
      ),
      ("themes", list(listing.themes.map { pair($0, ThemeNames.name($0)) })),
      ("languages", list(listing.languages.map { pair($0, $0) })),
      (
        "rooms",
        list(
          listing.rooms.map {
            object([
              ("id", text($0.id)), ("name", text($0.name)), ("place", text($0.location)),
              ("former", list($0.formerIDs.map(text))),
            ])
          })
      ),
      ("days", list(listing.days.map(day))),
      ("sessions", list(listing.sessions.map(session))),
    ])
  }

  /// What the script says, by key.
  private var words: String {
    let entries = listing.words.entries(["script.", "date.", "list."])
    return object(
      entries.map { key, entry in
        switch entry {
        case .words(let words): (key, text(words))
        case .counted(let forms):
          (
            key,
            object(
              PluralCategory.allCases.compactMap { category in
                forms[category].map { (category.rawValue, text($0)) }
              })
          )
        }
      })
  }

  private func day(_ day: Listing.DayOfSessions) -> String {
    object([
      ("anchor", text(day.anchor)), ("date", text("\(day.date)")),
      ("sessions", list(day.sessions.map { "\($0)" })),
    ])
  }

  private func session(_ session: PublishedProgramme.Session) -> String {
    object(
      [
        ("id", text(session.id)), ("anchor", text(PageText.anchor(ofSession: session.id))),
        ("former", list(session.formerIDs.map { pair($0, PageText.anchor(ofSession: $0)) })),
        ("uid", text(session.uid)), ("start", "\(session.start)"), ("end", "\(session.end)"),
        ("room", text(session.room)), ("kinds", list(session.kinds.map(text))),
        ("themes", list(session.themes.map(text))),
        ("languages", list(session.languages.map(text))),
        ("isCancelled", "\(session.status == .cancelled)"), ("sequence", "\(session.sequence)"),
        ("colour", "\(listing.colour(session))"),
        ("url", text(session.url.address?.text ?? "")),
        ("conference", text(session.conferenceURL.address?.text ?? "")),
        ("feed", text(session.feed)),
      ] + words(session))
  }

  /// What calendar files made on the device say where there is no address.
  private func words(_ session: PublishedProgramme.Session) -> [(String, String)] {
    [("urlWords", session.url.words), ("conferenceWords", session.conferenceURL.words)]
      .compactMap { name, words in words.map { (name, text($0)) } }
  }

  private func pair(_ value: String, _ name: String) -> String { list([text(value), text(name)]) }

  private func text(_ text: String) -> String { PageText.json(text) }

  private func list(_ items: [String]) -> String { PageJSON.list(items) }

  private func object(_ members: [(String, String)]) -> String { PageJSON.object(members) }
}
