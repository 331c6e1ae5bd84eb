// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Texts

/// Proofs of impossibility as findings: the place in the tables where each can be mended, and a
/// sentence.
struct ImpossibleWords {
  private let scenario: Scenario
  private let places: RowPlaces
  /// Names beyond this many are only counted.
  private static let mostNames = 8

  init(_ scenario: Scenario, _ places: RowPlaces) {
    self.scenario = scenario
    self.places = places
  }

  func finding(_ fact: Impossibility) -> Finding {
    let (place, column) = place(of: fact)
    var finding = Finding(
      rule(fact), file: place.file, line: place.line > 0 ? place.line : nil, column: column,
      sentence(fact), suggestion: suggestion(fact))
    finding.sheet = place.sheet
    return finding
  }

  // MARK: Where

  /// A pair is reported under the hard rule that it would break.
  private func rule(_ fact: Impossibility) -> String {
    guard case .pair(let pair) = fact, let demand = pair.demands.first else { return fact.id }
    return switch demand {
    case .link: HardRule.link.rawValue
    case .person: HardRule.personFree.rawValue
    case .exclusive: HardRule.exclusive.rawValue
    case .room: HardRule.roomFree.rawValue
    }
  }

  private func place(of fact: Impossibility) -> (place: Table.Place, column: String?) {
    if let last = fact.links.max() { return (linkPlace(last), nil) }
    guard case .overload(let overload) = fact else {
      guard case .pair(let pair) = fact else {
        return (Table.Place(file: "links.csv", line: 0), nil)
      }
      let session = pair.second.session
      let line = scenario.sessions[session].line
      return (places.row(session, of: "sessions", line: line, column: "start"), "start")
    }
    switch overload.resource {
    case .rooms(let rooms):
      guard rooms.count == 1 else { return (Table.Place(file: "rooms.csv", line: 0), nil) }
      return (places.row(rooms[0], of: "rooms", line: scenario.rooms[rooms[0]].line), nil)
    case .oneRoom(_, let links): return (linkPlace(links.max() ?? 0), nil)
    case .person(let person):
      return (places.row(person, of: "people", line: scenario.people[person].line), nil)
    case .limit(let limit):
      return (places.row(limit, of: "limits", line: scenario.limits[limit].line), "at_most")
    case .apart(let link): return (linkPlace(link), nil)
    }
  }

  private func linkPlace(_ link: Int) -> Table.Place {
    places.row(link, of: "links", line: scenario.links[link].line)
  }

