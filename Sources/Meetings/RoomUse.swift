// SPDX-License-Identifier: GPL-3.0-or-later

/// Which rooms are free.
public enum RoomUse {
  /// The rooms that are open at some time of a day's open hours and hold no session that day, in the
  /// order of their table. A joined room with a part in use is not free, nor is a part of one in
  /// use.
  ///
  /// - Parameter used: ids of the rooms that hold a session on the day.
  public static func free(on day: Day, used: Set<String>, of scenario: Scenario) -> [Room] {
    let parts = scenario.rooms.map { Set($0.parts.map { scenario.rooms[$0].id } + [$0.id]) }
    let taken = zip(scenario.rooms, parts).filter { used.contains($0.0.id) }
      .reduce(into: Set<String>()) { $0.formUnion($1.1) }
    return zip(scenario.rooms, parts).filter { room, parts in
      parts.isDisjoint(with: taken) && isOpen(room, on: day)
    }.map(\.0)
  }

  private static func isOpen(_ room: Room, on day: Day) -> Bool {
    guard let windows = room.available else { return true }
    return day.openIntervals.contains { open in windows.contains { $0.overlaps(open) } }
  }
}
