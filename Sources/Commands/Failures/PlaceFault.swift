// SPDX-License-Identifier: GPL-3.0-or-later

/// A folder, file or draft that was typed, or is needed, but is missing or not what it should be.
enum PlaceFault: Equatable, Sendable {
  case nothingThere(String)
  case notADraftFolder(String)
  case draft(UnknownDraft)
  case board(UnknownBoard)
  /// An act that a draft of the board has not come to.
  case boardAct(name: String, act: Int, head: Int)
  /// Two schedules, and nothing says which scenario they belong to.
  case whichScenario
  case whoseDraft(Int)
  case whoseBoard(String)
  /// - `found`: folders of results that hold drafts.
  case whoseDrafts(found: [String])
  case scenarioWithoutID(String)
  case unreadableID(scenario: String)
  case noScenarioFolder(String)
  /// A history, or files of it, that could not be read; why.
  case unreadableHistory(String)
}

/// A number that no draft of a history has.
struct UnknownDraft: Equatable, Sendable {
  let number: Int
  /// The numbers that there are.
  let known: [Int]
  /// The folder of the drafts, as it is shown.
  let folder: String
}

/// A name that no draft of a folder's boards has.
struct UnknownBoard: Equatable, Sendable {
  let name: String
  /// The names that there are.
  let known: [String]
  /// What the draft is called now that had the name before.
  var now: String?
  /// The folder of the drafts, as it is shown.
  let folder: String
}

extension PlaceFault {
  var words: String {
    switch self {
    case .nothingThere(let path):
      "there is no '\(path)'; a schedule.csv or the folder of a draft is expected\(Self.maker)"
    case .notADraftFolder(let path):
      "\(path) has no schedule.csv; it is not the folder of a draft\(Self.maker)"
    case .draft(let unknown): unknown.words
    case .board(let unknown): unknown.words
    case .boardAct(let name, let act, let head):
      "the draft '\(name)' has no act \(act) yet: its last is \(head)"
    case .whichScenario:
      "which scenario are they of? Neither a draft.json beside them nor their folder says;"
        + " name it with --scenario"
    case .whoseDraft(let number): "whose draft \(number)? Name the scenario with --scenario"
    case .whoseBoard(let name): "whose draft '\(name)'? Name the scenario with --scenario"
    case .whoseDrafts(let found):
      "whose drafts? Name the scenario, or their folder with --out"
        + (found.isEmpty ? "" : "; in Output/ there are those of \(found.joined(separator: ", "))")
    case .scenarioWithoutID(let scenario):
      "the scenario \(scenario) has no id; name the folder of drafts with --drafts"
    case .unreadableID(let scenario):
      "the id of the scenario '\(scenario)' cannot be read; name the folder of its drafts with"
        + " --out"
    case .noScenarioFolder(let scenario):
      "there is no folder '\(scenario)'; name a scenario's folder, or that of its drafts with --out"
    case .unreadableHistory(let sentence): sentence
    }
  }

  /// How to make what is missing.
  private static let maker = "; 'programme draft SCENARIO' makes one in Output/<scenario id>"
}

extension UnknownBoard {
  var words: String {
    known.isEmpty
      ? "there is no draft '\(name)': \(folder) has no drafts of a board; --drafts names another folder"
      : "the board of \(folder) has no draft '\(name)'"
        + (now.map { " (the one that was called so is '\($0)' now)" } ?? "") + "; there are "
        + known.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension UnknownDraft {
  var words: String {
    known.isEmpty
      ? "there is no draft \(number): \(folder) has no history; 'programme draft SCENARIO' starts one"
      : "there is no draft \(number) in \(folder); there are "
        + known.map(String.init).joined(separator: ", ")
  }
}
