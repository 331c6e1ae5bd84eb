// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Planning
import PlanningProblems
import Results
import Texts

/// `programme model SCENARIO`: the exact model for other solvers.
enum ModelCommand: Command {
  /// A file of the model.
  enum File: String, CaseIterable, Sendable {
    case model = "model.mps"
    case problem = "problem.json"

    func data(_ draft: DraftProgram, named name: String) throws -> Data {
      switch self {
      case .model: Data(MPSText.text(draft.withAllOverlapRows(), name: name).utf8)
      case .problem: try ProblemJSON.data(draft)
      }
    }
  }

  struct Options: CommandOptions {
    var scenario = ""
    var out: String?
    /// `nil` for both files.
    var only: File?
    var whatIf: String?
    var isForced = false
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "model", summary: "writes the exact model for other solvers: model.mps and problem.json",
    arguments: [.needed("SCENARIO", \.scenario)],
    options: [
      .place("out", "DIR", \.out, "where to write", usual: "Output/<scenario id>/model"),
      .choice(
        "only", \.only, "problem.json alone: a large model is hundreds of MB", form: "FILE"),
      .whatIf(\.whatIf), .force(\.isForced, "replace files that are there"), .json(\.isJSON),
    ])

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> ModelAnswer {
    let scenario = try Loading(options.scenario, whatIf: options.whatIf).usable(world.console)
    let id = scenario.meeting.id
    let folder = ResultFolder(
      options.out ?? world.results(of: id) + "/model", set: "model", isForced: options.isForced)
    let files = options.only.map { [$0] } ?? File.allCases
    try WritePlace.check(folder, files.map(\.rawValue))
    let draft = DraftProgram(PlanningProblem(scenario), .exact)
    do {
      let written = try folder.put(
        files.map { ($0.rawValue, try $0.data(draft, named: id)) }, in: world)
      return ModelAnswer(scenario: id, folder: folder.path, written: written)
    } catch {
      throw .notWritten(error)
    }
  }
}

/// A model that was written.
struct ModelAnswer: CommandAnswer {
  /// The scenario's id.
  let scenario: String
  let folder: String
  /// Paths of its files.
  let written: [String]

  var status: ExitStatus { .yes }

  func text(width: Int) -> String { "Written to \(folder).\n" }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(["scenario": scenario], written: written)
  }
}