  /// `links.csv 2, 3, 4`.
  private func sources(_ links: [Int]) -> String {
    var lines: [String: [Int]] = [:]
    for place in links.map(linkPlace) {
      lines[place.sheet?.sheet ?? place.file, default: []].append(place.line)
    }
    return lines.sorted { $0.key < $1.key }.map { file, lines in
      "\(file) \(Set(lines).sorted().map(String.init).joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  // MARK: What

  private func sentence(_ fact: Impossibility) -> String {
    switch fact {
    case .ring(let steps): ring(steps)
    case .pair(let pair): self.pair(pair)
    case .chain(let chain):
      "\(chain.sessions.map(id).joined(separator: ", then ")) (\(sources(chain.links))):"
        + " the links let \(id(chain.sessions[chain.sessions.count - 1])) begin at"
        + " \(chain.needed) at the earliest, and its last possible start is \(chain.latest)."
    case .days(let tie): days(tie)
    case .otherDays(let sessions, let links, let days):
      "\(names(sessions)) must each be on a different day (\(sources(links))): \(sessions.count)"
        + " sessions and \(Count.of(days, "day"))."
    case .rooms(let tie): rooms(tie)
    case .overload(let overload): self.overload(overload)
    }
  }

  private func ring(_ steps: [Impossibility.Step]) -> String {
    let source = sources(steps.map(\.link))
    let gaps = steps.map { step -> Int? in
      if case .before(let gap) = step.sort { gap } else { nil }
    }
    if gaps.allSatisfy({ $0 == 0 }) {
      let order = (steps.map(\.from) + [steps[0].from]).map(id)
      return "\(order.joined(separator: " before ")) (\(source)): a ring."
    }
    let parts = steps.map { step in
      switch step.sort {
      case .before(0): "\(id(step.from)) ends before \(id(step.to)) begins"
      case .before(let gap):
        "\(id(step.from)) ends at least \(gap) minutes before \(id(step.to)) begins"
      case .within(let most):
        "\(id(step.from)) begins at most \(most) minutes after \(id(step.to)) ends"
      }
    }
    return "\(parts.joined(separator: ", ")) (\(source)): a ring that cannot hold."
  }

  private func pair(_ pair: Impossibility.Pair) -> String {
    let (a, b) = (pair.first.session, pair.second.session)
    var text = "\(id(a)) and \(id(b)) cannot both be placed: "
    text += pair.demands.map { demand($0, a, b) }.joined(separator: ", and ")
    let bounds = [pair.first, pair.second].compactMap(bound)
    if !bounds.isEmpty { text += "; \(bounds.joined(separator: ", "))" }
    if pair.others > 0 {
      text += " (so do \(Count.of(pair.others, "more pair")))"
    }
    return text + "."
  }

  private func demand(_ demand: Impossibility.Pair.Demand, _ a: Int, _ b: Int) -> String {
    switch demand {
    case .link(let index): return "\(link(scenario.links[index], a, b)) (\(sources([index])))"
    case .person(let person):
      return "\(scenario.name(ofPerson: person)) must be in both"
        + rest(scenario.meeting.transferMinutes)
    case .exclusive(let session): return "nothing may run while \(id(session)) does"
    case .room(let room):
      return "both need the space of room \(scenario.rooms[room].id)"
        + rest(scenario.rooms[room].turnoverMinutes)
    }
  }

  private func rest(_ minutes: Int) -> String {
    minutes == 0 ? "" : " with \(minutes) minutes between them"
  }

  private func link(_ link: Link, _ a: Int, _ b: Int) -> String {
    let isForward =
      scenario.sessions(of: link.from).contains(a) && scenario.sessions(of: link.to).contains(b)
    let (first, second) = isForward ? (id(a), id(b)) : (id(b), id(a))
    switch link.kind {
    case .apart: return "\(first) and \(second) may not overlap"
    case .before:
      var text = "\(first) must end before \(second) begins"
      if link.minGap != 0 { text += ", at least \(link.minGap) minutes" }
      if let most = link.maxGap { text += ", at most \(most) minutes" }
      return text
    case .sameDay: return "\(first) and \(second) must be on one day"
    case .otherDay: return "\(first) and \(second) must be on different days"
    case .backToBack:
      return "\(first) and \(second) must follow each other within \(link.maxGap ?? 30) minutes"
    case .sameRoom: return "\(first) and \(second) must be in one room"
    }
  }

  /// When a session may begin, if there is little choice.
  private func bound(_ reach: Impossibility.Reach) -> String? {
    if reach.starts == 1 { return "\(id(reach.session)) can only begin at \(reach.first)" }
    if reach.days.count == 1 {
      return "\(id(reach.session)) can only begin on \(reach.first.date) from"
        + " \(reach.first.clock) to \(reach.last.clock)"
    }
    guard reach.days.count < scenario.meeting.days.count else { return nil }
    return "\(id(reach.session)) can only be on \(dates(reach.days))"
  }

  private func days(_ tie: Impossibility.Tie) -> String {
    guard let first = tie.sessions.first, let last = tie.sessions.last else { return "" }
    let both = "\(id(first.session)) and \(id(last.session))"
    if let against = tie.against {
      return "\(both) must be on one day (\(sources(tie.links))) and on different days"
        + " (\(sources([against])))."
    }
    guard Set(first.days).isDisjoint(with: last.days) else {
      return "\(names(tie.sessions.map(\.session))) must be on one day (\(sources(tie.links))),"
        + " and no day is possible for all of them."
    }
    return "\(both) must be on one day (\(sources(tie.links))): \(id(first.session)) can only be on"
      + " \(dates(first.days)), \(id(last.session)) on \(dates(last.days))."
  }

  private func rooms(_ tie: Impossibility.Tie) -> String {
    guard let first = tie.sessions.first, let last = tie.sessions.last else { return "" }
    guard Set(first.rooms).isDisjoint(with: last.rooms) else {
      return "\(names(tie.sessions.map(\.session))) must be in one room (\(sources(tie.links))),"
        + " and no room is possible for all of them."
    }
    return "\(id(first.session)) and \(id(last.session)) must be in one room"
      + " (\(sources(tie.links))): \(id(first.session)) can only be in \(roomNames(first.rooms)),"
      + " \(id(last.session)) in \(roomNames(last.rooms))."
  }

  private func overload(_ overload: Impossibility.Overload) -> String {
    let isMinutes = overload.unit == .minutes
    let when = when(overload)
    var text: String
    switch overload.resource {
    case .rooms(let rooms):
      let has = rooms.count == 1 && scenario.rooms.count > 1 ? "has" : "have"
      text =
        "\(count(overload)) must be placed\(when) and \(these(rooms)) \(has)"
        + " \(isMinutes ? "" : "places for ")\(overload.available)"
    case .oneRoom(let rooms, let links):
      text =
        "\(count(overload)) must be placed\(when) in one room (\(sources(links))) and none of"
        + " \(roomNames(rooms)) has more than \(overload.available)"
    case .person(let person):
      text =
        "\(scenario.name(ofPerson: person)) must be in \(isMinutes ? "\(overload.needed) minutes of sessions" : count(overload))\(when)"
        + " and has time for \(overload.available)"
    case .limit(let limit):
      text =
        "the limit \(scenario.limits[limit].id) leaves \(isMinutes ? "\(overload.available) minutes" : "\(overload.available)")"
        + "\(when) and \(count(overload)) must be placed"
    case .apart(let link):
      text =
        "\(count(overload)) must be placed\(when), no two at a time (\(sources([link]))), and there"
        + " are \(overload.available)"
    }
    if overload.rest > 0 && isMinutes {
      text += " (with \(overload.rest) minutes after each session)"
    }
    text += ": \(names(overload.sessions))"
    if !overload.exclusive.isEmpty {
      text += "; nothing runs beside \(names(overload.exclusive))"
    }
    return text + "."
  }

  private func count(_ overload: Impossibility.Overload) -> String {
    overload.unit == .minutes
      ? Count.of(overload.needed, "minute") : Count.of(overload.needed, "session")
  }

  private func when(_ overload: Impossibility.Overload) -> String {
    if let days = overload.days { return " on \(dates(days))" }
    guard let within = overload.within else { return "" }
    let shown = within.prefix(4).map(\.description).joined(separator: ", ")
    return " within \(shown)" + (within.count > 4 ? " and \(within.count - 4) more times" : "")
  }

  private func suggestion(_ fact: Impossibility) -> String {
    switch fact {
    case .ring: "drop or reverse one of these links"
    case .pair(let pair):
      pair.demands.contains { if case .link = $0 { true } else { false } }
        ? "drop one of the links, or let one of the two be elsewhere"
        : "move or free one of the two"
    case .chain: "drop one of the links, or widen the times of these sessions"
    case .days, .rooms: "drop one of the links, or widen where these sessions may be"
    case .otherDays: "drop the link for some of them, or add a day"
    case .overload(let overload):
      switch overload.resource {
      case .rooms, .oneRoom: "add a room or hours, shorten sessions, or make some optional"
      case .person: "have somebody else in some of them, or widen the person's times"
      case .limit: "raise at_most, or make some of the sessions optional"
      case .apart: "let some of them overlap, or make some optional"
      }
    }
  }

  // MARK: Names

  private func id(_ session: Int) -> String { scenario.sessions[session].id }

  private func names(_ sessions: [Int]) -> String {
    sessions.map(id).listed(atMost: Self.mostNames)
  }

  private func dates(_ days: [Int]) -> String {
    days.map { "\(scenario.meeting.days[$0].date)" }.joined(separator: ", ")
  }

  private func roomNames(_ rooms: [Int]) -> String {
    rooms.map { scenario.rooms[$0].id }.listed(atMost: Self.mostNames)
  }

  private func these(_ rooms: [Int]) -> String {
    if rooms.count == scenario.rooms.count { return "the rooms" }
    return rooms.count == 1
      ? "the room \(scenario.rooms[rooms[0]].id)" : "the rooms \(roomNames(rooms))"
  }
}
