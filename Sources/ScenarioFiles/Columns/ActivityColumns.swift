// SPDX-License-Identifier: GPL-3.0-or-later

import Cells

extension TableName {
  private static let id = Column(
    "id", .id, "what the tables call it", isRequired: true, also: ["activity_id"])
  private static let name = Column(
    "name", .text, "what people call it", also: ["activity_name"])
  private static let themes = Column(
    "themes", .words(.theme), "sessions that share one should not run at the same time",
    also: ["theme"], maybe: ["topics", "topic", "tags", "tracks", "track"])

  static let coalitionColumns: [Column] = [
    id, name, themes,
    Column("statement_of_need", .answerOrText, "yes, or where to find it"),
    Column("action_plan", .answerOrText, "yes, or where to find it"),
    Column("mailing_list", .answerOrText, "yes, or its address"),
    Column("contact", .people, "the contact person, who must be in the room"),
    Column("open_membership", .answer, "whether everyone may become a member"),
    Column("open_mailing_list", .answer, "whether everyone may join the list"),
    Column("open_archives", .answer, "whether everyone may read the archives"),
    Column(
      "stakeholder_groups", .words(.stakeholderGroup), "the groups represented, at least three"),
    Column("recognised", .dateOrAnswer, "when the Secretariat recognised it", also: ["recognized"]),
    Column(
      "annual_report", .dateOrAnswer,
      "the date of the last one, no more than 15 months before the meeting"),
    Column("coordination_group", .answer, "whether it takes part in the coordination group"),
  ]

  static let forumColumns: [Column] = [
    id, name, themes,
    Column("proposed_by", .people, "people, at least one of them a MAG member"),
    Column("selected_by_mag", .dateOrAnswer, "when, in the 15 months before the meeting"),
    Column("mag_facilitators", .people, "people, who must be in the room"),
    Column("coordinating_team", .people, "people, with at least one MAG facilitator"),
    Column("open_meetings", .numberOrAnswer(0...10_000), "how many it held, at least one"),
    Column("output", .answerOrText, "its output, a name or an address"),
    Column("penholder", .people, "a person of the Secretariat, who must be in the room"),
    Column("last_mag_update", .dateOrAnswer, "when the MAG was last told"),
    Column("mailing_list", .answerOrText, "yes, or its address"),
    Column("web_page", .answerOrText, "yes, or its address"),
  ]

  static let nriColumns: [Column] = [
    id, name, themes,
    Column("scope", .choice(NRIScope.allCases.map(\.rawValue)), "what it is the IGF of"),
    Column("region", .text, "for the reader"),
    Column("written_statement", .answer, "whether there is one"),
    Column("open", .answer, "whether it is open"),
    Column("transparent", .answer, "whether it is transparent"),
    Column("inclusive", .answer, "whether it is inclusive"),
    Column("bottom_up", .answer, "whether it works bottom-up"),
    Column("multistakeholder", .answer, "whether all groups take part"),
    Column("non_commercial", .answer, "whether it is non-commercial"),
    Column("recognised", .dateOrAnswer, "when the Secretariat recognised it", also: ["recognized"]),
    Column("contact", .people, "the contact person, who must be in the room"),
  ]

  static let networkColumns: [Column] = [
    id, name, themes,
    Column("priority", .answerOrText, "the priority that its focus follows from"),
    Column("proposal", .answerOrText, "yes, or where to find it"),
    Column(
      "mag_liaisons", .people, "people, at least one of them a MAG member; they must be in the room"
    ),
    Column("consultant", .people, "a person, who must be in the room"),
    Column(
      "expert_groups", .words(.stakeholderGroup), "the experts' stakeholder groups, at least two"),
    Column(
      "secretariat_focal_point", .people, "a person of the Secretariat, who must be in the room"),
  ]

  static let elementColumns: [Column] = [
    id, name, themes,
    Column(
      "kind", .kind, "an upper-case token: MAIN, WS, OF, CEREMONY, COORD …", isRequired: true,
      also: ["type"]),
  ]
}

/// What an NRI is the IGF of.
enum NRIScope: String, CaseIterable {
  case national, regional, youth, collective
  case subRegional = "sub-regional"
}
