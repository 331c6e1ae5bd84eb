// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

@testable import Searching

/// Days, rooms and tracks laid out one after the other: sessions of a track follow each other in a room,
/// and some tracks go on in their room on another day, or in another room on their day.
struct PlantedLayout {
  /// An activity and its sessions, in the order in which they were planted on each day.
  struct Track {
    let activity: Int
    var sessions: [Int]
  }

  private(set) var scenario: Scenario
  private(set) var tracks: [Track] = []
  private var rows: [Schedule.Row] = []
  /// Tracks that may go on, by the room and by the day that they keep.
  private var goesOnInRoom: [Int: Int] = [:]
  private var goesOnOnDay: [Int: Int] = [:]

  private static let (opens, closes, grid) = (540, 900, 5)

  /// Every session, where it was laid.
  var schedule: Schedule { Schedule(rows: rows) }

  init(_ random: inout SeededGenerator) throws {
    guard let zone = ZoneClock("Europe/Oslo") else { throw RandomScenario.Missing() }
    // In slots, sessions of half an hour fill a slot and those of an hour two.
    let slots = stride(from: Self.opens, to: Self.closes, by: 30).map { $0 }
    let days = (0..<1 + random.below(3)).map { day in
      Day(
        date: CalendarDate(dayNumber: 20_262 + day), label: "Day", open: [Self.opens..<Self.closes],
        starts: random.below(3) == 0 ? slots : nil)
    }
    let gap = [0, 5, 5][random.below(3)]
    scenario = Scenario(
      meeting: Meeting(
        id: "planted", name: "Planted", zone: zone, days: days, gridMinutes: Self.grid,
        turnoverMinutes: gap, transferMinutes: [0, 15][random.below(2)], localHours: 240..<1320))
    let rooms = 2 + random.below(4)
    for room in 0..<rooms {
      scenario.rooms.append(
        Room(
          id: "r\(room)", name: "Room \(room)", capacity: [40, 80, 80, 300][random.below(4)],
          turnoverMinutes: gap))
    }
    let hasJoined = random.below(3) == 0
    if hasJoined {
      scenario.rooms.append(
        Room(id: "hall", name: "Hall", capacity: 600, turnoverMinutes: gap, parts: [0, 1]))
    }
    for day in days.indices {
      // The plenary that opens a day has the house to itself.
      let from = day == 0 && hasJoined ? Self.opens + 60 : Self.opens
      if from > Self.opens { layPlenary(on: day, room: rooms) }
      for room in 0..<rooms { fill(room, on: day, from: from, &random) }
    }
  }

  private mutating func layPlenary(on day: Int, room: Int) {
    scenario.activities.append(Activity(id: "plenary", name: "Plenary", kind: Kind("MAIN")))
    lay(0, minutes: 50, audience: 500, isExclusive: true, day: day, minute: Self.opens, room: room)
  }

  private mutating func fill(
    _ room: Int, on day: Int, from first: Int, _ random: inout SeededGenerator
  ) {
    var minute = first
    while minute < Self.closes - 60, random.below(8) != 0 {
      let track = track(in: room, on: day, &random)
      for _ in 0..<(2 + random.below(5)) {
        minute = start(after: minute, on: day)
        let minutes = [15, 25, 25, 50][random.below(4)]
        guard minute + minutes <= Self.closes else { break }
        let audience = scenario.rooms[room].capacity * (1 + random.below(9)) / 10
        tracks[track].sessions.append(scenario.sessions.count)
        lay(
          tracks[track].activity, minutes: minutes, audience: audience, day: day, minute: minute,
          room: room)
        let pause = random.below(8) == 0 ? 30 : 0
        minute += minutes + scenario.meeting.turnoverMinutes + pause
      }
    }
  }

  /// A track that goes on here, or a new one.
  private mutating func track(
    in room: Int, on day: Int, _ random: inout SeededGenerator
  ) -> Int {
    if let track = goesOnInRoom.removeValue(forKey: room) { return track }
    if let track = goesOnOnDay.removeValue(forKey: day) { return track }
    let track = tracks.count
    let activity = scenario.activities.count
    scenario.activities.append(
      Activity(id: "t\(track)", name: "Track \(track)", kind: Kind("WS")))
    tracks.append(Track(activity: activity, sessions: []))
    switch random.below(6) {
    case 0: goesOnInRoom[room] = track
    case 1: goesOnOnDay[day] = track
    default: break
    }
    return track
  }

  private func start(after minute: Int, on day: Int) -> Int {
    scenario.meeting.days[day].starts?.first { $0 >= minute }
      ?? (minute + Self.grid - 1) / Self.grid * Self.grid
  }

  private mutating func lay(
    _ activity: Int, minutes: Int, audience: Int, isExclusive: Bool = false, day: Int, minute: Int,
    room: Int
  ) {
    let id = "s\(scenario.sessions.count)"
    scenario.sessions.append(
      Session(
        id: id, activities: [activity], title: "Talk \(id)", minutes: minutes, audience: audience,
        isExclusive: isExclusive))
    rows.append(
      Schedule.Row(
        session: id, status: .placed,
        start: WallTime(scenario.meeting.days[day].date, minuteOfDay: minute),
        room: scenario.rooms[room].id))
  }
}
