// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Pages
import Programmes

/// The whole programme by day, and the links to its days.
struct DaySections {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var navigation: HTML {
    Element.nav(.class("days"), .label(listing.words("page.days"))) {
      Element.ul.lines { for day in listing.days { Element.li { link(day) } } }
    }
  }

  private func link(_ day: Listing.DayOfSessions) -> HTML {
    Element.a(.href("#\(day.anchor)")) {
      if !day.label.isEmpty {
        Element.b(.autoDirection) { HTML.text(day.label) }
        " "
      }
      Element.span { Self.parts(listing.words.shortParts(day.date)) }
    }
  }

  /// With the month's name and the blank before it apart: where there is little room it is left out.
  private static func parts(_ parts: [(text: String, isMonth: Bool)]) -> [HTML] {
    var pieces: [HTML] = []
    var blank = ""
    for part in parts {
      let isBefore = part.text.last == " "
      let text = blank + (isBefore ? String(part.text.dropLast()) : part.text)
      blank = isBefore ? " " : ""
      pieces.append(
        part.isMonth ? Element.span(.class("month")) { HTML.text(text) } : HTML.text(text))
    }
    return pieces
  }

  var html: [HTML] { listing.days.map(section) }

  private func section(_ day: Listing.DayOfSessions) -> HTML {
    Element.section.lines(
      .class("day"), .id(day.anchor), .named("aria-labelledby", "\(day.anchor)-name")
    ) {
      heading(day)
      hours(day)
      if day.sessions.isEmpty {
        Element.p(.class("none")) { listing.words.html("page.no-sessions") }
      } else {
        Element.ol.lines(.class("sessions")) {
          for index in day.sessions { SessionCard(listing, listing.sessions[index]).html }
        }
      }
    }
  }

  private func heading(_ day: Listing.DayOfSessions) -> HTML {
    Element.h3(.class("day-name"), .id("\(day.anchor)-name")) {
      if !day.label.isEmpty {
        Element.bdi { HTML.text(day.label) }
        " "
      }
      Element.bdi(.class("date")) { HTML.text(listing.words.long(day.date)) }
    }
  }

  private func hours(_ day: Listing.DayOfSessions) -> HTML {
    let zone = listing.programme.zone
    let noon = zone.instant(WallTime(day.date, minuteOfDay: 720))
    return Element.p(.class("hours")) {
      listing.words.html(
        "page.hours",
        [
          "zone": Element.span(.class("clock-name"), .named("data-instant", noon)) {
            "\(zone.zone.identifier) (\(listing.clock.offset(at: noon)))"
          }
        ])
    }
  }
}
