// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one open interval of its day, on the grid, and at one of the day's starts unless the
/// session's start is pinned.
enum OpenHours: EntryCheck {
  static let id = HardRule.openHours

  static let words = RuleWords(
    title: "Inside the open hours",
    mark: "outside the open hours",
    counts:
      """
      A session lies wholly inside one of its day's open hours, begins on the grid, at a time \
      that the clocks show that day, and, where the day lists starts, at one of them unless \
      its start is pinned.
      """,
    example: "A session from 12:30 to 13:30 where the venue closes for lunch at 13:00.",
    change:
      """
      days (open, starts) and gridMinutes in meeting.json; start in sessions.csv pins a \
      session past the list of starts.
      """
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let fault =
      switch entry {
      case .placed(let placed): fault(placed, schedule)
      case .dayOnly(let day): byDay(day, schedule)
      }
    return fault.map {
      violation(schedule, [entry.session], OutsideHours(entry: entry, fault: $0))
    }
  }

  /// What the day alone settles.
  private static func byDay(
    _ entry: ReviewedSchedule.DayOnly, _ schedule: ReviewedSchedule
  ) -> OutsideHours.Fault? {
    let meeting = schedule.scenario.meeting
    guard let day = meeting.days.firstIndex(where: { $0.date == entry.date }) else { return .noDay }
    let longest = meeting.days[day].open.map(\.count).max() ?? 0
    let minutes = schedule.scenario.sessions[entry.session].minutes
    return minutes > longest ? .tooLong(minutes: minutes, longest: longest, day: day) : nil
  }

  private static func fault(
    _ placed: ReviewedSchedule.Placed, _ schedule: ReviewedSchedule
  ) -> OutsideHours.Fault? {
    let meeting = schedule.scenario.meeting
    let start = placed.stay.start
    guard let index = meeting.days.firstIndex(where: { $0.date == start.date }) else {
      return .noDay
    }
    let day = meeting.days[index]
    guard day.openIntervals.contains(where: { $0.contains(placed.stay) }) else {
      return .closed(day: index)
    }
    guard start.minuteOfDay % meeting.gridMinutes == 0 else { return .offGrid }
    guard meeting.zone.shows(start) else { return .skippedHour }
    guard let starts = day.starts, schedule.session(placed).pin.start == nil else { return nil }
    return starts.contains(start.minuteOfDay) ? nil : .noStart(day: index)
  }

  struct OutsideHours: RuleFact {
    /// Days are indices into `Meeting.days`.
    enum Fault: Hashable {
      case noDay
      case closed(day: Int)
      case offGrid
      /// A time that the clocks leave out when they are put forward.
      case skippedHour
      case noStart(day: Int)
      /// Longer than any open stretch of the day, whatever the hour.
      case tooLong(minutes: Int, longest: Int, day: Int)
    }

    let entry: ReviewedSchedule.Entry
    let fault: Fault

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(entry)) \(clause(names.scenario.meeting))."
    }

    private func clause(_ meeting: Meeting) -> String {
      switch fault {
      case .noDay: return "is on \(entry.date), which is not a day of the meeting"
      case .closed(let day):
        let open = meeting.days[day].open.map {
          "\(ClockTime.text($0.lowerBound))-\(ClockTime.text($0.upperBound))"
        }
        return "is not inside the open hours of \(meeting.days[day].label),"
          + " \(open.joined(separator: " or "))"
      case .offGrid: return "does not begin on the grid of \(meeting.gridMinutes) minutes"
      case .skippedHour:
        return "begins at a time that does not exist: the clocks are put forward over it"
      case .noStart(let day):
        let starts = (meeting.days[day].starts ?? []).map(ClockTime.text)
        return "does not begin at one of the starts of \(meeting.days[day].label),"
          + " \(starts.joined(separator: ", "))"
      case .tooLong(let minutes, let longest, let day):
        return "lasts \(minutes) minutes; \(meeting.days[day].label) is open for \(longest) at a"
          + " time"
      }
    }
  }
}
