// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Pages
import Programmes

/// The whole programme by day, and the links to its days.
struct DaySections {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var navigation: HTML {
    Element.nav(.class("days"), .label("Days")) {
      Element.ul.lines { for day in listing.days { Element.li { link(day) } } }
    }
  }

  private func link(_ day: Listing.DayOfSessions) -> HTML {
    let short = VenueClock.short(day.date)
    return Element.a(.href("#\(day.anchor)")) {
      if !day.label.isEmpty {
        Element.b(.autoDirection) { HTML.text(day.label) }
        " "
      }
      Element.span {
        HTML.text(String(short.dropLast(4)))
        Element.span(.class("month")) { HTML.text(String(short.suffix(4))) }
      }
    }
  }

  var html: [HTML] { listing.days.map(section) }

  private func section(_ day: Listing.DayOfSessions) -> HTML {
    Element.section.lines(
      .class("day"), .id(day.anchor), .named("aria-labelledby", "\(day.anchor)-name")
    ) {
      heading(day)
      hours(day)
      if day.sessions.isEmpty {
        Element.p(.class("none")) { "No sessions." }
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
      Element.bdi(.class("date")) { HTML.text(VenueClock.long(day.date)) }
    }
  }

  private func hours(_ day: Listing.DayOfSessions) -> HTML {
    let zone = listing.programme.zone
    let noon = zone.instant(WallTime(day.date, minuteOfDay: 720))
    return Element.p(.class("hours")) {
      "Times in "
      Element.span(.class("clock-name"), .named("data-instant", noon)) {
        "\(zone.zone.identifier) (\(listing.clock.offset(at: noon)))"
      }
    }
  }
}
