// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// `programme.ics`: the placed sessions as one calendar (RFC 5545, RFC 7986), through libical.
public enum CalendarFile {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  public enum Status: Sendable { case tentative, confirmed }

  /// The calendar's text: the same bytes for the same schedule and scenario.
  ///
  /// UID as in `EventIdentity`.
  ///
  /// - Throws: where libical cannot make the calendar.
  public static func text(
    _ schedule: Schedule, of scenario: Scenario, status: Status = .tentative
  ) throws(Failure) -> String {
    let entries = ProgrammeEntry.all(schedule, of: scenario).filter { $0.stay != nil }
    let stamp = CalendarStamp.of(scenario)
    let first = entries.map(\.startInstant).min() ?? stamp
    let last = entries.map(\.endInstant).max() ?? first
    let zone = ZoneComponent(scenario.meeting.zone, from: first, to: last).tree
    let head = CalendarHead(
      name: scenario.meeting.name, zone: scenario.meeting.zone.zone.identifier,
      product: "-//Programme//programme draft//EN", url: scenario.meeting.calendar?.url)
    let events = entries.map { event($0, scenario, stamp, status) }
    return try ICalendarText.text(
      CalendarTree("VCALENDAR", head.properties, components: [zone] + events))
  }

  private static func event(
    _ entry: ProgrammeEntry, _ scenario: Scenario, _ stamp: Int, _ status: Status
  ) -> CalendarTree {
    let zone = scenario.meeting.zone.zone.identifier
    var properties: [CalendarProperty] = [
      .init("UID", .text(EventIdentity.uid(ofSession: entry.session.id, in: scenario.meeting))),
      .init("DTSTAMP", .utc(stamp)), .init("SEQUENCE", .integer(0)),
      .init("DTSTART", .local((entry.stay?.start.minutes ?? 0) * 60), ["TZID": zone]),
      .init("DTEND", .local(end(entry, scenario).minutes * 60), ["TZID": zone]),
      .init("SUMMARY", .text(CalendarText.line(entry.session.title))),
      .init("LOCATION", .text(CalendarText.line(location(entry)))),
      .init("DESCRIPTION", .text(description(entry, scenario))),
    ]
    properties += (entry.kinds.map(\.token) + entry.session.themes).map {
      .init("CATEGORIES", .text(CalendarText.line($0)))
    }
    if CalendarText.isURL(entry.session.url) {
      properties.append(.init("URL", .uri(entry.session.url)))
    }
    if let organizer = scenario.meeting.calendar?.organizer, CalendarText.isURL(organizer) {
      properties.append(.init("ORGANIZER", .calendarAddress(organizer)))
    }
    properties.append(.init("STATUS", .token(status == .tentative ? "TENTATIVE" : "CONFIRMED")))
    return CalendarTree("VEVENT", properties)
  }

  /// The end on the venue's clock, the session's whole length after its start.
  private static func end(_ entry: ProgrammeEntry, _ scenario: Scenario) -> WallTime {
    scenario.meeting.zone.wallTime(atInstant: entry.endInstant)
  }

  private static func location(_ entry: ProgrammeEntry) -> String {
    guard let room = entry.room else { return entry.roomID }
    return room.location.isEmpty ? room.name : "\(room.name), \(room.location)"
  }

  private static func description(_ entry: ProgrammeEntry, _ scenario: Scenario) -> String {
    var lines = entry.session.activities.map {
      "\(scenario.activities[$0].name) (\(scenario.activities[$0].kind))"
    }
    if !entry.session.themes.isEmpty {
      lines.append("Themes: \(entry.session.themes.joined(separator: ", "))")
    }
    if CalendarText.isURL(entry.session.url) { lines.append(entry.session.url) }
    return lines.joined(separator: "\n")
  }
}
