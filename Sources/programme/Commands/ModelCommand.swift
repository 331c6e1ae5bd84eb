// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import PlanningProblems
import Results
import Tables

extension Command {
  /// `programme model SCENARIO`: the exact model for other solvers.
  static let model = Command(
    name: "model", arguments: ["SCENARIO"],
    summary: "writes the exact model for other solvers: model.mps and problem.json",
    options: [
      Option(name: "out", value: "DIR", help: "where to write (Output/<scenario id>/model)"),
      Option(
        name: "only", value: "FILE", help: "problem.json alone: a large model is hundreds of MB"),
      Loading.whatIf,
      Option(name: "force", value: nil, help: "replace files that are there"),
      Command.json,
    ]
  ) { typed throws(UsageError) in
    let names = try modelFiles(typed.text("only"))
    let loaded = Loading(typed.arguments[0], whatIf: typed.text("what-if"))
    guard let scenario = loaded.usable() else { return .unusable }
    let path = typed.text("out") ?? "Output/\(scenario.meeting.id)/model"
    let folder = ResultFolder(path, set: "model", isForced: typed.has("force"))
    if let refusal = WritePlace.refusal(folder, names) {
      Terminal.complain(refusal)
      return .unusable
    }
    let draft = DraftProgram(PlanningProblem(scenario), .exact)
    let written: [String]
    do {
      written = try folder.put(
        names.map { name in
          let data =
            try name == problemName
            ? ProblemJSON.data(draft) : Data(modelText(draft, scenario.meeting.id).utf8)
          return (name, data)
        })
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    Terminal.say(
      typed.has("json")
        ? JSONText.of(["scenario": scenario.meeting.id], written: written)
        : "Written to \(path).\n")
    return .yes
  }
}

private let problemName = "problem.json"
private let modelName = "model.mps"

private func modelFiles(_ only: String?) throws(UsageError) -> [String] {
  guard let only else { return [modelName, problemName] }
  guard only == modelName || only == problemName else {
    throw UsageError("--only '\(only)' is not known; \(modelName) or \(problemName)")
  }
  return [only]
}

private func modelText(_ draft: DraftProgram, _ name: String) -> String {
  MPSText.text(draft.withAllOverlapRows(), name: name)
}
