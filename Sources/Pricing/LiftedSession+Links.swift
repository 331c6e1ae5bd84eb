// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension LiftedSession {
  /// Links that a time keeps or breaks.
  func addLinks(ofTime time: Time, to part: inout Part) {
    for tie in tables.ties[session] {
      guard let other = others[tie.other]?.time else { continue }
      let link = tables.scenario.links[tie.link]
      let (first, second) = tie.isFirst ? (time, other) : (other, time)
      add(link, isBroken: Self.isBroken(link, first, second), to: &part)
    }
  }

  /// Links that ask for one room.
  func addLinks(ofRoom room: RoomNumber, to part: inout Part) {
    for tie in tables.ties[session] {
      let link = tables.scenario.links[tie.link]
      guard link.kind == .sameRoom, let other = others[tie.other], other.time != nil,
        let theirs = other.room
      else { continue }
      add(link, isBroken: theirs != room, to: &part)
    }
  }

  private func add(_ link: Link, isBroken: Bool, to part: inout Part) {
    guard isBroken else { return }
    switch link.strength {
    case .must: part.broken.insert(.link)
    case .cost(let strength): part.cost += tables.weight(.link) * strength
    }
  }

  private static func isBroken(_ link: Link, _ first: Time, _ second: Time) -> Bool {
    switch link.kind {
    case .sameRoom: return false
    case .sameDay: return first.day != second.day
    case .otherDay: return first.day == second.day
    case .apart, .before, .backToBack: break
    }
    guard let a = first.hours, let b = second.hours else {
      // What the days alone settle.
      switch link.kind {
      case .before: return link.minGap >= 0 && first.day > second.day
      case .backToBack: return first.day != second.day
      default: return false
      }
    }
    switch link.kind {
    case .apart: return a.overlaps(b)
    case .before:
      let gap = b.start - a.end
      return gap < link.minGap || gap > link.maxGap ?? .max
    default:
      let gap = a.gap(b)
      return first.day != second.day || gap < 0 || gap > link.maxGap ?? 30
    }
  }
}
