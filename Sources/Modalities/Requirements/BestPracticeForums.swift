// SPDX-License-Identifier: GPL-3.0-or-later

extension Requirement {
  static let bestPracticeForums: [Requirement] = [
    Requirement(
      "BPF-1", .bpf, "proposed by a MAG member",
      "BPF proposals to be submitted by at least one MAG member.",
      .person("proposed_by", [.isMAGMember])),
    Requirement(
      "BPF-2", .bpf, "selected by the MAG for the year", "MAG to select BPFs for the year.",
      .date("selected_by_mag", withinMonths: 15)),
    Requirement(
      "BPF-3", .bpf, "a MAG facilitator in the coordinating team",
      "At least one MAG-facilitator joins the BPF's coordinating team.",
      .person("mag_facilitators", [.isMAGMember, .isIn("coordinating_team")])),
    Requirement(
      "BPF-4", .bpf, "regular open sessions",
      "BPFs are expected to hold regular open sessions and develop a substantive output.",
      .count("open_meetings", atLeast: 1)),
    Requirement(
      "BPF-5", .bpf, "a substantive output",
      "BPFs are expected to hold regular open sessions and develop a substantive output.",
      advisory: true, .filled(["output"])),
    Requirement(
      "BPF-6", .bpf, "regular updates to the MAG",
      "BPFs, via the MAG-facilitator, are expected to regularly update the MAG on BPF activities and"
        + " progress.",
      advisory: true, .date("last_mag_update", withinMonths: 6)),
    Requirement(
      "BPF-7", .bpf, "the Secretariat as independent penholder",
      "The Secretariat serves as an independent penholder for the BPF output report.",
      .person("penholder", [.isSecretariat, .isNotIn("mag_facilitators")])),
  ]
}
