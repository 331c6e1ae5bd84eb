// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Tables
import Texts

/// `programme rules [RULE]`: what each rule counts, in plain words.
enum RulesCommand: Command {
  struct Options: CommandOptions {
    var rule: String?
    var scenario: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "rules", summary: "says what each rule counts, with an example and how to change it",
    arguments: [.optional("RULE", \.rule)],
    options: [
      .text(
        "scenario", "SCENARIO", \.scenario, "with the weights of this scenario's meeting.json"),
      .json(\.isJSON),
    ])

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> RulesAnswer {
    var chosen: [RulePage] = []
    if let name = options.rule {
      chosen = RulePage.all.filter { $0.id == name }
      if chosen.isEmpty {
        let near = Nearest.to(name, among: RulePage.all.map(\.id))
        throw .usage([.name(.rule(name, near: near))])
      }
    }
    var weights = Weights()
    if let folder = options.scenario {
      weights = try Loading(folder).usable(world.console).meeting.weights
    }
    return RulesAnswer(chosen: chosen, weights: weights)
  }
}

/// One rule in full, as hard and as soft where it is both, or all of them in a list.
struct RulesAnswer: CommandAnswer {
  /// Empty where all are meant.
  let chosen: [RulePage]
  let weights: Weights

  var status: ExitStatus { .yes }

  func text(width: Int) -> String {
    chosen.isEmpty
      ? RulesText.list(weights)
      : chosen.map { RulesText.page($0, weights, width: width) }.joined(separator: "\n")
  }

  func json() throws(CommandFailure) -> String {
    let pages = chosen.isEmpty ? RulePage.all : chosen
    return try AnswerJSON.of(["rules": pages.map { $0.object(weights) }])
  }
}
