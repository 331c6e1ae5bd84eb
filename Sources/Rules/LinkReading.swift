// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The pairs of a link that break it (`rules.md`, Links).
struct LinkReading {
  let schedule: ReviewedSchedule

  struct Broken {
    let a: ReviewedSchedule.Placed
    let b: ReviewedSchedule.Placed
    /// What the link asks, and what is there instead.
    let words: String
  }

  func broken(_ link: Link) -> [Broken] {
    let position = schedule.position
    var met: Set<[Int]> = []
    var broken: [Broken] = []
    for from in schedule.scenario.sessions(of: link.from) {
      for to in schedule.scenario.sessions(of: link.to) where from != to {
        guard let a = position[from], let b = position[to] else { continue }
        let isOrdered = link.kind == .before
        guard met.insert(isOrdered ? [from, to] : [min(from, to), max(from, to)]).inserted else {
          continue
        }
        let (first, second) = (schedule.placed[a], schedule.placed[b])
        if let words = fault(link, first, second) {
          broken.append(Broken(a: first, b: second, words: words))
        }
      }
    }
    return broken
  }

  private func fault(
    _ link: Link, _ a: ReviewedSchedule.Placed, _ b: ReviewedSchedule.Placed
  ) -> String? {
    let pair = "\(schedule.words(a)) and \(schedule.words(b))"
    switch link.kind {
    case .apart:
      return a.stay.overlaps(b.stay) ? "\(pair) overlap and should not" : nil
    case .before:
      let gap = b.stay.start.minutes - a.stay.end.minutes
      if gap >= link.minGap && gap <= link.maxGap ?? .max { return nil }
      let most = link.maxGap.map { " and at most \($0)" } ?? ""
      return "\(schedule.words(a)) should end at least \(link.minGap)\(most) minutes before"
        + " \(schedule.words(b)) begins; it is \(gap)"
    case .sameDay:
      return a.stay.start.date == b.stay.start.date ? nil : "\(pair) should be on one day"
    case .otherDay:
      return a.stay.start.date != b.stay.start.date ? nil : "\(pair) should be on different days"
    case .backToBack:
      let gap = ReviewedSchedule.gap(a.stay, b.stay)
      let most = link.maxGap ?? 30
      let holds = a.stay.start.date == b.stay.start.date && gap >= 0 && gap <= most
      return holds ? nil : "\(pair) should follow each other within \(most) minutes"
    case .sameRoom:
      return a.roomID == b.roomID ? nil : "\(pair) should be in one room"
    }
  }
}
