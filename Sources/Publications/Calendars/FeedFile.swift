// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Meetings
import Programmes

/// A feed as a calendar.
struct FeedFile {
  private let feed: Feed
  private let state: PublicationState
  private let clock: ZoneClock

  init(_ feed: Feed, _ state: PublicationState, _ clock: ZoneClock) {
    self.feed = feed
    self.state = state
    self.clock = clock
  }

  var tree: CalendarTree {
    let head = state.head
    let name = feed.key.group == .whole ? head.name : "\(head.name): \(feed.name)"
    let calendar = CalendarHead(
      name: name, zone: head.zone, product: "-//Programme//programme publish//EN",
      description: feed.key.group == .whole
        ? "The programme of \(head.name)." : "From the programme of \(head.name): \(feed.name).",
      url: head.url, source: head.address.isEmpty ? nil : head.address + feed.path,
      color: feed.color)
    return CalendarTree(
      "VCALENDAR", calendar.properties,
      components: [zone.tree] + feed.entries.map { EventTree($0, clock).tree })
  }

  /// For the whole meeting, in each of its feeds.
  private var zone: ZoneComponent {
    let days = state.head.days.compactMap { CalendarDate($0.date) }
    let edges = days.flatMap {
      [clock.instant(WallTime($0, minuteOfDay: 0)), clock.instant(WallTime($0, minuteOfDay: 1440))]
    }
    let instants = edges + state.entries.flatMap { [$0.event.start, $0.event.end] }
    let first = instants.min() ?? state.instant
    return ZoneComponent(clock, from: first, to: instants.max() ?? first)
  }
}
