// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// Where each session that must be placed could be if it were alone, worked out from the tables:
/// every proof of impossibility starts from this. Held and optional sessions take no part, and
/// neither do sessions that have no place at all (`SessionPlaceCheck` names those).
struct PossiblePlaces {
  /// What sessions of one length, with the same demands, have in common.
  struct Profile {
    let minutes: Int
    /// Venue minutes since 1970, in order.
    let starts: [Int]
    /// Meeting day of each start, as an index into `Meeting.days`.
    let dayOf: [Int]
    /// Indices into `Scenario.rooms`, in order.
    let rooms: [Int]
    /// All time in which it may run.
    let cover: Stretches
    let days: Set<Int>

    var earliest: Int { starts.first ?? 0 }
    var latest: Int { starts.last ?? 0 }
  }

  let scenario: Scenario
  let attendances: Attendances
  /// Indices into `Scenario.sessions`, in order.
  let sessions: [Int]
  let profiles: [Profile]
  /// By index into `Scenario.sessions`; `nil` for those that take no part.
  private(set) var profileOf: [Int?]
  /// Open hours of each day, and of all.
  let open: [Stretches]
  let allOpen: Stretches

  init(_ scenario: Scenario) {
    self.scenario = scenario
    let held = Eligibility(scenario).held
    let attendances = Attendances(scenario)
    self.attendances = attendances
    let open = scenario.meeting.days.map(\.openIntervals)
    self.open = open.map { Stretches($0) }
    allOpen = Stretches(open.flatMap(\.self))
    var known: [Key: Int?] = [:]
    var profiles: [Profile] = []
    profileOf = scenario.sessions.indices.map { index in
      let session = scenario.sessions[index]
      guard session.placement == .must, !held.contains(index) else { return nil }
      let key = Key(session, attendances.required(index), scenario)
      if let there = known[key] { return there }
      let profile = Profile(key, scenario, open)
      let number = profile.starts.isEmpty ? nil : profiles.count
      if number != nil { profiles.append(profile) }
      known[key] = .some(number)
      return number
    }
    self.profiles = profiles
    sessions = profileOf.indices.filter { [profileOf] in profileOf[$0] != nil }
  }

  /// The profile of a session that takes part.
  func profile(_ session: Int) -> Profile? { profileOf[session].map { profiles[$0] } }

  func reach(_ session: Int) -> Impossibility.Reach {
    let profile = profile(session)
    return .init(
      session: session, first: WallTime(minutes: profile?.earliest ?? 0),
      last: WallTime(minutes: profile?.latest ?? 0), days: (profile?.days ?? []).sorted(),
      rooms: profile?.rooms ?? [], starts: profile?.starts.count ?? 0)
  }

  func takesPart(_ session: Int) -> Bool { profileOf[session] != nil }

  /// The sessions of a subject that take part.
  func sessions(of subject: Subject) -> [Int] {
    scenario.sessions(of: subject).filter(takesPart)
  }

  /// Everything that decides where a session could be if it were alone.
  fileprivate struct Key: Hashable {
    let minutes: Int
    let date: CalendarDate?
    let start: Int?
    let allowed: [Interval]?
    let people: [[Interval]]
    let rooms: [Int]

    init(_ session: Session, _ required: [Int], _ scenario: Scenario) {
      minutes = session.minutes
      date = session.pin.date
      start = session.pin.start
      allowed = session.allowed
      people = required.compactMap { scenario.people[$0].available }
      rooms = scenario.rooms.indices.filter { index in
        scenario.rooms[index].capacity >= session.audience
          && session.needs.isSubset(of: scenario.rooms[index].features)
          && session.pin.room ?? index == index
      }
    }
  }
}

extension PossiblePlaces.Profile {
  fileprivate init(_ key: PossiblePlaces.Key, _ scenario: Scenario, _ open: [[Interval]]) {
    let meeting = scenario.meeting
    let isAlwaysThere = key.rooms.contains { scenario.rooms[$0].available == nil }
    var starts: [Int] = []
    var dayOf: [Int] = []
    var stays: [Interval] = []
    for (index, day) in meeting.days.enumerated() where key.date ?? day.date == day.date {
      let minutes =
        key.start.map { [$0] } ?? day.starts
        ?? Array(stride(from: 0, to: 1440, by: meeting.gridMinutes))
      for minute in Set(minutes).sorted() where minute % meeting.gridMinutes == 0 {
        let stay = Interval(
          start: WallTime(day.date, minuteOfDay: minute), minutes: key.minutes)
        guard open[index].hold(stay), key.allowed?.hold(stay) ?? true,
          key.people.allSatisfy({ $0.hold(stay) }),
          isAlwaysThere
            || key.rooms.contains(where: { scenario.rooms[$0].available?.hold(stay) ?? true }),
          meeting.zone.shows(stay.start)
        else { continue }
        starts.append(stay.start.minutes)
        dayOf.append(index)
        stays.append(stay)
      }
    }
    self.init(
      minutes: key.minutes, starts: starts, dayOf: dayOf,
      rooms: key.rooms.filter { index in
        guard let windows = scenario.rooms[index].available else { return true }
        return stays.contains { windows.hold($0) }
      },
      cover: Stretches(stays), days: Set(dayOf))
  }
}
