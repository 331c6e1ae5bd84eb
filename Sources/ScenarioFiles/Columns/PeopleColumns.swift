// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Languages
import Meetings

extension TableName {
  static let peopleTableColumns: [Column] = [
    Column("id", .id, "what the tables call the person", isRequired: true, also: ["person_id"]),
    Column("name", .text, "what people call the person", also: ["full_name"]),
    Column("stakeholder_group", .word(.stakeholderGroup), "for the reader"),
    Column("region", .word(.region), "for the reader"),
    Column(
      "time_zone", .zone, "where the person is when online; empty: the meeting's",
      also: ["timezone"]),
    Column("mag_member", .answer, "whether a member of the MAG", maybe: ["mag"]),
    Column("secretariat", .answer, "whether a member of the Secretariat"),
    Column(
      "presence", .choice(Person.Presence.allCases.map(\.rawValue)), "onsite (default) or online",
      maybe: ["online", "onsite", "attendance"]),
    Column(
      "available", .windows, "windows in which the person can attend; empty: always",
      maybe: ["availability", "windows"]),
    Column("max_per_day", .number(.things, 0...1000), "sessions a day that the person must attend"),
    Column(
      "email", .mailbox, "where letters go; never in anything public",
      also: ["e_mail", "mail", "email_address", "e_mail_address"]),
    Column(
      "language", .choice(Language.allCases.map(\.rawValue)),
      "what letters are written in; empty: as the publication", maybe: ["languages"]),
  ]

  static let roleColumns: [Column] = [
    Column("person", .reference([.person]), "a person's id", isRequired: true, also: ["person_id"]),
    Column(
      "subject", .reference([.session, .activity]),
      "a session, or an activity for all its sessions",
      isRequired: true, also: ["session", "session_id", "activity"]),
    Column("role", .word(.role), "such as speaker"),
    Column(
      "attendance", .choice(Attendance.allCases.map(\.rawValue)), "required (default) or preferred"),
  ]
}
