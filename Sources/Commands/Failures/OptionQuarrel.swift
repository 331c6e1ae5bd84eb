// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Options that are each right but do not go together.
enum OptionQuarrel: Equatable, Sendable {
  /// - `form`: what has to be given too.
  case needs(option: String, form: String)
  case twoQuestions(String, String)
  case fewestAndMaxMoves
  case fewestAndUnplaced
  case whatIfAndChange
  case baseAndFreshBase
  /// A schedule, or another baseline, beside a draft of a board.
  case besideBoard(String)
  case writeAndTarget
  /// `tidy --write` of a workbook.
  case workbookInPlace
  /// `new` with both or neither.
  case folderOrWorkbook
  case importNeedsScenario
  case scenarioTwice(String)
  /// A question of `explain` about a draft, without one.
  case questionNeedsDraft(option: String, scenario: String)
  /// A draft for `explain`, without a question.
  case draftNeedsQuestion
}

extension OptionQuarrel {
  var words: String {
    switch self {
    case .needs(let name, let form): "--\(name) needs \(form)"
    case .twoQuestions(let one, let other):
      "--\(one) and --\(other) are two questions; ask one at a time"
    case .fewestAndMaxMoves:
      "--fewest-moves finds the number that --max-moves sets; give one of the two"
    case .fewestAndUnplaced:
      "--fewest-moves and --allow-unplaced are two aims; give one of the two"
    case .whatIfAndChange: "--what-if and --change are two questions; name one"
    case .baseAndFreshBase: "--base names a base and --fresh-base makes one; give one of the two"
    case .besideBoard(let other):
      "\(other) and --from-board both name a schedule; give one of the two"
    case .writeAndTarget: "--write writes in place and --to elsewhere; one of them is expected"
    case .workbookInPlace:
      "a workbook is not changed in place: --to NEW.xlsx writes a new one, --to FOLDER tables"
    case .folderOrWorkbook: "either DIR or --workbook FILE.xlsx is expected"
    case .importNeedsScenario: "import needs --scenario SCENARIO"
    case .scenarioTwice(let scenario):
      "the scenario is given twice: '\(scenario)' and --scenario"
    case .questionNeedsDraft(let name, let scenario):
      "--\(name) is about a draft: programme explain \(ShellWord.quoted(scenario)) DRAFT --\(name)"
    case .draftNeedsQuestion: "what about the draft? --session ID, --prices or --fragile"
    }
  }
}
