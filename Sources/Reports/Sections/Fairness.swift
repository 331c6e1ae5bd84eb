// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Whether some regions or groups always get the last slot, and at what hour people online take
/// part.
enum Fairness {
  static func section(_ view: ReportView) -> Report.Section {
    Report.Section(
      id: "fairness", title: "Fairness",
      blocks: [
        .text(
          "Counted over required attendances: one person at one placed session. People without an entry are shown as '\(notStated)'."
        ),
        .table(table("By region", view) { $0.region }),
        .table(table("By stakeholder group", view) { $0.stakeholderGroup }),
        online(view),
      ])
  }

  /// Those who state no group come last.
  private static let notStated = "not stated"

  private static func table(
    _ caption: String, _ view: ReportView, _ group: (Person) -> String
  ) -> Report.Table {
    var attended: [String?: [ReportView.Placed]] = [:]
    for entry in view.placed {
      for person in view.attendances.required(entry.session) {
        let name = group(view.scenario.people[person])
        attended[name.isEmpty ? nil : name, default: []].append(entry)
      }
    }
    let days = view.scenario.meeting.days
    let groups = attended.keys.compactMap(\.self).sorted().map(Optional.some) + [nil]
    let rows = groups.compactMap { name -> [Report.Cell]? in
      guard let own = attended[name] else { return nil }
      return [
        .text(name ?? notStated), .number(own.count),
        .share(own.count { view.isFirst($0) }, of: own.count),
        .share(own.count { view.isLast($0) }, of: own.count),
      ]
        + days.map { day in
          .share(own.count { $0.stay.start.date == day.date }, of: own.count)
        }
    }
    return Report.Table(
      caption,
      ["group", "attendances", "first of a day", "last of a day"] + days.map { "\($0.date)" }, rows)
  }

  private static func online(_ view: ReportView) -> Report.Block {
    let meeting = view.scenario.meeting
    var rows: [[Report.Cell]] = []
    for (index, person) in view.scenario.people.enumerated() where person.presence == .online {
      for entry in view.placed where view.attendances.bySession[entry.session][index] == .required {
        let instant = meeting.zone.instant(entry.stay.start)
        let start = person.zone.wallTime(atInstant: instant)
        let end = person.zone.wallTime(atInstant: instant + entry.stay.minutes * 60)
        let isAwkward = view.review.costs.first { $0.rule == .awkwardHour }?.causes.contains {
          $0.sessions == [view.id(entry.session)] && $0.people == [person.id]
        }
        rows.append([
          .text(view.scenario.name(ofPerson: index)), .text(view.named(entry.session)),
          .text("\(start.date) \(start.clock)-\(end.clock)"),
          .text(person.zone.zone.identifier),
          .state(isAwkward == true ? .bad : .good, isAwkward == true ? "awkward" : "bearable"),
        ])
      }
    }
    if rows.isEmpty { return .text("Nobody who is required takes part online.") }
    return .table(
      Report.Table(
        "People online, on their own clocks", ["person", "session", "there", "zone", "hour"], rows))
  }
}
