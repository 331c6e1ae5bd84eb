// SPDX-License-Identifier: GPL-3.0-or-later

import CICal
import Foundation
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
    guard let calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT) else {
      throw Failure(description: "libical has no memory for a calendar")
    }
    defer { icalcomponent_free(calendar) }
    addHead(calendar, scenario)
    let entries = ProgrammeEntry.all(schedule, of: scenario).filter { $0.stay != nil }
    let first = entries.map(\.startInstant).min() ?? CalendarStamp.of(scenario)
    let last = entries.map(\.endInstant).max() ?? first
    if let zone = ZoneComponent(scenario.meeting.zone, from: first, to: last).make() {
      icalcomponent_add_component(calendar, zone)
    }
    let stamp = CalendarStamp.of(scenario)
    for entry in entries {
      if let event = event(entry, scenario, stamp, status) {
        icalcomponent_add_component(calendar, event)
      }
    }
    guard let bytes = icalcomponent_as_ical_string_r(calendar) else {
      throw Failure(description: "libical could not write the calendar")
    }
    defer { icalmemory_free_buffer(bytes) }
    return String(cString: bytes)
  }

  private static func addHead(_ calendar: OpaquePointer, _ scenario: Scenario) {
    let name = CalendarText.line(scenario.meeting.name)
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"))
    icalcomponent_add_property(
      calendar, icalproperty_new_prodid("-//Programme//programme draft//EN"))
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"))
    icalcomponent_add_property(calendar, icalproperty_new_name(name))
    addExtension(calendar, "X-WR-CALNAME", name)
    addExtension(calendar, "X-WR-TIMEZONE", scenario.meeting.zone.zone.identifier)
    let hour = icaldurationtype_from_int(3600)
    let refresh = icalproperty_new_refreshinterval(hour)
    icalproperty_add_parameter(refresh, icalparameter_new_value(ICAL_VALUE_DURATION))
    icalcomponent_add_property(calendar, refresh)
    addExtension(calendar, "X-PUBLISHED-TTL", "PT1H")
    if let url = scenario.meeting.calendar?.url, isURL(url) {
      icalcomponent_add_property(calendar, icalproperty_new_url(url))
    }
  }

  private static func addExtension(_ component: OpaquePointer, _ name: String, _ value: String) {
    let property = icalproperty_new_x(CalendarText.line(value))
    icalproperty_set_x_name(property, name)
    icalcomponent_add_property(component, property)
  }

  private static func event(
    _ entry: ProgrammeEntry, _ scenario: Scenario, _ stamp: Int, _ status: Status
  ) -> OpaquePointer? {
    guard let stay = entry.stay, let event = icalcomponent_new(ICAL_VEVENT_COMPONENT) else {
      return nil
    }
    func add(_ property: OpaquePointer?) { icalcomponent_add_property(event, property) }
    add(icalproperty_new_uid(EventIdentity.uid(ofSession: entry.session.id, in: scenario.meeting)))
    add(icalproperty_new_dtstamp(ICalTime.make(UTCText.numbers(stamp), isUTC: true)))
    add(icalproperty_new_sequence(0))
    let zone = scenario.meeting.zone.zone.identifier
    for property in [
      icalproperty_new_dtstart(ICalTime.wall(stay.start)),
      icalproperty_new_dtend(ICalTime.wall(end(entry, scenario))),
    ] {
      icalproperty_add_parameter(property, icalparameter_new_tzid(zone))
      add(property)
    }
    add(icalproperty_new_summary(CalendarText.line(entry.session.title)))
    add(icalproperty_new_location(CalendarText.line(location(entry))))
    add(icalproperty_new_description(CalendarText.clean(description(entry, scenario))))
    for category in entry.kinds.map(\.token) + entry.session.themes {
      add(icalproperty_new_categories(CalendarText.line(category)))
    }
    if isURL(entry.session.url) { add(icalproperty_new_url(entry.session.url)) }
    if let organizer = scenario.meeting.calendar?.organizer, isURL(organizer) {
      add(icalproperty_new_organizer(organizer))
    }
    add(
      icalproperty_new_status(status == .tentative ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED))
    return event
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
    if isURL(entry.session.url) { lines.append(entry.session.url) }
    return lines.joined(separator: "\n")
  }

  /// An absolute address of plain ASCII without blanks: what may stand in a URI value as it is.
  private static func isURL(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
      && text[..<colon].utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2B
      }
  }
}
