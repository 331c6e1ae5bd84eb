// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Pages
import Reports
import Texts

/// Two timetables side by side, day under day, rooms across; a curve runs from where a session was
/// to where it is now. Every sort of change has its own stroke and sign as well as its colour.
struct MovesPicture {
  private let comparison: Comparison
  /// The ids of rooms, in the order of their tables.
  private let rooms: [String]
  private let days: [Panel]
  private let changed: [String: SessionChange]
  private let key: String

  /// A day: the top of its panel, and the hours that it shows.
  private struct Panel {
    let date: CalendarDate
    let label: String
    let top: Int
    let from: Int
    let to: Int
    var height: Int { (to - from) * MovesPicture.perHour / 60 }
  }

  private static let perHour = 34
  private static let (left, between, head) = (44, 170, 34)

  /// - Parameter key: distinguishes the picture's arrows from those of others on the page.
  init(_ comparison: Comparison, key: String) {
    self.comparison = comparison
    self.key = key
    changed = Dictionary(uniqueKeysWithValues: comparison.changes.map { ($0.session, $0) })
    let states = [comparison.before.states, comparison.after.states].flatMap(\.values)
    let used = Set(states.compactMap(\.room))
    let tables = (comparison.before.scenario.rooms + comparison.after.scenario.rooms).map(\.id)
    var order: [String] = []
    for room in tables + used.sorted() where used.contains(room) && !order.contains(room) {
      order.append(room)
    }
    rooms = order
    let touched = Set(
      comparison.changes.flatMap { [$0.before.stay, $0.after.stay] }.compactMap { $0?.start.date })
    var panels: [Panel] = []
    var top = 30
    for date in touched.sorted() {
      let own = states.compactMap(\.stay).filter { $0.start.date == date }
      let from = (own.map(\.start.minuteOfDay).min() ?? 0) / 60 * 60
      let to = own.map { $0.start.minuteOfDay + $0.minutes }.max() ?? from
      let day = comparison.after.scenario.meeting.day(date)
      let panel = Panel(
        date: date, label: day.map { "\($0.label), \(date)" } ?? "\(date)", top: top + Self.head,
        from: from, to: (to + 59) / 60 * 60)
      panels.append(panel)
      top = panel.top + panel.height + 14
    }
    days = panels
  }

  /// `nil` if nothing changes.
  var svg: HTML? {
    guard let last = days.last else { return nil }
    let title =
      "Timetables of \(comparison.before.name) and \(comparison.after.name) side by side, with"
      + " \(Count.of(comparison.changes.count, "change")) drawn between them"
    let foot = last.top + last.height
    return Drawing.picture(rightEdge + 12, foot + 44, title) {
      arrow
      Drawing.text(Self.left, 16, "before: \(comparison.before.name)", "h")
      Drawing.text(right, 16, "after: \(comparison.after.name)", "h")
      for day in days { grid(day) }
      boxes(comparison.before.states, at: Self.left, isAfter: false)
      boxes(comparison.after.states, at: right, isAfter: true)
      for change in comparison.changes { curve(change) }
      legend(foot + 16)
    }
  }

  private var column: Int { max(20, min(74, 460 / max(1, rooms.count))) }
  private var width: Int { column * rooms.count }
  private var right: Int { Self.left + width + Self.between }
  private var rightEdge: Int { right + width }

  private var arrow: HTML {
    Shape.defs {
      Shape.marker(
        .id("tip-\(key)"), .named("viewBox", "0 0 8 8"), .named("refX", 7), .named("refY", 4),
        .named("markerWidth", 6), .named("markerHeight", 6), .named("orient", "auto")
      ) {
        Shape.path(.named("d", "M0 0L8 4L0 8z"), .class("tip"))
      }
    }
  }

  @HTMLBuilder
  private func grid(_ day: Panel) -> [HTML] {
    Drawing.text(Self.left, day.top - 18, day.label, "d")
    Drawing.text(right, day.top - 18, day.label, "d")
    for x in [Self.left, right] {
      for (index, room) in rooms.enumerated() {
        Drawing.text(
          x + index * column + column / 2, day.top - 4,
          Drawing.fitted(room, column - 2, letter: 46), "r", anchor: "middle")
      }
      for hour in stride(from: day.from, through: day.to, by: 60) {
        let y = y(hour, day)
        Drawing.line(x, y, x + width, y, "g")
        Drawing.text(x - 4, y + 3, ClockTime.text(hour), "t", anchor: "end")
      }
    }
  }

