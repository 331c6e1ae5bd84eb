// SPDX-License-Identifier: GPL-3.0-or-later

/// Options that several commands have, with the same help.
extension Option {
  /// `--json`.
  static func json(_ path: OptionPath<Options, Bool>) -> Self {
    flag("json", path, "print the facts as one JSON object on standard output")
  }

  /// `--what-if NAME`: the scenario with one of its what-ifs.
  static func whatIf(_ path: OptionPath<Options, String?>) -> Self {
    text("what-if", "NAME", path, "with the changes of what-if/NAME.json")
  }

  /// `--baseline SCHEDULE.csv`.
  static func baseline(_ path: OptionPath<Options, String?>) -> Self {
    text(
      "baseline", "SCHEDULE.csv", path,
      "the schedule that moves are counted against: a file, a draft's folder or number, board:NAME")
  }

  /// `--from-board NAME`.
  static func fromBoard(_ path: OptionPath<Options, String?>, _ help: String) -> Self {
    text("from-board", "NAME", path, help)
  }

  /// `--max-moves N`.
  static func maxMoves(_ path: OptionPath<Options, Int?>) -> Self {
    number(
      "max-moves", "N", in: 0...100_000, path, "at most N sessions of the baseline may change")
  }

  /// `--drafts DIR`: where a draft's number is looked up.
  static func drafts(_ path: OptionPath<Options, String?>) -> Self {
    text("drafts", "DIR", path, "where to find drafts given by number (Output/<scenario id>)")
  }

  /// `--force`.
  static func force(
    _ path: OptionPath<Options, Bool>, _ help: String
  ) -> Self {
    flag("force", path, help)
  }

  /// `--gap PERCENT`.
  static func gap(
    _ path: OptionPath<Options, Double>, _ help: String
  ) -> Self {
    percent("gap", path, help)
  }

  /// `--seed N`.
  static func seed(_ path: OptionPath<Options, Int>, _ help: String) -> Self {
    number("seed", "N", in: 0...Int(Int32.max), path, help)
  }

  /// `--work N`.
  static func work(_ path: OptionPath<Options, Int?>, _ help: String) -> Self {
    number("work", "N", in: 1...1_000_000_000, path, help)
  }
}
