// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Calendars
import Cells
import Meetings
import Programmes
import Texts

/// One session as a calendar's event (RFC 5545, section 3.6.1), from its registered value alone.
struct EventTree {
  private let entry: PublicationState.Entry
  private let clock: ZoneClock
  private var event: PublishedEvent { entry.event }

  init(_ entry: PublicationState.Entry, _ clock: ZoneClock) {
    self.entry = entry
    self.clock = clock
  }

  var tree: CalendarTree {
    var properties: [CalendarProperty] = [
      .init("UID", .text(entry.uid)), .init("DTSTAMP", .utc(entry.modified)),
      .init("LAST-MODIFIED", .utc(entry.modified)), .init("SEQUENCE", .integer(entry.sequence)),
      time("DTSTART", event.start), time("DTEND", event.end), .init("SUMMARY", .text(summary)),
    ]
    let place = CalendarText.line(event.room.words)
    if !place.isEmpty { properties.append(.init("LOCATION", .text(place))) }
    if let position = event.room.position.flatMap({ PositionCell.read($0).value }) {
      properties.append(.init("GEO", .position(position)))
    }
    if !description.isEmpty { properties.append(.init("DESCRIPTION", .text(description))) }
    if let about = CalendarProperty.categories(kinds: event.kinds, themes: event.themes) {
      properties.append(about)
    }
    properties.append(.init("COLOR", .text(CalendarColor.of(event.kinds.first).name)))
    if let page = event.page.address { properties.append(.init("URL", .uri(page.text))) }
    if let conference = event.conference.address {
      properties.append(Self.conference(conference))
    }
    if let organizer = WebAddress(exactly: event.organizer) {
      properties.append(.init("ORGANIZER", .calendarAddress(organizer.text)))
    }
    properties.append(.init("STATUS", .token(Self.word(event.status))))
    // A cancelled session leaves the time free.
    if event.status.isCancelled { properties.append(.init("TRANSP", .token("TRANSPARENT"))) }
    return CalendarTree("VEVENT", properties)
  }

  /// How to take part, and by what (RFC 7986, sections 5.11 and 6.3).
  private static func conference(_ address: WebAddress) -> CalendarProperty {
    var property = CalendarProperty("CONFERENCE", .uri(address.text), ["VALUE": "URI"])
    let feature: String? =
      switch address.scheme {
      case .https, .http, .webcal, .webcals: "VIDEO"
      case .tel: "PHONE"
      case .sip, .sips: "AUDIO"
      case .xmpp: "CHAT"
      case .mailto: nil
      }
    if let feature { property.parameters.append(.init(name: "FEATURE", value: feature)) }
    property.parameters.append(.init(name: "LABEL", value: "Take part online"))
    return property
  }

  private static func word(_ status: PublishedEvent.Status) -> String {
    switch status {
    case .tentative: "TENTATIVE"
    case .confirmed, .tombstone: "CONFIRMED"
    case .cancelled: "CANCELLED"
    }
  }

  /// On the venue's clock; in UTC if that clock shows the time twice and the second is meant.
  private func time(_ name: String, _ instant: Int) -> CalendarProperty {
    let wall = clock.wallTime(atInstant: instant)
    guard clock.instant(wall) == instant else { return .init(name, .utc(instant)) }
    return .init(name, .local(wall.minutes * 60), ["TZID": event.zone])
  }

  /// A title that would fill a screen is cut; the description then begins with all of it.
  private static let longest = 300

  private var title: String {
    let line = CalendarText.line(event.title).trimmingBlanks
    return line.isEmpty ? entry.session : line
  }

  private var summary: String {
    let cut = title.count > Self.longest ? title.prefix(Self.longest) + "…" : title
    return event.status == .tombstone ? "[CANCELLED] \(cut)" : cut
  }

  private var description: String {
    var lines: [String] = []
    if event.status.isCancelled {
      let reason = event.cancellation ?? ""
      lines += [
        reason.isEmpty ? "This session is cancelled." : "This session is cancelled: \(reason)", "",
      ]
    }
    if title.count > Self.longest { lines += [title, ""] }
    if !event.description.isEmpty { lines += [event.description, ""] }
    lines += event.activities.map(\.name).filter { $0 != event.title }
    for role in event.roles { lines.append("\(role.name): \(role.people.joined(separator: ", "))") }
    if !event.themes.isEmpty { lines.append("Themes: \(event.themes.joined(separator: ", "))") }
    if !event.languages.isEmpty {
      lines.append("Languages: \(event.languages.joined(separator: ", "))")
    }
    // Few calendars show CONFERENCE, and some not even URL.
    lines += event.addressLines
    return lines.joined(separator: "\n")
  }
}

extension PublishedEvent {
  /// How to take part and where to read about it, a line each, as addresses or as words.
  var addressLines: [String] {
    [("Take part online", conference.shown), ("Session page", page.shown)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
  }

  /// Those it names, by role, in the order in which roles first appear.
  var roles: [(name: String, people: [String])] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for person in people {
      let role =
        person.role.isEmpty
        ? "With"
        : person.role.capitalizedFirst
      if names[role] == nil { order.append(role) }
      names[role, default: []].append(person.name)
    }
    return order.map { ($0, names[$0] ?? []) }
  }
}
