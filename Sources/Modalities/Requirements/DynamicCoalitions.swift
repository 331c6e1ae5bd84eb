// SPDX-License-Identifier: GPL-3.0-or-later

extension Requirement {
  static let dynamicCoalitions: [Requirement] = [
    Requirement(
      "DC-1", .dc, "open membership",
      "Requirements to be recognised as IGF DCs: Open membership, Open mailing lists, Open archives.",
      .yes("open_membership")),
    Requirement(
      "DC-2", .dc, "open mailing list",
      "Requirements to be recognised as IGF DCs: Open membership, Open mailing lists, Open archives.",
      .yes("open_mailing_list")),
    Requirement(
      "DC-3", .dc, "open archives",
      "Requirements to be recognised as IGF DCs: Open membership, Open mailing lists, Open archives.",
      .yes("open_archives")),
    Requirement(
      "DC-4", .dc, "written application",
      "Applications need to state need for a DC, (2) Action plan, (3) mailing list, (4) contact person,"
        + " (5) list of representatives from at least 3 stakeholder groups.",
      .filled(["statement_of_need", "action_plan", "mailing_list", "contact"])),
    Requirement(
      "DC-5", .dc, "three stakeholder groups",
      "(5) list of representatives from at least 3 stakeholder groups.",
      .values("stakeholder_groups", atLeast: 3)),
    Requirement(
      "DC-6", .dc, "recognised by the Secretariat",
      "New DCs to submit a written application to the IGF Secretariat. IGF Secretariat to review and"
        + " decide.",
      .date("recognised", withinMonths: nil)),
    Requirement(
      "DC-7", .dc, "annual report",
      "DCs do not have to reapply, but have to confirm their recognition status by submitting an"
        + " annual report.",
      .date("annual_report", withinMonths: 15)),
    Requirement(
      "DC-8", .dc, "in the Coordination Group",
      "DCs are invited to join the DC Coordination Group and mailing list.", advisory: true,
      .yes("coordination_group")),
  ]
}
