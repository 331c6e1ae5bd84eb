// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// How well each kind is woven into the programme.
enum Weaving {
  static func section(_ view: ReportView) -> Report.Section {
    let kinds = Kind.intersessional.filter { kind in
      view.placed.contains { view.kinds($0.session).contains(kind) }
    }
    let rows = kinds.map { kind -> [Report.Cell] in
      let own = view.placed.filter { view.kinds($0.session).contains(kind) }
      let count = own.count
      return [
        .text(kind.token), .number(count),
        .share(own.count { isLinked($0.session, view) }, of: count),
        .share(own.count { isLinked($0.session, view, onlyKept: true) }, of: count),
        .share(own.count { isBesideMain($0, view) }, of: count),
        .share(own.count { view.isFirst($0) }, of: count),
        .share(own.count { view.isLast($0) }, of: count),
        .share(own.count { isBesideOtherKind($0, kind, view) }, of: count),
      ]
    }
    let days = view.scenario.meeting.days
    let byDay = kinds.map { kind -> [Report.Cell] in
      let own = view.placed.filter { view.kinds($0.session).contains(kind) }
      return [.text(kind.token)]
        + days.map { day in
          .share(own.count { $0.stay.start.date == day.date }, of: own.count)
        }
    }
    let sizes = [0..<100, 100..<300, 300..<Int.max]
    let byRoom = kinds.map { kind -> [Report.Cell] in
      let own = view.placed.filter { view.kinds($0.session).contains(kind) }
      return [.text(kind.token)]
        + sizes.map { size in
          .share(own.count { size.contains(capacity($0.room, view)) }, of: own.count)
        }
    }
    return Report.Section(
      id: "weaving", title: "How each kind is woven in",
      blocks: [
        .table(
          Report.Table(
            "Shares of each kind's placed sessions",
            [
              "kind", "placed", "linked", "with all links kept",
              "beside a main session of its theme", "first of a day", "last of a day",
              "beside another kind",
            ], rows)),
        .table(Report.Table("On each day", ["kind"] + days.map { "\($0.date)" }, byDay)),
        .table(
          Report.Table(
            "In each size of room", ["kind", "under 100 seats", "100 to 299", "300 and more"],
            byRoom)),
      ])
  }

  private static func capacity(_ room: String, _ view: ReportView) -> Int {
    view.scenario.rooms.first { $0.id == room }?.capacity ?? 0
  }

  private static func isLinked(
    _ session: Int, _ view: ReportView, onlyKept: Bool = false
  ) -> Bool {
    let own = view.scenario.links.enumerated().filter { _, link in
      [link.from, link.to].contains { view.scenario.sessions(of: $0).contains(session) }
    }
    return !own.isEmpty && (!onlyKept || own.allSatisfy { view.links.isKept($0.offset) })
  }

  private static func isBesideMain(_ entry: ReportView.Placed, _ view: ReportView) -> Bool {
    let themes = Set(view.scenario.sessions[entry.session].themes)
    return view.placed.contains {
      $0.session != entry.session && $0.stay.overlaps(entry.stay)
        && view.kinds($0.session).contains(Kind("MAIN"))
        && !themes.isDisjoint(with: view.scenario.sessions[$0.session].themes)
    }
  }

  private static func isBesideOtherKind(
    _ entry: ReportView.Placed, _ kind: Kind, _ view: ReportView
  ) -> Bool {
    view.placed.contains {
      $0.session != entry.session && $0.stay.overlaps(entry.stay)
        && view.kinds($0.session).contains { $0.isIntersessional && $0 != kind }
    }
  }
}
