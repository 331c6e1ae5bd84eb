// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Calendars
import Meetings
import Programmes

/// `programme.ics`: the placed sessions as one calendar (RFC 5545, RFC 7986), through libical.
public enum CalendarFile {
  /// How firm the events are (STATUS).
  public enum Status: Sendable { case tentative, confirmed }

  /// The calendar's text: the same bytes for the same programme.
  ///
  /// - Throws: where libical cannot make the calendar.
  public static func text(
    _ programme: Programme, status: Status = .tentative
  ) throws(CalendarFailure) -> String {
    let meeting = programme.meeting
    let sessions = programme.inOrder.compactMap { session in
      session.place.map { (session: session, place: $0) }
    }
    let first = sessions.map(\.place.start).min() ?? programme.stamp
    let last = sessions.map(\.place.end).max() ?? first
    let zone = ZoneComponent(meeting.zone, from: first, to: last).tree
    let head = CalendarHead(
      name: meeting.name, zone: meeting.zone.zone.identifier,
      product: "-//Programme//programme draft//EN",
      url: meeting.calendar?.url.flatMap { TypedAddress($0).address?.text })
    let events = sessions.map { event($0.session, at: $0.place, of: programme, status) }
    return try ICalendarText.text(
      CalendarTree("VCALENDAR", head.properties, components: [zone] + events))
  }

  private static func event(
    _ session: Programme.Session, at place: Programme.Place, of programme: Programme,
    _ status: Status
  ) -> CalendarTree {
    let zone = programme.meeting.zone.zone.identifier
    var properties: [CalendarProperty] = [
      .init("UID", .text(session.uid)),
      .init("DTSTAMP", .utc(programme.stamp)), .init("SEQUENCE", .integer(0)),
      .init("DTSTART", .local(place.stay.start.minutes * 60), ["TZID": zone]),
      .init("DTEND", .local(end(place, programme).minutes * 60), ["TZID": zone]),
      .init("SUMMARY", .text(CalendarText.line(session.title))),
      .init("LOCATION", .text(CalendarText.line(location(place)))),
      .init("DESCRIPTION", .text(description(session))),
    ]
    if let position = place.room?.position {
      properties.append(.init("GEO", .position(position)))
    }
    let kinds = session.kinds.map(\.token)
    if let about = CalendarProperty.categories(kinds: kinds, themes: session.themes) {
      properties.append(about)
    }
    if let url = session.url.address { properties.append(.init("URL", .uri(url.text))) }
    if let typed = programme.meeting.calendar?.organizer,
      let organizer = OrganizerAddress(typed).address
    {
      properties.append(.init("ORGANIZER", .calendarAddress(organizer.text)))
    }
    properties.append(.init("STATUS", .token(status == .tentative ? "TENTATIVE" : "CONFIRMED")))
    return CalendarTree("VEVENT", properties)
  }

  /// The end on the venue's clock, the session's whole length after its start.
  private static func end(_ place: Programme.Place, _ programme: Programme) -> WallTime {
    programme.meeting.zone.wallTime(atInstant: place.end)
  }

  private static func location(_ place: Programme.Place) -> String {
    guard let room = place.room else { return place.roomID }
    return room.location.isEmpty ? room.name : "\(room.name), \(room.location)"
  }

  private static func description(_ session: Programme.Session) -> String {
    var lines = session.activities.map { "\($0.name) (\($0.kind))" }
    if !session.themes.isEmpty {
      lines.append("Themes: \(session.themes.joined(separator: ", "))")
    }
    if !session.url.shown.isEmpty { lines.append(session.url.shown) }
    return lines.joined(separator: "\n")
  }
}
