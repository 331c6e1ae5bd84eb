// SPDX-License-Identifier: GPL-3.0-or-later

import Pages
import Programmes

/// Everybody who takes part, by name, with the sessions that they are in.
struct PeopleSection {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var html: HTML {
    let sessions = sessionsByName
    if sessions.isEmpty { return .empty }
    return Element.details(.class("extra"), .id("people")) {
      Element.summary {
        listing.words.html(
          "page.people", count: sessions.count,
          ["count": Element.span(.class("count")) { "\(sessions.count)" }])
      }
      "\n"
      Element.ul.lines(.class("people")) {
        for name in sessions.keys.sorted(by: Self.isBefore) {
          Element.li {
            Element.bdi(.class("name")) { HTML.text(name) }
            " \(listing.words.list((sessions[name] ?? []).map(link)))"
          }
        }
      }
    }
  }

  /// Places in the listing by the names of those who are there, without cancelled sessions.
  private var sessionsByName: [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (place, session) in listing.sessions.enumerated() where session.status == .placed {
      for name in Set(session.people.map(\.name)) where !name.isEmpty {
        found[name, default: []].append(place)
      }
    }
    return found
  }

  /// Capitals do not count, so "de Vries" comes next to "De Vries".
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    (one.lowercased(), one) < (other.lowercased(), other)
  }

  private func link(_ place: Int) -> HTML {
    let session = listing.sessions[place]
    return PageText.link(toSession: session.id, title: session.title)
  }
}
