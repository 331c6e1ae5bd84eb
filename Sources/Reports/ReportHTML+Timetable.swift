// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// A day as a table: times down, rooms across.
extension ReportHTML {
  @HTMLBuilder
  static func html(_ day: Report.DayTimetable) -> [HTML] {
    if day.entries.isEmpty {
      Element.h3 { HTML.text(day.heading) }
      Element.p { "No session." }
    } else {
      wide("Timetable of \(day.heading)") { table(day) }
    }
  }

  private static func table(_ day: Report.DayTimetable) -> HTML {
    Element.table(.class("day")) {
      Element.caption { HTML.text(day.heading) }
      "\n"
      Element.thead { Element.tr { (["time"] + day.rooms).map(heading) } }
      "\n"
      Element.tbody.lines {
        for time in day.times.indices.dropLast() {
          Element.tr {
            Element.th(.named("scope", "row")) { HTML.text(day.times[time]) }
            day.rooms.indices.compactMap { cell(day, time, $0) }
          }
        }
      }
    }
  }

  /// Nothing where a session that began before still stands.
  private static func cell(_ day: Report.DayTimetable, _ time: Int, _ column: Int) -> HTML? {
    let own = day.entries.filter { $0.column == column }
    if let entry = own.first(where: { $0.from == time }) { return html(entry) }
    return own.contains { $0.from < time && time < $0.to } ? nil : Element.td()
  }

  private static func html(_ entry: Report.DayTimetable.Entry) -> HTML {
    let state = !entry.broken.isEmpty ? "broken" : entry.costs.isEmpty ? "fine" : "costs"
    let title = entry.title.isEmpty ? entry.session : entry.title
    return Element.td(
      .named("rowspan", max(1, entry.to - entry.from)), .class("session \(state)")
    ) {
      Element.b { HTML.text(title) }
      small("\(entry.clock) · \(entry.session)")
      for (sign, words) in [("✖", entry.broken), ("▲", entry.costs)] {
        for word in words.prefix(4) { small("\(sign) \(word)") }
        if words.count > 4 { small("\(sign) and \(words.count - 4) more") }
      }
    }
  }

  @HTMLBuilder
  private static func small(_ words: HTML) -> [HTML] {
    VoidElement.br()
    Element.small { words }
  }
}
