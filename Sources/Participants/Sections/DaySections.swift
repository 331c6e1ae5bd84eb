// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes

/// The whole programme by day, and the links to its days.
struct DaySections {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var navigation: String {
    var html = "<nav class=\"days\" aria-label=\"Days\"><ul>\n"
    for day in listing.days {
      let short = VenueClock.short(day.date)
      let month = short.suffix(4)
      html += "<li><a href=\"#\(day.anchor)\">"
      html += day.label.isEmpty ? "" : "<b dir=\"auto\">\(PageText.html(day.label))</b> "
      html += "<span>\(short.dropLast(4))<span class=\"month\">\(month)</span></span></a></li>\n"
    }
    return html + "</ul></nav>"
  }

  var html: String { listing.days.map(section).joined() }

  private func section(_ day: Listing.DayOfSessions) -> String {
    let noon = listing.programme.zone.instant(WallTime(day.date, minuteOfDay: 720))
    var html =
      "<section class=\"day\" id=\"\(day.anchor)\" aria-labelledby=\"\(day.anchor)-name\">\n"
    html += "<h3 class=\"day-name\" id=\"\(day.anchor)-name\">"
    html += day.label.isEmpty ? "" : "<bdi>\(PageText.html(day.label))</bdi> "
    html += "<bdi class=\"date\">\(VenueClock.long(day.date))</bdi></h3>\n"
    html += "<p class=\"hours\">Times in <span class=\"clock-name\" data-instant=\"\(noon)\">"
    html += "\(PageText.html(listing.programme.zone.zone.identifier)) "
    html += "(\(listing.clock.offset(at: noon)))</span></p>\n"
    if day.sessions.isEmpty { return html + "<p class=\"none\">No sessions.</p>\n</section>\n" }
    html += "<ol class=\"sessions\">\n"
    for index in day.sessions { html += SessionCard(listing, listing.sessions[index]).html }
    return html + "</ol>\n</section>\n"
  }
}
