// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// The timetable with each problem marked on it.
enum TimetableSection {
  static func section(_ view: ReportView) -> Report.Section {
    var blocks: [Report.Block] = [
      .text("✖ marks what breaks a hard rule, ▲ what costs; the words under the mark say what.")
    ]
    for day in view.scenario.meeting.days {
      blocks.append(.timetable(timetable(day, view)))
      let used = Set(view.placed(on: day.date).map(\.room))
      let free = RoomUse.free(on: day, used: used, of: view.scenario)
      if !free.isEmpty {
        blocks.append(.text("Free all day: \(free.map(\.nameWithID).joined(separator: ", "))."))
      }
      blocks += undated("On this day, without an hour", view) { $0 == day.date }
    }
    blocks += undated("Without an hour, on no day of the meeting", view) { date in
      date.map { view.scenario.meeting.day($0) == nil } ?? false
    }
    blocks += undated("Without a day", view) { $0 == nil }
    return Report.Section(id: "timetable", title: "Timetable", blocks: blocks)
  }

  private static func undated(
    _ head: String, _ view: ReportView, _ isChosen: (CalendarDate?) -> Bool
  ) -> [Report.Block] {
    let own = view.undated.filter { isChosen($0.date) }.map { view.named($0.session) }
    return own.isEmpty ? [] : [.text("\(head): \(own.joined(separator: ", ")).")]
  }

  private static func timetable(_ day: Day, _ view: ReportView) -> Report.DayTimetable {
    let own = view.placed(on: day.date)
    let zone = view.scenario.meeting.zone
    let times = Set(own.flatMap { [view.start($0), view.end($0)] }).sorted()
    let order = view.scenario.rooms.map(\.id)
    let rooms = Set(own.map(\.room)).sorted {
      (order.firstIndex(of: $0) ?? .max, $0) < (order.firstIndex(of: $1) ?? .max, $1)
    }
    var columns: [String] = []
    var entries: [Report.DayTimetable.Entry] = []
    for room in rooms {
      // A room that is used twice at once takes two columns.
      var lanes: [Int] = []
      for placed in own where placed.room == room {
        var lane = lanes.firstIndex { $0 <= view.start(placed) }
        if lane == nil {
          lanes.append(view.start(placed))
          columns.append(
            lanes.count == 1
              ? view.name(ofRoom: room) : "\(view.name(ofRoom: room)), at the same time")
          lane = lanes.count - 1
        }
        let index = lane ?? 0
        lanes[index] = view.end(placed)
        entries.append(
          entry(placed, columns.count - lanes.count + index, times, view))
      }
    }
    return Report.DayTimetable(
      heading: "\(day.label), \(day.date)", rooms: columns,
      times: times.map { zone.wallTime(atInstant: $0).clock },
      entries: entries)
  }

  private static func entry(
    _ placed: ReportView.Placed, _ column: Int, _ times: [Int], _ view: ReportView
  ) -> Report.DayTimetable.Entry {
    let id = view.id(placed.session)
    return Report.DayTimetable.Entry(
      session: id, title: view.scenario.sessions[placed.session].title, column: column,
      from: times.firstIndex(of: view.start(placed)) ?? 0,
      to: times.firstIndex(of: view.end(placed)) ?? times.count - 1,
      clock: "\(placed.stay.start.clock)-"
        + view.scenario.meeting.zone.end(of: placed.stay).clock,
      broken: view.review.violations.filter { $0.sessions.contains(id) }.map {
        view.marks.words($0, at: id)
      },
      costs: view.review.costs.filter { $0.weight > 0 && $0.rule != .emptySeats }.flatMap { cost in
        cost.causes.filter { $0.sessions.contains(id) }.map {
          view.marks.words($0, of: cost.rule, at: id)
        }
      })
  }
}
