// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Pages
import Programmes
import Texts

/// One session in the list by day, with everything that is known about it.
struct SessionCard {
  private let listing: Listing
  private let session: PublishedProgramme.Session
  private let anchor: String

  init(_ listing: Listing, _ session: PublishedProgramme.Session) {
    self.listing = listing
    self.session = session
    anchor = PageText.anchor(ofSession: session.id)
  }

  private var words: Words { listing.words }
  private var changes: [PublishedProgramme.Change] { listing.changes[session.id] ?? [] }
  private var isCancelled: Bool { session.status == .cancelled }

  var html: HTML {
    let colour = "session c\(listing.colour(session))"
    return Element.li.lines(
      .class(isCancelled ? colour + " is-cancelled" : colour), .id(anchor), .tabIndex(-1)
    ) {
      hours
      Element.div.lines(.class("what")) {
        Element.h4 {
          badges
          title
        }
        before
        reason
        Element.p(.class("facts")) { facts }
        details
      }
    }
  }

  private var hours: HTML {
    Element.p(.class("when")) {
      Element.span(.class("other-day"))
      listing.clock.clock(session.start)
      Element.span(.class("until")) {
        Element.span(.unheard) { "–" }
        PageText.unseen(" \(words("page.until")) ")
        listing.clock.clock(session.end)
      }
    }
  }

  private var title: HTML {
    let title = HTML.text(PageText.title(session.title))
    return Element.a(.class("title"), .href("#\(anchor)"), .autoDirection) {
      isCancelled ? Element.s { title } : title
    }
  }

  @HTMLBuilder private var badges: [HTML] {
    let section = ChangesSection(listing)
    if isCancelled { "\(section.badge(.cancelled)) " }
    for change in changes where change.what != .cancelled {
      "\(section.badge(change.what)) "
    }
  }

  private var before: HTML {
    let before = changes.map(ChangesSection(listing).before).joined(separator: " ")
    return before.isEmpty ? .empty : Element.p(.class("before")) { before }
  }

  /// Why it does not take place.
  private var reason: HTML {
    guard isCancelled, !session.cancellation.isEmpty else { return .empty }
    return Element.p(.class("reason"), .autoDirection) { HTML.text(session.cancellation) }
  }

  @HTMLBuilder private var facts: [HTML] {
    for kind in session.kinds { fact("kind", listing.kindName(kind)) }
    if !session.room.isEmpty {
      fact("place", listing.room(session.room)?.name ?? session.room)
    }
    for theme in session.themes { fact("theme", ThemeNames.name(theme)) }
    for language in session.languages { fact("language", language) }
  }

  private func fact(_ sort: String, _ name: String) -> HTML {
    HTML {
      Element.span(.class(sort)) { Element.bdi { HTML.text(name) } }
      " "
    }
  }

  private var details: HTML {
    Element.details(.class("more")) {
      Element.summary {
        words.html("page.session.details")
        PageText.unseen(
          " \(words("page.session.details-of", ["title": PageText.title(session.title)]))")
      }
      "\n"
      Element.div(.class("about")) { about }
    }
  }

  @HTMLBuilder private var about: [HTML] {
    HTML.lines {
      if !session.description.isEmpty {
        Element.p(.class("description lines"), .autoDirection) {
          HTML.text(keepingLines: session.description)
        }
      }
      table
      ways
    }
    links
  }

  private var table: HTML {
    let room = listing.room(session.room)
    let place = [room?.name, room?.location].compactMap(\.self).filter { !$0.isEmpty }
    var rows: [(name: HTML, value: HTML)] = [
      (words.html("page.session.part-of"), items(session.activities.filter { $0 != session.title }))
    ]
    rows += people
    rows += [
      (words.html("page.session.languages"), items(session.languages)),
      (
        words.html("script.session.where"),
        items(place.isEmpty ? [] : [place.joined(separator: ", ")])
      ),
      (words.html("page.session.features"), items(room?.features ?? [])),
      // Words in place of an address are read, not followed.
      (
        words.html("script.session.online"),
        items([session.conferenceURL.words].compactMap(\.self))
      ),
      (words.html("page.session.page"), items([session.url.words].compactMap(\.self))),
    ]
    rows.removeAll { $0.value.isEmpty }
    if rows.isEmpty { return .empty }
    return Element.dl { rows.map(Self.row) }
  }

  /// How to find the room, where its table says more than its name and location.
  private var ways: HTML {
    guard let room = listing.room(session.room), RoomsSection.hasWay(room) else { return .empty }
    return Element.p(.class("ways")) {
      RoomsSection.ways(room, words)
    }
  }

  private static func row(_ name: HTML, _ value: HTML) -> HTML {
    HTML {
      Element.dt { name }
      Element.dd { value }
      "\n"
    }
  }

  private func items(_ texts: [String]) -> HTML {
    words.list(texts.map { text in Element.bdi { HTML.text(text) } })
  }

  /// By role, in the order in which roles first appear.
  private var people: [(name: HTML, value: HTML)] {
    var roles: [String] = []
    var names: [String: [String]] = [:]
    for person in session.people {
      if names[person.role] == nil { roles.append(person.role) }
      names[person.role, default: []].append(person.name)
    }
    return roles.map { role in
      let name = HTML.text(words.role(role).capitalizedFirst)
      return (
        name.isEmpty ? words.html("page.session.with") : Element.bdi { name },
        items(names[role] ?? [])
      )
    }
  }

  private var links: HTML {
    let links = HTML {
      if let address = session.conferenceURL.address?.text {
        "\(button(words.html("script.session.online"), address)) "
      }
      if let address = session.url.address?.text {
        button(words.html("page.session.page"), address)
      }
    }
    return links.isEmpty ? .empty : Element.p(.class("links")) { links }
  }

  private func button(_ name: HTML, _ address: String) -> HTML {
    Element.a(.class("button"), .href(address)) {
      name
      PageText.unseen(": \(PageText.title(session.title))")
    }
  }
}
