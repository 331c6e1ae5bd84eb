// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

extension CountingFact {
  /// The sum as one sentence: what the sessions need, and what there is.
  public var words: String {
    let who =
      sessions.count > Self.mostNamed
      ? "these \(sessions.count) sessions" : sessions.listed
    let need = sessions.count == 1 ? "needs" : "need"
    let when = day.map { " on \($0)" } ?? ""
    let rest = between > 0 ? " with the rest between them" : ""
    let beside =
      alone.isEmpty
      ? "" : " besides \(alone.listed), when nothing else runs"
    let way = between > 0 ? " with the way from one to the next" : ""
    switch resource {
    case .rooms(let rooms):
      let fit =
        rooms.count == 1
        ? "\(rooms[0]), the only room for \(sessions.count == 1 ? "it" : "them"), has"
        : "the rooms that fit (\(rooms.joined(separator: ", "))) have"
      return "By counting: \(who) \(need) \(Self.hours(needed)) of room time\(rest), and"
        + " \(fit) \(Self.hours(available))\(when)\(beside)."
    case .person(_, let name):
      return "By counting: \(who) all need \(name), \(Self.hours(needed))\(way),"
        + " and there are \(Self.hours(available))\(when) in which they can be\(beside)."
    case .atOnce(let limit, let atMost):
      return "By counting: \(who) \(need) \(Self.hours(needed)), and under the limit \(limit)"
        + " (\(atMost) at once) there are \(Self.hours(available))\(when)\(beside)."
    case .starts(let rooms, let lengths, let besides):
      let longer = lengths.sorted { $0.key < $1.key }.map {
        "one of \($0.key) minutes takes \($0.value)"
      }
      let other =
        besides.isEmpty
        ? "" : ", wherever \(besides.listed) \(besides.count == 1 ? "lies" : "lie")"
      return "By counting: \(who) need \(needed) of the starting times"
        + (longer.isEmpty ? "" : " (\(longer.joined(separator: ", ")))")
        + ", and the rooms that fit (\(rooms.joined(separator: ", "))) have \(available) at most"
        + "\(other)."
    case .number(let limit):
      return
        "By counting: \(who) are \(Count.of(needed, "session")), and the limit \(limit) leaves room for"
        + " \(available)\(when)."
    }
  }

  /// More are not named one by one.
  private static let mostNamed = 6

  /// `41 h`, `3 h 45 min`, `45 min`.
  static func hours(_ minutes: Int) -> String {
    let (whole, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if rest == 0 { return "\(whole) h" }
    return whole == 0 ? "\(rest) min" : "\(whole) h \(rest) min"
  }
}
