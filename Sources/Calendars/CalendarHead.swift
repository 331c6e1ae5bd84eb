// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Programmes

/// The properties of a whole calendar, all before its first component: Outlook takes a name only
/// from there (MS-OXCICAL). Each hint is given twice: as RFC 7986 names it, and by the name that
/// calendars knew before.
///
/// No METHOD: a calendar without it is data to subscribe to, and the DTSTAMP of its events is
/// their last change (RFC 5545, section 3.8.7.2).
package struct CalendarHead: Sendable {
  /// What calendars call it (NAME, X-WR-CALNAME).
  package var name: String
  /// The name of the zone that its times are in, as IANA has it.
  package var zone: String
  /// What wrote it (PRODID).
  package var product: String
  /// What it is about; `nil` where nothing is said.
  package var description: String?
  /// The address of the meeting's page.
  package var url: String?
  /// The address of the calendar itself.
  package var source: String?
  package var color: NamedColor?

  package init(
    name: String, zone: String, product: String, description: String? = nil, url: String? = nil,
    source: String? = nil, color: NamedColor? = nil
  ) {
    self.name = name
    self.zone = zone
    self.product = product
    self.description = description
    self.url = url
    self.source = source
    self.color = color
  }

  /// In the order in which they are written.
  package var properties: [CalendarProperty] {
    let line = CalendarText.line(name)
    var properties: [CalendarProperty] = [
      .init("VERSION", .token("2.0")), .init("PRODID", .text(product)),
      .init("CALSCALE", .token("GREGORIAN")), .init("NAME", .text(line)),
      .init("X-WR-CALNAME", .unknown(line)), .init("X-WR-TIMEZONE", .unknown(zone)),
      .init("REFRESH-INTERVAL", .duration(3600), ["VALUE": "DURATION"]),
      .init("X-PUBLISHED-TTL", .unknown("PT1H")),
    ]
    if let url = url.flatMap(WebAddress.init(exactly:)) {
      properties.append(.init("URL", .uri(url.text)))
    }
    if let description {
      properties.append(.init("DESCRIPTION", .text(CalendarText.clean(description))))
    }
    if let source = source.flatMap(WebAddress.init(exactly:)) {
      properties.append(.init("SOURCE", .uri(source.text), ["VALUE": "URI"]))
    }
    if let color {
      properties.append(.init("COLOR", .text(color.name)))
      // Apple's calendars know no other.
      properties.append(.init("X-APPLE-CALENDAR-COLOR", .unknown(color.figures)))
    }
    return properties
  }
}
