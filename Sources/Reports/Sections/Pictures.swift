// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// For those who would rather look than read; the table with each picture says the same.
enum Pictures {
  static func section(_ view: ReportView) -> Report.Section {
    Report.Section(
      id: "pictures", title: "At a glance",
      blocks: [
        occupancy(view), heat("Sessions of each theme", view) { themes($0, view) },
        heat("Sessions of each kind", view) { view.kinds($0).map(\.token) }, fullDays(view),
      ])
  }

  /// Those of a session; `nil` for one that has none.
  private static func themes(_ session: Int, _ view: ReportView) -> [String?] {
    let themes = view.scenario.sessions[session].themes
    return themes.isEmpty ? [nil] : themes
  }

  /// Half days, the grain of the pictures.
  private struct Part {
    let label: String
    let span: Interval
  }

  private static func parts(_ view: ReportView) -> [Part] {
    view.scenario.meeting.days.flatMap { day -> [Part] in
      let noon = WallTime(day.date, minuteOfDay: 780)
      let start = WallTime(day.date, minuteOfDay: 0)
      return [
        Part(label: "\(day.label) a.m.", span: Interval(start: start, end: noon)),
        Part(label: "\(day.label) p.m.", span: Interval(start: noon, end: start + 1440)),
      ]
    }
  }

  /// Minutes in use, by room and half day.
  private static func occupancy(_ view: ReportView) -> Report.Block {
    let parts = parts(view)
    let rooms = view.scenario.rooms.map(\.id)
    let values = rooms.map { room in
      parts.map { part in
        view.placed.filter { $0.room == room }.reduce(0) { sum, entry in
          let from = max(entry.stay.start.minutes, part.span.start.minutes)
          let to = min(entry.stay.end.minutes, part.span.end.minutes)
          return sum + max(0, to - from)
        }
      }
    }
    return picture(
      "Minutes in use, by room and half day", "room", view.scenario.rooms.map(\.nameWithID),
      parts.map(\.label), values)
  }

  private static func heat(
    _ caption: String, _ view: ReportView, _ tokens: (Int) -> [String?]
  ) -> Report.Block {
    let parts = parts(view)
    let all = Set(view.placed.flatMap { tokens($0.session) })
    let names =
      (all.contains(nil) ? [nil] : []) + all.compactMap(\.self).sorted().map(Optional.some)
    let values = names.map { name in
      parts.map { part in
        view.placed.count {
          tokens($0.session).contains(name) && $0.stay.start >= part.span.start
            && $0.stay.start < part.span.end
        }
      }
    }
    return picture(
      "\(caption), by half day", "name", names.map { $0 ?? "(none)" }, parts.map(\.label), values)
  }

  private static func picture(
    _ caption: String, _ corner: String, _ names: [String], _ columns: [String], _ values: [[Int]]
  ) -> Report.Block {
    let rows = zip(names, values).map { name, own -> [Report.Cell] in
      [.text(name)] + own.map { .number($0) }
    }
    return .picture(
      HeatMap.svg(caption, names, columns, values),
      table: Report.Table(caption, [corner] + columns, rows))
  }

  /// The fullest days of people: required minutes.
  private static func fullDays(_ view: ReportView) -> Report.Block {
    var minutes: [(person: String, date: CalendarDate, minutes: Int, sessions: Int)] = []
    for index in view.scenario.people.indices {
      let name = view.scenario.name(ofPerson: index)
      let own = view.placed.filter { view.attendances.bySession[$0.session][index] == .required }
      for (date, entries) in Dictionary(grouping: own, by: { $0.stay.start.date }) {
        minutes.append(
          (name, date, entries.reduce(0) { $0 + $1.stay.minutes }, entries.count))
      }
    }
    let fullest = minutes.sorted {
      ($1.minutes, $0.person, $0.date) < ($0.minutes, $1.person, $1.date)
    }.prefix(12)
    let caption = "People with the fullest days: minutes in the room"
    return .picture(
      BarChart.svg(caption, fullest.map { ("\($0.person), \($0.date)", $0.minutes) }),
      table: Report.Table(
        caption, ["person", "date", "minutes", "sessions"],
        fullest.map {
          [.text($0.person), .text("\($0.date)"), .number($0.minutes), .number($0.sessions)]
        }))
  }
}
