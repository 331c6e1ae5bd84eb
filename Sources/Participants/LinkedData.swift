// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Meetings
import Programmes

/// The programme as search engines read it: an event with an event for each session (schema.org).
struct LinkedData {
  private let listing: Listing
  private var programme: PublishedProgramme { listing.programme }

  init(_ listing: Listing) { self.listing = listing }

  /// JSON-LD; empty where there is no session, since an event without a time is none.
  var json: String {
    let sessions = listing.sessions.filter { $0.status == .placed }
    guard let start = sessions.map(\.start).min(), let end = sessions.map(\.end).max() else {
      return ""
    }
    return object([
      ("@context", text("https://schema.org")), ("@type", text("Event")),
      ("name", text(programme.name)), ("startDate", time(start)), ("endDate", time(end)),
      ("location", wholePlace), ("url", address.map(text) ?? ""),
      ("subEvent", PageJSON.list(listing.sessions.map(event))),
    ])
  }

  private var address: String? { WebAddress(exactly: programme.address)?.text }

  private func event(_ session: PublishedProgramme.Session) -> String {
    let isCancelled = session.status == .cancelled
    let anchor = PageText.anchor(ofSession: session.id)
    return object([
      ("@type", text("Event")), ("name", text(PageText.title(session.title))),
      ("startDate", time(session.start)), ("endDate", time(session.end)),
      ("eventStatus", isCancelled ? text("https://schema.org/EventCancelled") : ""),
      ("location", place(session.room)),
      ("url", address.map { text("\($0)#\(anchor)") } ?? ""),
    ])
  }

  /// Of the whole meeting: the place that all its rooms are in, or else its name.
  private var wholePlace: String {
    let places = Set(listing.rooms.map(\.location))
    let name = places.count == 1 ? places.first ?? "" : ""
    return object([
      ("@type", text("Place")), ("name", text(name.isEmpty ? programme.name : name)),
    ])
  }

  private func place(_ id: String) -> String {
    let room = listing.room(id)
    let name = [room?.name ?? id, room?.location ?? ""].filter { !$0.isEmpty }
    if name.isEmpty { return wholePlace }
    return object([
      ("@type", text("Place")), ("name", text(name.joined(separator: ", "))),
      ("geo", room?.position.map(geo) ?? ""),
    ])
  }

  private func geo(_ position: Position) -> String {
    object([
      ("@type", text("GeoCoordinates")), ("latitude", Position.degrees(position.latitude)),
      ("longitude", Position.degrees(position.longitude)),
    ])
  }

  private func time(_ instant: Int) -> String { text(VenueClock.iso(instant)) }

  private func text(_ text: String) -> String { PageText.json(text) }

  private func object(_ members: [(String, String)]) -> String { PageJSON.object(members) }
}