  private func y(_ minute: Int, _ day: Panel) -> Int {
    day.top + (minute - day.from) * Self.perHour / 60
  }

  /// Left edge, top, height; nothing for a session that is not drawn.
  private func place(_ state: SessionState, at x: Int) -> (x: Int, y: Int, height: Int)? {
    guard let stay = state.stay, let room = state.room,
      let column = rooms.firstIndex(of: room),
      let day = days.first(where: { $0.date == stay.start.date })
    else { return nil }
    let top = y(stay.start.minuteOfDay, day)
    let bottom = y(stay.start.minuteOfDay + stay.minutes, day)
    return (x + column * self.column, top, max(6, bottom - top))
  }

  private func boxes(_ states: [String: SessionState], at x: Int, isAfter: Bool) -> [HTML] {
    let ordered = states.sorted { ($0.key) < ($1.key) }
    // What changes is drawn over what stays.
    let stays = ordered.filter { changed[$0.key] == nil }
    let moves = ordered.filter { changed[$0.key] != nil }
    return (stays + moves).flatMap { box($0.key, $0.value, at: x, isAfter: isAfter) }
  }

  private func box(_ id: String, _ state: SessionState, at x: Int, isAfter: Bool) -> [HTML] {
    guard let place = place(state, at: x) else { return [] }
    let change = changed[id]
    let style = "b " + (change.map { "c-\($0.sort.rawValue)" } ?? "same")
    let title = "\(id): \(side(isAfter).words(state))" + (change.map { " (\($0.label))" } ?? "")
    let sign = change.map { Self.sign($0.sort) + " " } ?? ""
    return [
      Drawing.box(place.x + 1, place.y, column - 2, place.height - 1, style, title: title),
      Drawing.text(
        place.x + 3, place.y + 9,
        Drawing.fitted(sign + id, column - 4, letter: change == nil ? 46 : 54),
        change == nil ? "l" : "l ch"),
    ]
  }

  private func side(_ isAfter: Bool) -> Side { isAfter ? comparison.after : comparison.before }

  static func sign(_ sort: SessionChange.Sort) -> String {
    switch sort {
    case .moved: "→"
    case .roomChanged: "⇄"
    case .placed: "+"
    case .dropped: "×"
    case .resized: "↕"
    }
  }

  private func curve(_ change: SessionChange) -> HTML {
    guard let a = place(change.before, at: Self.left), let b = place(change.after, at: right)
    else { return .empty }
    let (x1, y1) = (a.x + column - 1, a.y + a.height / 2)
    let (x2, y2) = (b.x, b.y + b.height / 2)
    // Level inside the timetables, bent between them.
    let bend = Self.left + width + Self.between / 2
    let (before, after) = (comparison.before, comparison.after)
    return Shape.path(
      .named("d", "M\(x1) \(y1)C\(bend) \(y1) \(bend) \(y2) \(x2) \(y2)"),
      .class("m c-\(change.sort.rawValue)"), .named("marker-end", "url(#tip-\(key))")
    ) {
      Shape.title {
        "\(change.session): \(before.words(change.before)) → \(after.words(change.after))"
      }
    }
  }

  private func legend(_ y: Int) -> [HTML] {
    var x = Self.left
    return SessionChange.Sort.allCases.filter { comparison.count($0) > 0 }.flatMap { sort in
      let words = "\(Self.sign(sort)) \(Self.words(sort))"
      defer { x += 40 + words.count * 7 }
      return [
        Drawing.box(x, y, 18, 12, "b c-\(sort.rawValue)"),
        Drawing.text(x + 24, y + 10, words, "t0"),
      ]
    }
  }

  private static func words(_ sort: SessionChange.Sort) -> String {
    switch sort {
    case .moved: "another time"
    case .roomChanged: "only another room"
    case .placed: "placed, was not"
    case .dropped: "no longer placed"
    case .resized: "longer or shorter"
    }
  }
}
