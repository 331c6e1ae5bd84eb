// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

@testable import PlanningProblems
@testable import Searching

/// A meeting made of tracks around a planted schedule, with `must` links of every kind and the other
/// hard rules, the same for the same seed.
///
/// Whatever is asked is drawn blindly and stays only if the referee finds that the planted schedule
/// keeps it: nothing here knows what a rule means.
struct PlantedMeeting {
  private(set) var scenario: Scenario
  /// The schedule that keeps every rule.
  private(set) var planted = Schedule(rows: [])
  private var random: SeededGenerator
  private var layout: PlantedLayout

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed &* 7919 &+ 17)
    layout = try PlantedLayout(&random)
    scenario = layout.scenario
    planted = layout.schedule
    for track in layout.tracks { tie(track) }
    for _ in 0..<3 * layout.tracks.count { linkAnything() }
    addPeople()
    addPlaces()
    addLimits()
  }

  private mutating func roll(_ sides: Int) -> Int { random.below(sides) }

  /// Makes a change if the planted schedule keeps all rules with it.
  @discardableResult
  private mutating func ask(_ change: (inout Scenario) -> Void) -> Bool {
    var changed = scenario
    change(&changed)
    guard Review(scenario: changed, schedule: planted).violations.isEmpty else { return false }
    scenario = changed
    return true
  }

  private mutating func link(
    _ from: Subject, _ to: Subject, _ kind: Link.Kind, minGap: Int = 0, maxGap: Int? = nil
  ) {
    ask {
      $0.links.append(
        Link(from: from, to: to, kind: kind, strength: .must, minGap: minGap, maxGap: maxGap))
    }
  }

  // MARK: Ties

  /// What keeps a track together, as far as it was planted so.
  private mutating func tie(_ track: PlantedLayout.Track) {
    let whole = Subject.activity(track.activity)
    let sort = roll(6)
    if sort != 0 { link(whole, whole, .sameRoom) }
    if sort != 1 { link(whole, whole, .sameDay) }
    switch sort {
    case 2:
      for (s, t) in zip(track.sessions, track.sessions.dropFirst()) {
        link(.session(s), .session(t), .backToBack, maxGap: roll(2) == 0 ? nil : 15)
      }
    case 3:
      let most = roll(2) == 0 ? nil : 240
      for (s, t) in zip(track.sessions, track.sessions.dropFirst()) {
        link(.session(s), .session(t), .before, minGap: roll(3) == 0 ? 5 : 0, maxGap: most)
      }
    default: break
    }
  }

  private mutating func subject() -> Subject {
    roll(4) == 0
      ? .activity(roll(scenario.activities.count)) : .session(roll(scenario.sessions.count))
  }

  /// A link of any kind between any two, or between neighbours: hardly any others stand back to back.
  private mutating func linkAnything() {
    let kind = Link.Kind.allCases[roll(Link.Kind.allCases.count)]
    var (from, to) = (subject(), subject())
    if kind == .backToBack {
      let s = roll(scenario.sessions.count - 1)
      (from, to) = (.session(s), .session(s + 1))
    }
    let most = roll(3) == 0 ? [15, 120, 1440][roll(3)] : nil
    link(from, to, kind, minGap: [0, 0, 30][roll(3)], maxGap: most)
  }

  // MARK: What else is asked

  /// Speakers of one to three sessions.
  private mutating func addPeople() {
    for p in 0..<scenario.sessions.count / 2 {
      var own: Set<Int> = []
      for _ in 0..<(1 + roll(3)) { own.insert(roll(scenario.sessions.count)) }
      let most = roll(4) == 0 ? 1 + roll(2) : nil
      ask {
        $0.people.append(
          Person(
            id: "p\(p)", name: "Person \(p)", zone: $0.meeting.zone, presence: .onsite,
            maxPerDay: most))
        for s in own.sorted() {
          $0.roles.append(
            Role(person: $0.people.count - 1, subject: .session(s), role: "speaker"))
        }
      }
    }
  }

  /// Sessions that must stand on a day, in a room, within a window, and rooms that are closed on a day.
  private mutating func addPlaces() {
    for _ in 0..<scenario.sessions.count / 4 {
      let (s, sort) = (roll(scenario.sessions.count), roll(3))
      let day = scenario.meeting.days[roll(scenario.meeting.days.count)]
      let room = roll(scenario.rooms.count)
      ask {
        switch sort {
        case 0: $0.sessions[s].pin.date = day.date
        case 1: $0.sessions[s].pin.room = room
        default: $0.sessions[s].allowed = [day.openIntervals[0]]
        }
      }
    }
    for room in scenario.rooms.indices where roll(4) == 0 {
      let closed = roll(scenario.meeting.days.count)
      let open = scenario.meeting.days.enumerated().filter { $0.offset != closed }
        .flatMap(\.element.openIntervals)
      if !open.isEmpty { ask { $0.rooms[room].available = open } }
    }
  }

  /// At most as many at a time, or on a day, as the planted schedule has, or one more.
  private mutating func addLimits() {
    for l in 0..<2 {
      let spare = roll(2)
      let chosen = scenario.activities.indices.filter { _ in roll(3) == 0 }
      let scope = Limit.Scope.allCases[roll(2)]
      for most in 1...scenario.sessions.count {
        let limit = Limit(
          id: "l\(l)", activities: chosen, atMost: most + spare, per: scope, strength: .must)
        let least = Limit(
          id: "l\(l)", activities: chosen, atMost: most, per: scope, strength: .must)
        var tight = scenario
        tight.limits.append(least)
        guard Review(scenario: tight, schedule: planted).violations.isEmpty else { continue }
        ask { $0.limits.append(limit) }
        break
      }
    }
  }
}
