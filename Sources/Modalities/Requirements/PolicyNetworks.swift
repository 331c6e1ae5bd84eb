// SPDX-License-Identifier: GPL-3.0-or-later

extension Requirement {
  static let policyNetworks: [Requirement] = [
    Requirement(
      "PN-1", .pn, "focus from the current priority",
      "The focus of the PN emerges from the current priority, emerging global situation, taking into"
        + " account the IGF's overall reception and address of that particular topic (e.g. during the"
        + " latest IGF process).",
      .filled(["priority"])),
    Requirement(
      "PN-2", .pn, "a proposal",
      "The Secretariat facilitates the PN implementation, including development of a proposal,"
        + " contracting an expert consultant, conducting outreach, conducting research, drafting"
        + " outputs etc.",
      .filled(["proposal"])),
    Requirement(
      "PN-3", .pn, "a liaison delegated by the MAG",
      "The MAG delegates a liaison(s) to maintain linkages between the PN and the MAG as a whole.",
      .person("mag_liaisons", [.isMAGMember])),
    Requirement(
      "PN-4", .pn, "an expert consultant",
      "The Secretariat facilitates the PN implementation, including development of a proposal,"
        + " contracting an expert consultant, conducting outreach, conducting research, drafting"
        + " outputs etc.",
      advisory: true, .filled(["consultant"])),
    Requirement(
      "PN-5", .pn, "multistakeholder and expert-led",
      "In a response to the Secretary-General's Roadmap for Digital Cooperation, the policy network"
        + " concepts are introduced with an aim to develop multistakeholder expert-led frameworks that"
        + " address in-depth issues, challenges, good practices and ways forward of a broad Internet"
        + " governance matter.",
      .values("expert_groups", atLeast: 2)),
    Requirement(
      "PN-6", .pn, "facilitated by the Secretariat",
      "The Secretariat facilitates the PN implementation, including development of a proposal,"
        + " contracting an expert consultant, conducting outreach, conducting research, drafting"
        + " outputs etc.",
      .person("secretariat_focal_point", [.isSecretariat])),
  ]
}
