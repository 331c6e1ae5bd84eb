// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Everything that was ever published, by the id that it goes by now, with what it is called.
struct KnownIDs {
  private(set) var names: [Rename.Sort: [String: String]] = [:]
  /// What stands in the last publication, not cancelled.
  private(set) var standing: [Rename.Sort: Set<String>] = [:]

  init(_ history: PublicationHistory) {
    for state in history.states {
      for rename in state.head.renames ?? [] {
        let name = names[rename.sort]?.removeValue(forKey: rename.from)
        names[rename.sort, default: [:]][rename.to] = name
      }
      for room in state.head.rooms { names[.room, default: [:]][room.id] = room.name }
      for entry in state.entries { add(entry) }
    }
    let latest = history.latest
    for entry in latest?.entries ?? [] where !entry.event.status.isCancelled {
      standing[.session, default: []].insert(entry.session)
      standing[.activity, default: []].formUnion(entry.event.activities.map(\.id))
      standing[.person, default: []].formUnion(entry.event.attendees.map(\.id))
    }
    standing[.room] = Set(latest?.head.rooms.map(\.id) ?? [])
  }

  private mutating func add(_ entry: PublicationState.Entry) {
    let event = entry.event
    names[.session, default: [:]][entry.session] = event.title
    names[.room, default: [:]][event.room.id] = event.room.name
    for activity in event.activities { names[.activity, default: [:]][activity.id] = activity.name }
    for person in event.attendees { names[.person, default: [:]][person.id] = person.name }
  }

  func has(_ sort: Rename.Sort, _ id: String) -> Bool { names[sort]?[id] != nil }

  /// What has an id; ids are unique over all sorts.
  func sort(of id: String) -> Rename.Sort? { Rename.Sort.allCases.first { has($0, id) } }

  func near(_ id: String) -> String? {
    Nearest.to(id, among: names.values.flatMap(\.keys).sorted())
  }
}
