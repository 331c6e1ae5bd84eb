// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Day, start and room are as pinned.
enum Pinned: EntryCheck {
  static let id = HardRule.pinned

  static let words = RuleWords(
    title: "Pins are kept",
    mark: "not where it is pinned",
    counts: "A session is on the day, at the start and in the room that it is pinned to.",
    example: "The opening is pinned to 10:00 and placed at 11:00.",
    change: "day, start and room in sessions.csv."
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let missed = missed(schedule.scenario.sessions[entry.session].pin, entry)
    guard missed != Session.Pin() else { return nil }
    return violation(schedule, [entry.session], Elsewhere(entry: entry, missed: missed))
  }

  /// The parts of a pin that are not kept; what is not known breaks nothing.
  private static func missed(_ pin: Session.Pin, _ entry: ReviewedSchedule.Entry) -> Session.Pin {
    var missed = pin
    if pin.date == entry.date { missed.date = nil }
    if entry.stay == nil || pin.start == entry.stay?.start.minuteOfDay { missed.start = nil }
    if entry.roomID == nil || pin.room == entry.room { missed.room = nil }
    return missed
  }

  struct Elsewhere: RuleFact {
    let entry: ReviewedSchedule.Entry
    let missed: Session.Pin

    func sentence(_ names: ReviewNames) -> String {
      let wanted = [
        missed.date.map { "\($0)" }, missed.start.map(ClockTime.text),
        missed.room.map(names.scenario.name(ofRoom:)),
      ].compactMap(\.self)
      return "\(names.words(entry)) is pinned to \(wanted.joined(separator: ", "))."
    }
  }
}
