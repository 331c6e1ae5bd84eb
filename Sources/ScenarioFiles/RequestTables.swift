// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables

/// `roles.csv`.
enum RolesTable {
  static func role(_ reader: RowReader) -> Role? {
    let person = reader.id("person", of: .person)
    if reader.text("person").isEmpty { reader.reportEmpty("person", "a person's id") }
    let subject = reader.subject("subject")
    let attendance: Attendance = reader.choice("attendance", default: .required) ?? .required
    guard let person, let subject else { return nil }
    return Role(
      person: person, subject: subject, role: reader.text("role"), attendance: attendance,
      line: reader.row.line)
  }
}

/// `links.csv`.
enum LinksTable {
  static func link(_ reader: RowReader) -> Link? {
    let from = reader.subject("from")
    let to = reader.subject("to")
    let kind: Link.Kind? = reader.choice("kind", default: nil)
    let strength = reader.strength("strength")
    let minGap = reader.number("min_gap", of: .minutes, in: -100_000...100_000)
    let maxGap = reader.number("max_gap", of: .minutes, in: -100_000...100_000)
    if let minGap, let maxGap, maxGap < minGap {
      reader.report(
        "gap", "max_gap", "\(maxGap)", "The longest gap is shorter than the shortest, \(minGap).",
        "at least \(minGap)")
    }
    guard let from, let to, let kind, let strength else { return nil }
    if case .session = from, from == to {
      reader.warn(
        "link", "to", reader.text("to"), "The link is from a session to itself.",
        "it asks nothing; name another session")
    }
    return Link(
      from: from, to: to, kind: kind, strength: strength, minGap: minGap ?? 0, maxGap: maxGap,
      reason: reader.text("reason"), askedBy: reader.text("asked_by"), line: reader.row.line)
  }
}

/// `wishes.csv`.
enum WishesTable {
  static func wish(_ reader: RowReader) -> Wish? {
    let subject = reader.subject("subject")
    let want = reader.yesNo("want")
    if reader.text("want").isEmpty { reader.reportEmpty("want", "yes or no") }
    let window = reader.windows("window")
    let room = reader.id("room", of: .room)
    if reader.text("window").isEmpty && reader.text("room").isEmpty {
      reader.report(
        "wish", "window", "", "The wish names neither a window nor a room.",
        "fill window, room or both")
    }
    let strength = reader.strength("strength", mustIsKnown: false)
    guard let subject, let want, case .cost(let cost) = strength else { return nil }
    return Wish(
      subject: subject, wantsIt: want, window: window, room: room, strength: cost,
      reason: reader.text("reason"), askedBy: reader.text("asked_by"), line: reader.row.line)
  }
}

/// `limits.csv`.
enum LimitsTable {
  /// Limits' ids are compared only among themselves: only what-ifs refer to them.
  static func checkIds(_ readers: [RowReader]) {
    var lines: [String: Table.Place] = [:]
    for reader in readers {
      let id = reader.text("id")
      let place = reader.row.place(of: "id")
      if id.isEmpty {
        reader.reportEmpty("id", "an id of its own, such as one-main-at-a-time")
      } else if !Identities.isWellFormed(id) {
        reader.report("bad-id", "id", id, "'\(id)' is not an id.", Identities.form)
      } else if let other = lines.updateValue(place, forKey: id) {
        reader.report(
          "duplicate-id", "id", id,
          "The id '\(id)' is taken: \(reader.reporter.words(other, "id")) has a limit of that name.",
          "each limit has an id of its own")
      }
    }
  }

  static func limit(_ reader: RowReader) -> Limit? {
    let atMost = reader.number("at_most", in: 0...100_000)
    if reader.text("at_most").isEmpty {
      reader.reportEmpty("at_most", "a whole number, such as 1")
    }
    let per: Limit.Scope? = reader.choice("per", default: nil)
    let strength = reader.strength("strength")
    let activities = reader.ids("activities", of: .activity)
    let rooms = reader.ids("rooms", of: .room)
    guard let atMost, let per, let strength else { return nil }
    return Limit(
      id: reader.text("id"), kinds: reader.tokens("kinds").map { Kind($0) },
      themes: reader.tokens("themes"), needs: reader.tokens("needs"), activities: activities,
      rooms: rooms, atMost: atMost, per: per, strength: strength, reason: reader.text("reason"),
      line: reader.row.line)
  }
}

/// `waivers.csv`.
enum WaiversTable {
  /// How many requirements each kind has (`modalities.md`).
  private static let counts: [(kind: Kind, count: Int)] = [
    (.dc, 8), (.bpf, 7), (.nri, 8), (.pn, 6),
  ]

  static func waiver(_ reader: RowReader, activities: [Activity]) -> Waiver? {
    let activity = reader.id("activity", of: .activity)
    if reader.text("activity").isEmpty { reader.reportEmpty("activity", "an activity's id") }
    let requirement = reader.text("requirement")
    if requirement.isEmpty { reader.reportEmpty("requirement", "a requirement's id, such as DC-7") }
    _ = reader.date("on")
    guard !requirement.isEmpty, let activity, activities.indices.contains(activity) else {
      return nil
    }
    let kind = activities[activity].kind
    let count = counts.first { $0.kind == kind }?.count ?? 0
    let known = (0..<count).map { "\(kind)-\($0 + 1)" }
    guard known.contains(requirement) else {
      reader.report(
        "requirement", "requirement", requirement,
        "'\(requirement)' is not asked of a \(kind) activity.",
        known.isEmpty
          ? "nothing is asked of this kind"
          : "one of \(known[0]) to \(known[known.count - 1])")
      return nil
    }
    return Waiver(
      activity: activity, requirement: requirement, by: reader.text("by"),
      on: reader.text("on"), reason: reader.text("reason"), line: reader.row.line)
  }
}
