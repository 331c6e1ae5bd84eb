// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

extension TableName {
  private static let reason = Column("reason", .text, "said whenever it is broken")
  private static let askedBy = Column("asked_by", .text, "said whenever it is broken")
  private static let strength = Column(
    "strength", .strength(mustIsKnown: true), "must, or 1–1000", isRequired: true)
  private static func end(_ name: String) -> Column {
    Column(
      name, .reference([.session, .activity]), "a session, or an activity for all its sessions",
      isRequired: true)
  }

  static let linkColumns: [Column] = [
    end("from"), end("to"),
    Column(
      "kind", .choice(Link.Kind.allCases.map(\.rawValue)), "what is asked of the two",
      isRequired: true),
    strength,
    Column("min_gap", .number(.minutes, -100_000...100_000), "minutes between the two, at least"),
    Column("max_gap", .number(.minutes, -100_000...100_000), "minutes between the two, at most"),
    reason, askedBy,
  ]

  static let wishColumns: [Column] = [
    end("subject"),
    Column("want", .answer, "yes: inside; no: not inside", isRequired: true),
    Column("window", .windows, "windows", also: ["windows"]),
    Column("room", .reference([.room]), "a room"),
    Column(
      "strength", .strength(mustIsKnown: false), "1–1000: the cost of each session not as wished",
      isRequired: true),
    reason, askedBy,
  ]

  static let limitColumns: [Column] = [
    Column("id", .id, "its name", isRequired: true),
    Column("kinds", .kinds, "which sessions"),
    Column("themes", .words(.theme), "which sessions"),
    Column("needs", .words(.feature), "which sessions"),
    Column("activities", .references(.activity), "which sessions"),
    Column("rooms", .references(.room), "which sessions"),
    Column("at_most", .number(.things, 0...100_000), "how many", isRequired: true),
    Column(
      "per", .choice(Limit.Scope.allCases.map(\.rawValue)), "moment, day or meeting",
      isRequired: true),
    strength, reason,
  ]

  static let cancellationColumns: [Column] = [
    Column("session", .reference([.session]), "its id", isRequired: true),
    Column("reason", .text, "why: everybody is told"),
    Column("by", .text, "who decided it"),
    Column("on", .date, "when"),
  ]

  static let waiverColumns: [Column] = [
    Column("activity", .reference([.activity]), "its id", isRequired: true),
    Column("requirement", .requirement, "such as DC-7", isRequired: true),
    Column("by", .text, "who lifted it"),
    Column("on", .date, "when"),
    Column("reason", .text, "why"),
  ]
}
