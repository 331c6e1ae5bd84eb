// SPDX-License-Identifier: GPL-3.0-or-later

/// Sentences that page, text and data share.
enum CompareWords {
  static func signed(_ number: Int) -> String {
    number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "±0"
  }

  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `3 sessions move, 1 takes another room, 1 is new`.
  static func changes(_ comparison: Comparison) -> String {
    let changes = comparison.changes
    /// - Parameter isStranger: whether the session is on one side alone; nothing: either.
    func ids(_ sort: SessionChange.Sort, _ isStranger: Bool? = nil) -> Int {
      changes.count { change in
        let isAlone = change.before == .absent || change.after == .absent
        return change.sort == sort && isStranger ?? isAlone == isAlone
      }
    }
    let parts: [(Int, String, String)] = [
      (ids(.moved), "session moves", "sessions move"),
      (ids(.roomChanged), "takes another room", "take another room"),
      (ids(.resized), "changes its length", "change their length"),
      (ids(.placed, true), "is new", "are new"),
      (ids(.placed, false), "is placed that was not", "are placed that were not"),
      (ids(.dropped, true), "is no longer in the programme", "are no longer in the programme"),
      (ids(.dropped, false), "loses its place", "lose their places"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return words.isEmpty ? "No session changes place." : list(words).capitalizedFirst + "."
  }

  /// Where a difference comes from, where that is not from the sessions of both alone.
  static func origin(_ comparison: Comparison) -> String? {
    let origin = comparison.origin
    guard origin.new != 0 || origin.gone != 0 else { return nil }
    var parts: [String] = []
    if origin.new != 0 {
      parts.append("\(signed(origin.new)) with sessions that are only in \(comparison.after.name)")
    }
    if origin.gone != 0 {
      parts.append(
        "\(signed(origin.gone)) with sessions that are only in \(comparison.before.name)")
    }
    parts.append("\(signed(origin.common)) among the sessions of both")
    return "Of the difference without moves, \(list(parts))."
  }

  static func share(_ share: Gains.Share) -> String {
    var parts: [String] = []
    let more = share.placedAfter - share.placedBefore
    if more != 0 {
      parts.append("\(count(abs(more), "session")) \(more > 0 ? "more" : "fewer")")
    }
    if share.moved > 0 { parts.append("\(share.moved) moved") }
    parts += share.rules.map { "\($0.rule.rawValue) \(signed($0.difference))" }
    return parts.joined(separator: ", ")
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
