// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// What tables ask, in words: the subject of a row, a clause that follows it, and what it would be to
/// give it up.
struct RequestWords {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// What the row is about: `a1`, `the limit l1`, a person's name.
  func subject(_ demand: Request.Demand) -> String {
    switch demand {
    case .session(let s), .pinnedDay(let s), .pinnedStart(let s), .pinnedRoom(let s),
      .allowed(let s), .exclusive(let s), .needs(let s), .audience(let s):
      scenario.sessions[s].id
    case .link(let index): scenario.id(of: scenario.links[index].from)
    case .limit(let index): "the limit \(scenario.limits[index].id)"
    case .roomWindow(let room), .roomTurnover(let room): "the room \(scenario.rooms[room].id)"
    case .personWindow(let person), .brought(_, _, let person):
      scenario.name(ofPerson: person)
    case .role(let index): scenario.name(ofPerson: scenario.roles[index].person)
    case .open(let day), .starts(let day): "\(scenario.meeting.days[day].date)"
    case .turnover: "every room"
    case .transfer: "everybody"
    }
  }

  /// What is asked, as a clause that follows the subject.
  func clause(_ demand: Request.Demand) -> String {
    let sessions = scenario.sessions
    switch demand {
    case .session(let s): return "must be placed (\(sessions[s].minutes) minutes)"
    case .pinnedDay(let s):
      return "is pinned to \(sessions[s].pin.date.map { "\($0)" } ?? "no day")"
    case .pinnedStart(let s):
      return "is pinned to \(sessions[s].pin.start.map(ClockTime.text) ?? "no start")"
    case .pinnedRoom(let s):
      return
        "is pinned to \(sessions[s].pin.room.map { "room \(scenario.rooms[$0].id)" } ?? "no room")"
    case .allowed(let s): return "must lie on \(Self.words(sessions[s].allowed))"
    case .exclusive: return "runs with nothing else beside it"
    case .needs(let s): return "needs \(needs(s))"
    case .audience(let s): return "wants \(sessions[s].audience) seats"
    case .link(let index): return link(scenario.links[index])
    case .limit(let index): return limit(scenario.limits[index])
    case .roomWindow(let room):
      return "can be used only on \(Self.words(scenario.rooms[room].available))"
    case .roomTurnover(let room): return rest(scenario.rooms[room].turnoverMinutes)
    case .personWindow(let person):
      return "is there only on \(Self.words(scenario.people[person].available))"
    case .role(let index):
      let role = scenario.roles[index]
      return "must be at \(scenario.id(of: role.subject))"
        + (role.role.isEmpty ? "" : " (\(role.role))")
    case .brought(let activity, _, _):
      return "must be at the sessions of \(scenario.activities[activity].id)"
    case .open(let day):
      let hours = scenario.meeting.days[day].open.map {
        "\(ClockTime.text($0.lowerBound))-\(ClockTime.text($0.upperBound))"
      }
      return "is open \(hours.joined(separator: ", "))"
    case .starts(let day):
      let starts = (scenario.meeting.days[day].starts ?? []).map(ClockTime.text)
      return "has only the starts \(starts.joined(separator: ", "))"
    case .turnover: return rest(scenario.meeting.turnoverMinutes)
    case .transfer:
      return "has \(scenario.meeting.transferMinutes) minutes from one session to the next"
    }
  }

  /// What it would be to give it up: `leave a1 out`.
  func way(_ demand: Request.Demand) -> String {
    switch demand {
    case .session: return "leave \(subject(demand)) out"
    case .pinnedDay: return "move the pin of \(subject(demand)) to another day"
    case .pinnedStart: return "move the pin of \(subject(demand)) to another start"
    case .pinnedRoom: return "move the pin of \(subject(demand)) to another room"
    case .allowed: return "allow \(subject(demand)) at other times"
    case .exclusive: return "let others run beside \(subject(demand))"
    case .needs(let s): return "let \(subject(demand)) do without \(needs(s))"
    case .audience: return "let \(subject(demand)) do with fewer seats"
    case .link(let index):
      let link = scenario.links[index]
      return "drop the link \(scenario.id(of: link.from)) \(link.kind.rawValue)"
        + " \(scenario.id(of: link.to))"
    case .limit: return "drop \(subject(demand))"
    case .roomWindow: return "have \(subject(demand)) at other times"
    case .roomTurnover: return "give \(subject(demand)) no rest between sessions"
    case .personWindow: return "have \(subject(demand)) there at other times"
    case .role(let index):
      return "do without \(subject(demand)) at \(scenario.id(of: scenario.roles[index].subject))"
    case .brought(let activity, _, _):
      return "do without \(subject(demand)) at \(scenario.activities[activity].id)"
    case .open: return "open \(subject(demand)) all day and night"
    case .starts: return "let sessions begin at other times on \(subject(demand))"
    case .turnover: return "give rooms no rest between sessions"
    case .transfer: return "give people no time between sessions"
    }
  }

  private func needs(_ session: Int) -> String {
    scenario.sessions[session].needs.sorted().joined(separator: ", ")
  }

  private func rest(_ minutes: Int) -> String { "rests \(minutes) minutes between two sessions" }

  private func link(_ link: Link) -> String {
    let to = scenario.id(of: link.to)
    var clause: String
    switch link.kind {
    case .apart: clause = "must not overlap with \(to)"
    case .before:
      clause = "must end before \(to) begins"
      if link.minGap > 0 { clause += ", at least \(link.minGap) minutes" }
      if let most = link.maxGap { clause += ", at most \(most) minutes" }
    case .sameDay: clause = "must be on one day with \(to)"
    case .otherDay: clause = "must be on a different day from \(to)"
    case .backToBack:
      clause = "must follow or precede \(to) within \(link.maxGap ?? 30) minutes"
    case .sameRoom: clause = "must be in one room with \(to)"
    }
    return link.reason.isEmpty ? clause : "\(clause) (\(link.reason))"
  }

  private func limit(_ limit: Limit) -> String {
    var what = limit.kinds.map(\.token) + limit.themes + limit.needs
    what += limit.activities.map { scenario.activities[$0].id }
    var clause = "allows at most \(Count.of(limit.atMost, "session"))"
    if !what.isEmpty { clause += " of \(what.joined(separator: ", "))" }
    if !limit.rooms.isEmpty {
      clause += " in \(limit.rooms.map { scenario.rooms[$0].id }.joined(separator: ", "))"
    }
    clause += limit.per == .meeting ? " in the whole meeting" : " a \(limit.per.rawValue)"
    return limit.reason.isEmpty ? clause : "\(clause) (\(limit.reason))"
  }

  private static func words(_ windows: [Interval]?) -> String {
    guard let windows, !windows.isEmpty else { return "no window" }
    return windows.map(words).joined(separator: "; ")
  }

  /// A whole day by its date alone.
  private static func words(_ window: Interval) -> String {
    window.minutes == 1440 && window.start.minuteOfDay == 0
      ? "\(window.start.date)" : window.description
  }
}

extension Request {
  private var inWords: RequestWords { RequestWords(tables.scenario) }

  /// What the row is about: `a1`.
  public var subject: String { inWords.subject(demand) }

  /// What it would be to give it up.
  public var way: String { inWords.way(demand) }

  /// The whole request as a sentence.
  public var sentence: String { "\(subject) \(inWords.clause(demand))." }
}
