// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Sentences that page, text and data share.
enum CompareWords {
  /// The title that people know, and the id where it says something else.
  static func named(_ change: SessionChange) -> String { named(change.session, change.title) }

  static func named(_ session: String, _ title: String) -> String {
    title.isEmpty || title == session ? session : "\(title) (\(session))"
  }

  /// `3 sessions move, 1 takes another room and 1 is new.`
  static func changes(_ comparison: Comparison) -> String {
    let changes = comparison.changes
    /// - Parameter isStranger: whether the session is on only one side; `nil`: either way.
    func ids(_ sort: SessionChange.Sort, _ isStranger: Bool? = nil) -> Int {
      changes.count { change in
        let isAlone = change.before == .absent || change.after == .absent
        return change.sort == sort && isStranger ?? isAlone == isAlone
      }
    }
    let parts: [(count: Int, one: String, many: String)] = [
      (ids(.moved), "moves", "move"),
      (ids(.roomChanged), "takes another room", "take another room"),
      (ids(.resized), "changes its length", "change their length"),
      (ids(.placed, true), "is new", "are new"),
      (ids(.placed, false), "is newly placed", "are newly placed"),
      (ids(.dropped, true), "is no longer in the programme", "are no longer in the programme"),
      (ids(.dropped, false), "loses its place", "lose their places"),
    ]
    let told = parts.filter { $0.count > 0 }
    guard let first = told.first else { return "No session changes place." }
    let words = told.dropFirst().map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }
    let opening = "\(Count.of(first.count, "session")) \(first.count == 1 ? first.one : first.many)"
    return ([opening] + words).listed + "."
  }

  /// What each rule adds to the cost, the largest first: `empty-seats +8, theme-clash −4`.
  static func differences(_ comparison: Comparison, moves: Int) -> String {
    var parts = comparison.costs.map {
      (name: $0.rule.words.title.lowercasedFirst, difference: $0.difference)
    }
    parts.append((SoftRule.moved.words.title.lowercasedFirst, moves))
    return parts.filter { $0.difference != 0 }.enumerated().sorted {
      (-abs($0.element.difference), $0.offset) < (-abs($1.element.difference), $1.offset)
    }.map { "\($0.element.name) \($0.element.difference.signed)" }.joined(separator: ", ")
  }

  /// Where a difference comes from, if it is not only from the sessions of both sides.
  static func origin(_ comparison: Comparison) -> String? {
    let origin = comparison.origin
    guard origin.new != 0 || origin.gone != 0 else { return nil }
    var parts: [String] = []
    if origin.new != 0 {
      parts.append("\(origin.new.signed) with sessions that are only in \(comparison.after.name)")
    }
    if origin.gone != 0 {
      parts.append(
        "\(origin.gone.signed) with sessions that are only in \(comparison.before.name)")
    }
    parts.append("\(origin.common.signed) among the sessions of both")
    return "Of the difference without moves, \(parts.listed)."
  }

  static func share(_ share: Gains.Share) -> String {
    var parts: [String] = []
    let more = share.placedAfter - share.placedBefore
    if more != 0 {
      parts.append("\(Count.of(abs(more), "session")) \(more > 0 ? "more" : "fewer")")
    }
    if share.moved > 0 { parts.append("\(share.moved) moved") }
    parts += share.rules.map { "\($0.rule.words.title.lowercasedFirst) \($0.difference.signed)" }
    return parts.joined(separator: ", ")
  }
}
