// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The pairs of a link that break it (`rules.md`, Links).
struct LinkReading {
  let schedule: ReviewedSchedule
  private let position: [Int: Int]
  private let dayPosition: [Int: Int]

  init(schedule: ReviewedSchedule) {
    self.schedule = schedule
    position = schedule.position
    dayPosition = schedule.dayPosition
  }

  struct Broken {
    /// Indices into `Scenario.sessions`.
    let a: Int
    let b: Int
    /// What the link asks, and what is there instead.
    let words: String
  }

  func broken(_ link: Link) -> [Broken] {
    var met: Set<[Int]> = []
    var broken: [Broken] = []
    for from in schedule.scenario.sessions(of: link.from) {
      for to in schedule.scenario.sessions(of: link.to) where from != to {
        guard let a = stand(from), let b = stand(to) else { continue }
        let isOrdered = link.kind == .before
        guard met.insert(isOrdered ? [from, to] : [min(from, to), max(from, to)]).inserted else {
          continue
        }
        if let words = fault(link, a, b) {
          broken.append(Broken(a: from, b: to, words: words))
        }
      }
    }
    return broken
  }

  /// What is known of where a session stands.
  private struct Stand {
    let date: CalendarDate
    /// `nil` where only the day is known.
    let stay: Interval?
    let roomID: String?
    let words: String
  }

  private func stand(_ session: Int) -> Stand? {
    if let index = position[session] {
      let placed = schedule.placed[index]
      return Stand(
        date: placed.stay.start.date, stay: placed.stay, roomID: placed.roomID,
        words: schedule.words(placed))
    }
    return dayPosition[session].map { index in
      let entry = schedule.dayOnly[index]
      return Stand(
        date: entry.date, stay: nil, roomID: entry.roomID, words: schedule.words(entry))
    }
  }

  private func fault(_ link: Link, _ a: Stand, _ b: Stand) -> String? {
    let pair = "\(a.words) and \(b.words)"
    switch link.kind {
    case .sameDay: return a.date == b.date ? nil : "\(pair) should be on one day"
    case .otherDay: return a.date != b.date ? nil : "\(pair) should be on different days"
    case .sameRoom:
      guard let one = a.roomID, let other = b.roomID else { return nil }
      return one == other ? nil : "\(pair) should be in one room"
    case .apart, .before, .backToBack:
      guard let first = a.stay, let second = b.stay else { return byDay(link, a, b) }
      return fault(link, first, second, a, b)
    }
  }

  private func fault(
    _ link: Link, _ first: Interval, _ second: Interval, _ a: Stand, _ b: Stand
  ) -> String? {
    if link.kind == .apart {
      return first.overlaps(second) ? "\(a.words) and \(b.words) overlap and should not" : nil
    }
    if link.kind == .before {
      let gap = second.start.minutes - first.end.minutes
      if gap >= link.minGap && gap <= link.maxGap ?? .max { return nil }
      let most = link.maxGap.map { " and at most \($0)" } ?? ""
      return "\(a.words) should end at least \(link.minGap)\(most) minutes before"
        + " \(b.words) begins; it is \(gap)"
    }
    let gap = ReviewedSchedule.gap(first, second)
    let holds = a.date == b.date && gap >= 0 && gap <= link.maxGap ?? 30
    return holds ? nil : notBackToBack(link, a, b)
  }

  /// What the days alone settle.
  private func byDay(_ link: Link, _ a: Stand, _ b: Stand) -> String? {
    switch link.kind {
    case .before where link.minGap >= 0 && a.date > b.date:
      "\(a.words) should end before \(b.words) begins, and is on a later day"
    case .backToBack where a.date != b.date: notBackToBack(link, a, b)
    default: nil
    }
  }

  private func notBackToBack(_ link: Link, _ a: Stand, _ b: Stand) -> String {
    "\(a.words) and \(b.words) should follow each other within \(link.maxGap ?? 30) minutes"
  }
}
