// SPDX-License-Identifier: GPL-3.0-or-later

extension Requirement {
  private static let principles =
    "The Secretariat runs the recognition process against the core IGF principles and procedures"
    + " (open, transparent, inclusive, bottom up, multistakeholder, non-commercial)"

  static let nationalAndRegional: [Requirement] = [
    Requirement(
      "NRI-1", .nri, "detailed written statement",
      "NRIs that wish to be recognised and listed on the IGF website need to submit a detailed written"
        + " statement to the IGF Secretariat.",
      .yes("written_statement")),
    Requirement("NRI-2", .nri, "open", principles, .yes("open")),
    Requirement("NRI-3", .nri, "transparent", principles, .yes("transparent")),
    Requirement("NRI-4", .nri, "inclusive", principles, .yes("inclusive")),
    Requirement("NRI-5", .nri, "bottom-up", principles, .yes("bottom_up")),
    Requirement("NRI-6", .nri, "multistakeholder", principles, .yes("multistakeholder")),
    Requirement("NRI-7", .nri, "non-commercial", principles, .yes("non_commercial")),
    Requirement(
      "NRI-8", .nri, "recognised and listed by the Secretariat",
      "For an NRI to be recognised and listed on the IGF website, the Secretariat runs the recognition"
        + " process against the core IGF principles and procedures (open, transparent, inclusive,"
        + " bottom up, multistakeholder, non-commercial).",
      .date("recognised", withinMonths: nil)),
  ]
}
