// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// VTIMEZONE with just the offsets that a meeting needs: one STANDARD, and one DAYLIGHT in a
/// zone with summer time (RFC 5545, section 3.6.5). Outlook reads only
/// the last STANDARD of several, and libical's own zones go back to 1895.
package struct ZoneComponent {
  private struct Onset {
    let instant: Int
    let from: Int
    let to: Int
    let isDaylight: Bool
    let name: String
  }

  private let zone: TimeZone
  private let onsets: [Onset]

  package init(_ clock: ZoneClock, from first: Int, to last: Int) {
    zone = clock.zone
    // Two years back hold both changes of any zone that has them.
    var cursor = Date(timeIntervalSince1970: TimeInterval(first - 2 * 366 * 86_400))
    var standard: Onset?
    var daylight: Onset?
    while let next = clock.zone.nextDaylightSavingTimeTransition(after: cursor),
      Int(next.timeIntervalSince1970) <= last
    {
      let onset = Self.onset(at: Int(next.timeIntervalSince1970), clock.zone)
      if onset.isDaylight { daylight = onset } else { standard = onset }
      cursor = next
    }
    onsets = [standard ?? Self.everStanding(at: first, clock.zone), daylight].compactMap(\.self)
  }

  private static func onset(at instant: Int, _ zone: TimeZone) -> Onset {
    let date = Date(timeIntervalSince1970: TimeInterval(instant))
    let before = Date(timeIntervalSince1970: TimeInterval(instant - 1))
    return Onset(
      instant: instant, from: zone.secondsFromGMT(for: before), to: zone.secondsFromGMT(for: date),
      isDaylight: zone.isDaylightSavingTime(for: date), name: name(zone, date))
  }

  /// Without a change, the offset has been the same since 1970.
  private static func everStanding(at instant: Int, _ zone: TimeZone) -> Onset {
    let date = Date(timeIntervalSince1970: TimeInterval(instant))
    let offset = zone.secondsFromGMT(for: date)
    return Onset(
      instant: -offset, from: offset, to: offset, isDaylight: false, name: name(zone, date))
  }

  /// `+0900` style if the zone has no letters of its own; never localised.
  private static func name(_ zone: TimeZone, _ date: Date) -> String {
    let offset = zone.secondsFromGMT(for: date)
    return zone.abbreviation(for: date) ?? offsetText(offset)
  }

  private static func offsetText(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + padded(minutes / 60) + padded(minutes % 60)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The component as it stands in a calendar.
  package var tree: CalendarTree {
    CalendarTree(
      "VTIMEZONE", [.init("TZID", .text(zone.identifier))],
      components: onsets.map { onset in
        CalendarTree(
          onset.isDaylight ? "DAYLIGHT" : "STANDARD",
          [
            // The onset on the clock in use before it.
            .init("DTSTART", .local(onset.instant + onset.from)),
            .init("TZOFFSETFROM", .utcOffset(onset.from)),
            .init("TZOFFSETTO", .utcOffset(onset.to)), .init("TZNAME", .text(onset.name)),
          ])
      })
  }
}
