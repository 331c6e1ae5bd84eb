// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Meetings
import Programmes
import Tables

/// A calendar to subscribe to: a part of the programme that somebody wants to follow.
///
/// Static files, since neither Google and Outlook nor a plain web host can filter.
struct Feed: Sendable {
  enum Group: String, CaseIterable, Sendable {
    case whole, day, kind, theme, room, activity, person
    /// One session alone: what somebody picks, put together by their own calendar, follows without a
    /// server that knows their agenda.
    case session
  }

  struct Key: Hashable, Sendable {
    var group: Group
    /// A date, a token, a theme, or the id of a room, an activity, a person, a session.
    var id: String
  }

  var key: Key
  /// Without the meeting's name.
  var name: String
  /// Below the published folder.
  var path: String
  var color: NamedColor
  var entries: [PublicationState.Entry]
}

/// All feeds of a publication.
struct FeedPlan: Sendable {
  /// By group, in the order of the meeting's tables or of their names.
  let feeds: [Feed]
  /// Paths that earlier publications gave and that no new file would get; they stay, since they are in
  /// people's calendars.
  let inheritedPaths: Set<String>

  /// A feed that was ever published goes on, even if it is empty: calendars that follow it would
  /// otherwise get errors for ever, or keep what it last held.
  init(_ history: PublicationHistory) {
    guard let state = history.latest, let clock = state.clock else {
      feeds = []
      inheritedPaths = []
      return
    }
    var names: [Feed.Key: String] = [:]
    for past in history.states {
      names = Self.renamed(names, by: past.head.renames ?? [])
      for entry in past.entries {
        for (key, name) in Self.keys(entry, clock) { names[key] = name }
      }
    }
    var entries: [Feed.Key: [PublicationState.Entry]] = [:]
    for entry in state.entries {
      for key in Set(Self.keys(entry, clock).map(\.key)) {
        entries[key, default: []].append(entry)
      }
    }
    names[Feed.Key(group: .whole, id: "")] = "Whole programme"
    for day in state.head.days {
      names[Feed.Key(group: .day, id: day.date)] = day.label.isEmpty ? day.date : day.label
    }
    let rooms = Dictionary(
      state.head.rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for room in state.head.rooms where names[Feed.Key(group: .room, id: room.id)] != nil {
      names[Feed.Key(group: .room, id: room.id)] = room.name
    }
    let stems = FeedStems(history, clock)
    let made = names.compactMap { key, name -> Feed? in
      guard let path = Self.path(key, stems, state) else { return nil }
      return Feed(
        key: key, name: name, path: path,
        color: key.group == .kind ? CalendarColor.of(key.id) : .royalblue,
        entries: entries[key] ?? [])
    }
    feeds = made.sorted { a, b in
      Self.place(a, rooms) < Self.place(b, rooms)
    }
    inheritedPaths = Set(stems.inherited.map { "public/\($0)" })
  }

  /// What goes on under another id is followed under the same address.
  private static func renamed(
    _ names: [Feed.Key: String], by renames: [Rename]
  ) -> [Feed.Key: String] {
    guard !renames.isEmpty else { return names }
    return Dictionary(
      names.map { key, name in
        var key = key
        if let sort = key.group.sort { key.id = renames.id(sort, key.id) }
        return (key, name)
      }, uniquingKeysWith: { _, last in last })
  }

  /// Where an event belongs, with the name that each of these goes by.
  static func keys(
    _ entry: PublicationState.Entry, _ clock: ZoneClock
  ) -> [(key: Feed.Key, name: String)] {
    let event = entry.event
    let date = "\(clock.wallTime(atInstant: event.start).date)"
    var keys = [
      (Feed.Key(group: .whole, id: ""), ""), (Feed.Key(group: .day, id: date), date),
      (Feed.Key(group: .room, id: event.room.id), event.room.name),
    ]
    keys += event.kinds.map { (Feed.Key(group: .kind, id: $0), KindNames.name($0)) }
    keys += event.themes.map { (Feed.Key(group: .theme, id: $0), $0) }
    keys += event.activities.map { (Feed.Key(group: .activity, id: $0.id), $0.name) }
    keys += event.attendees.map { (Feed.Key(group: .person, id: $0.id), $0.name) }
    // Calendars name themselves by this: a title that fills a screen is cut.
    let title = event.title.isEmpty ? entry.session : event.title
    keys.append((Feed.Key(group: .session, id: entry.session), String(title.prefix(120))))
    return keys
  }

  private static func place(_ feed: Feed, _ rooms: [String: Int]) -> (Int, Int, String, String) {
    let group = Feed.Group.allCases.firstIndex(of: feed.key.group) ?? 0
    let isInOrder = feed.key.group == .day
    let order = feed.key.group == .room ? rooms[feed.key.id] ?? Int.max : 0
    return (group, order, isInOrder ? feed.key.id : feed.name, feed.key.id)
  }

  /// An address stays whatever its thing is called by now: it is in people's calendars.
  private static func path(
    _ key: Feed.Key, _ stems: FeedStems, _ state: PublicationState
  ) -> String? {
    let stable = key.stable(state.lineage)
    return switch key.group {
    case .whole: "programme.ics"
    case .person: state.tokens[stable.id].map { "people/\($0).ics" }
    case .day, .kind, .theme, .room, .activity, .session: stems.path(stable)
    }
  }
}

extension Feed.Key {
  /// The same with the id under which the register knows its thing, whatever it is called by now.
  func stable(_ lineage: Lineage) -> Feed.Key {
    group.sort.map { Feed.Key(group: group, id: lineage.key($0, id)) } ?? self
  }
}

extension Feed.Group {
  /// What its ids are of, where that can get another one.
  var sort: Rename.Sort? {
    switch self {
    case .room: .room
    case .activity: .activity
    case .person: .person
    case .session: .session
    case .whole, .day, .kind, .theme: nil
    }
  }
}
