// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// A scenario under which some requests are given up and some corrections are taken.
///
/// Works with the indices of the whole scenario; removed rows are taken out at the end.
struct Loosening {
  private var scenario: Scenario
  private let held: Set<Int>
  private var sessions: Set<Int> = []
  private var links: Set<Int> = []
  private var limits: Set<Int> = []
  private var prices: [Request.Demand: Int] = [:]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    // Which sessions are held is settled first: giving up a person must not make an activity
    // ineligible.
    held = Eligibility(scenario).held
    self.scenario.meeting.eligibility = .report
    for rule in SoftRule.allCases { self.scenario.meeting.weights[rule] = 0 }
    for rule in [SoftRule.unplaced, .link, .limit] { self.scenario.meeting.weights[rule] = 1 }
  }

  /// What is left for the question whether there is any schedule: the sessions that must be placed,
  /// what is hard about them, and what has been given a price.
  var demands: Scenario {
    var bare = scenario
    bare.wishes = []
    bare.links = scenario.links.indices.compactMap { index in
      guard scenario.links[index].strength.isMust, !links.contains(index) else { return nil }
      var link = scenario.links[index]
      if let price = prices[.link(index)] { link.strength = .cost(price) }
      return link
    }
    bare.limits = scenario.limits.indices.compactMap { index in
      guard scenario.limits[index].strength.isMust, !limits.contains(index) else { return nil }
      var limit = scenario.limits[index]
      if let price = prices[.limit(index)] { limit.strength = .cost(price) }
      return limit
    }
    for index in scenario.sessions.indices {
      guard let price = prices[.session(index)] else { continue }
      bare.sessions[index].placement = .optional
      bare.sessions[index].priority = price
    }
    return bare.keeping(
      sessions: scenario.sessions.indices.filter {
        scenario.sessions[$0].placement == .must && !held.contains($0) && !sessions.contains($0)
      })
  }

  /// The whole meeting under the same changes, optional sessions and soft rows too: what a schedule
  /// for it is judged by.
  var whole: Scenario {
    var whole = scenario
    whole.links = scenario.links.indices.filter { !links.contains($0) }.map { scenario.links[$0] }
    whole.limits = scenario.limits.indices.filter { !limits.contains($0) }.map {
      scenario.limits[$0]
    }
    return whole.keeping(
      sessions: scenario.sessions.indices.filter { !held.contains($0) && !sessions.contains($0) })
  }

  /// The whole scenario, soft rules and all, after a change.
  static func taking(_ change: Correction.Change, of scenario: Scenario) -> Scenario {
    var loosening = Loosening(scenario)
    loosening.scenario.meeting.weights = scenario.meeting.weights
    loosening.scenario.meeting.eligibility = scenario.meeting.eligibility
    loosening.take(change)
    var changed = loosening.scenario
    if case .giveUp(.link(let index)) = change { changed.links.remove(at: index) }
    return changed
  }

  /// Sessions pinned at a time that their day does not list. Without the pin they have to begin at
  /// a listed one, so giving up the pin may forbid what was possible with it.
  static func pinnedOffStarts(_ scenario: Scenario) -> Set<Int> {
    Set(
      scenario.sessions.indices.filter { index in
        let pin = scenario.sessions[index].pin
        guard let start = pin.start else { return false }
        return scenario.meeting.days.contains { day in
          (pin.date ?? day.date) == day.date && !(day.starts?.contains(start) ?? true)
        }
      })
  }

  /// Leaves a session, a link or a limit in, to be broken at a price.
  mutating func price(_ demand: Request.Demand, _ price: Int) { prices[demand] = price }

  mutating func giveUp(_ demand: Request.Demand) {
    switch demand {
    case .session(let s): sessions.insert(s)
    case .pinnedDay(let s): scenario.sessions[s].pin.date = nil
    case .pinnedStart(let s): scenario.sessions[s].pin.start = nil
    case .pinnedRoom(let s): scenario.sessions[s].pin.room = nil
    case .allowed(let s): scenario.sessions[s].allowed = nil
    case .exclusive(let s): scenario.sessions[s].isExclusive = false
    case .needs(let s): scenario.sessions[s].needs = []
    case .audience(let s): scenario.sessions[s].audience = 0
    case .link(let index): links.insert(index)
    case .limit(let index): limits.insert(index)
    case .roomWindow(let r): scenario.rooms[r].available = nil
    case .roomTurnover(let r): scenario.rooms[r].turnoverMinutes = 0
    case .personWindow(let p): scenario.people[p].available = nil
    case .role(let index): scenario.roles[index].attendance = .preferred
    case .brought(let activity, let column, let person):
      scenario.activities[activity].people[column]?.removeAll { $0 == person }
    case .open(let day): scenario.meeting.days[day].open = [0..<1440]
    case .starts(let day): scenario.meeting.days[day].starts = nil
    case .turnover:
      for r in scenario.rooms.indices
      where scenario.rooms[r].turnoverMinutes == scenario.meeting.turnoverMinutes {
        scenario.rooms[r].turnoverMinutes = 0
      }
      scenario.meeting.turnoverMinutes = 0
    case .transfer: scenario.meeting.transferMinutes = 0
    }
  }

  mutating func take(_ correction: Correction.Change) {
    switch correction {
    case .giveUp(let demand): giveUp(demand)
    case .shorten(let s, let minutes): scenario.sessions[s].minutes -= minutes
    case .raise(let limit): scenario.limits[limit].atMost += 1
    case .hourEveryDay:
      for day in scenario.meeting.days.indices { scenario.meeting.days[day].lengthen() }
    case .hour(let day): scenario.meeting.days[day].lengthen()
    case .room(let like):
      var room = scenario.rooms[like]
      room.id = scenario.idOfOneMoreRoom(like: like)
      room.available = nil
      room.parts = []
      scenario.rooms.append(room)
    }
  }

  /// Closes a room that a correction added, so the others keep their indices.
  mutating func refuseRoom(_ index: Int) { scenario.rooms[index].capacity = -1 }
}

extension Day {
  /// One more hour at the end of the day, with a start at the old end where starts are listed.
  mutating func lengthen() {
    guard let last = open.indices.max(by: { open[$0].upperBound < open[$1].upperBound }) else {
      return
    }
    let end = open[last].upperBound
    open[last] = open[last].lowerBound..<min(1440, end + 60)
    if starts != nil, end < 1440 { starts?.append(end) }
  }
}
