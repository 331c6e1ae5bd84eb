// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Where hard rules hold with nothing to spare.
enum Slack {
  /// Minutes between sessions that still count as in a row.
  private static let rowGap = 30

  static func section(_ view: ReportView) -> Report.Section {
    let rooms = tightRooms(view)
    let people = fullRows(view)
    var blocks: [Report.Block] = []
    if rooms.isEmpty && people.isEmpty {
      blocks.append(.text("Nothing is so tight that a small delay would break a rule."))
    }
    if !rooms.isEmpty {
      blocks.append(
        .table(
          Report.Table(
            "Rooms with no turnover left", ["room", "between", "and", "minutes", "needed"], rooms)))
    }
    if !people.isEmpty {
      blocks.append(
        .table(
          Report.Table(
            "People with three sessions or more in a row (at most \(rowGap) minutes between)",
            ["person", "date", "sessions", "number"], people)))
    }
    return Report.Section(id: "slack", title: "What is tight", blocks: blocks)
  }

  private static func tightRooms(_ view: ReportView) -> [[Report.Cell]] {
    view.scenario.rooms.flatMap { room -> [[Report.Cell]] in
      let own = view.placed.filter { $0.room == room.id }
      return zip(own, own.dropFirst()).compactMap { earlier, later in
        let gap = later.stay.start.minutes - earlier.stay.end.minutes
        guard gap <= room.turnoverMinutes, earlier.stay.start.date == later.stay.start.date,
          room.turnoverMinutes > 0
        else { return nil }
        return [
          .text(room.nameWithID), .text(view.named(earlier.session)),
          .text(view.named(later.session)),
          .number(gap), .number(room.turnoverMinutes),
        ]
      }
    }
  }

  private static func fullRows(_ view: ReportView) -> [[Report.Cell]] {
    view.scenario.people.indices.flatMap { person -> [[Report.Cell]] in
      let own = view.placed.filter {
        view.attendances.bySession[$0.session][person] == .required
      }
      var rows: [[Report.Cell]] = []
      var run: [ReportView.Placed] = []
      func close() {
        if run.count >= 3 {
          rows.append([
            .text(view.scenario.name(ofPerson: person)), .text("\(run[0].stay.start.date)"),
            .text(run.map { view.named($0.session) }.joined(separator: ", ")), .number(run.count),
          ])
        }
        run = []
      }
      for entry in own {
        if let last = run.last,
          last.stay.start.date != entry.stay.start.date
            || entry.stay.start.minutes - last.stay.end.minutes > rowGap
        {
          close()
        }
        run.append(entry)
      }
      close()
      return rows
    }
  }
}
