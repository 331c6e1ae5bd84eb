// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The pairs of a link that break it (`rules.md`, Links).
struct LinkReading {
  let schedule: ReviewedSchedule
  private let position: [Int: Int]
  private let dayPosition: [Int: Int]
  private let added: ReviewedSchedule.Placed?

  /// - Parameter added: a session that the schedule does not place, read as if it did.
  init(schedule: ReviewedSchedule, with added: ReviewedSchedule.Placed? = nil) {
    self.schedule = schedule
    self.added = added
    position = schedule.position
    dayPosition = schedule.dayPosition
  }

  /// - Parameter index: into `Scenario.links`.
  func broken(_ index: Int) -> [BrokenLink] {
    let link = schedule.scenario.links[index]
    var met: Set<[Int]> = []
    var broken: [BrokenLink] = []
    for from in schedule.scenario.sessions(of: link.from) {
      for to in schedule.scenario.sessions(of: link.to) where from != to {
        guard let a = entry(from), let b = entry(to) else { continue }
        let isOrdered = link.kind == .before
        guard met.insert(isOrdered ? [from, to] : [min(from, to), max(from, to)]).inserted else {
          continue
        }
        if let fault = fault(link, a, b) {
          broken.append(BrokenLink(link: index, a: a, b: b, fault: fault))
        }
      }
    }
    return broken
  }

  private func entry(_ session: Int) -> ReviewedSchedule.Entry? {
    if let added, added.session == session { return .placed(added) }
    if let index = position[session] { return .placed(schedule.placed[index]) }
    return dayPosition[session].map { .dayOnly(schedule.dayOnly[$0]) }
  }

  private typealias Entry = ReviewedSchedule.Entry

  private func fault(_ link: Link, _ a: Entry, _ b: Entry) -> BrokenLink.Fault? {
    switch link.kind {
    case .sameDay: return a.date == b.date ? nil : .onDifferentDays
    case .otherDay: return a.date != b.date ? nil : .onOneDay
    case .sameRoom:
      guard let one = a.roomID, let other = b.roomID else { return nil }
      return one == other ? nil : .inDifferentRooms
    case .apart, .before, .backToBack:
      guard let first = a.stay, let second = b.stay else { return byDay(link, a.date, b.date) }
      return fault(link, first, second)
    }
  }

  private func fault(_ link: Link, _ first: Interval, _ second: Interval) -> BrokenLink.Fault? {
    if link.kind == .apart { return first.overlaps(second) ? .overlap : nil }
    if link.kind == .before {
      let gap = second.start.minutes - first.end.minutes
      return gap >= link.minGap && gap <= link.maxGap ?? .max ? nil : .gap(gap)
    }
    let gap = ReviewedSchedule.gap(first, second)
    let holds = first.start.date == second.start.date && gap >= 0 && gap <= link.maxGap ?? 30
    return holds ? nil : .notBackToBack
  }

  /// What the days alone settle.
  private func byDay(_ link: Link, _ a: CalendarDate, _ b: CalendarDate) -> BrokenLink.Fault? {
    switch link.kind {
    case .before where link.minGap >= 0 && a > b: .onLaterDay
    case .backToBack where a != b: .notBackToBack
    default: nil
    }
  }
}

/// A pair of sessions that breaks a link, as a fact of the rules about links.
struct BrokenLink: RuleFact {
  /// What is there instead of what the link asks.
  enum Fault: Hashable {
    case overlap
    /// Of `before`: minutes from the end of the first to the start of the second.
    case gap(Int)
    /// Of `before`: the first is on a later day, its hour is not known.
    case onLaterDay
    case onDifferentDays, onOneDay, notBackToBack, inDifferentRooms
  }

  /// Index into `Scenario.links`.
  let link: Int
  let a: ReviewedSchedule.Entry
  let b: ReviewedSchedule.Entry
  let fault: Fault

  func sentence(_ names: ReviewNames) -> String {
    let link = names.scenario.links[link]
    // For a link that must hold the reason matters; for one that costs, who asked for it.
    guard case .cost = link.strength else {
      return clause(link, names) + (link.reason.isEmpty ? "." : " (\(link.reason)).")
    }
    return clause(link, names) + (link.askedBy.isEmpty ? "" : " (asked by \(link.askedBy))")
  }

  /// What the link asks, and what is there instead.
  private func clause(_ link: Link, _ names: ReviewNames) -> String {
    let (a, b) = (names.words(a), names.words(b))
    switch fault {
    case .onDifferentDays: return "\(a) and \(b) should be on one day"
    case .onOneDay: return "\(a) and \(b) should be on different days"
    case .inDifferentRooms: return "\(a) and \(b) should be in one room"
    case .overlap: return "\(a) and \(b) overlap and should not"
    case .onLaterDay: return "\(a) should end before \(b) begins, and is on a later day"
    case .notBackToBack:
      return "\(a) and \(b) should follow each other within \(link.maxGap ?? 30) minutes"
    case .gap(let gap):
      let most = link.maxGap.map { " and at most \($0)" } ?? ""
      return "\(a) should end at least \(link.minGap)\(most) minutes before \(b) begins; it is"
        + " \(gap)"
    }
  }
}
