// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import GLPKSolver
import Meetings
import Planning
import PlanningProblems
import Rules

/// What a what-if of the scenario would do to a draft of the board.
extension BoardSearch {
  /// Searches by the tables as the what-if has them, from where sessions stand: what is pinned stays,
  /// and each move costs what the tables say, as in `programme what-if`.
  func whatIf(_ name: String) {
    let loaded = Loading(folder, whatIf: name)
    guard let scenario = loaded.scenario else {
      let errors = loaded.findings.filter(\.isGrave)
      return say(.failed(errors.first?.sentence ?? "The what-if makes no programme."))
    }
    let impossible = loaded.impossible(scenario)
    guard impossible.isEmpty else {
      return say(answer("infeasible", impossible.map(\.sentence)))
    }
    let standing = standing(scenario)
    let (problem, homeless) = PlanningProblem(scenario, baseline: standing)
      .keeping(kept(scenario), in: standing)
    var effort = Planner.Effort(seed: UInt64(max(1, job.seed)))
    effort.isWhole = true
    effort.beginFromGood()
    var pace = ProgressPace()
    let tell = say
    let result = Planner(solver: GLPK(), judge: nil).draft(
      problem, effort: effort, from: problem.assignment(standing), cancellation: cancellation
    ) { news in
      guard pace.isDue(ProgressLine.words(news), atLeastEvery: .infinity, onNews: 0.4) else {
        return
      }
      tell(.news(incumbent: news.incumbent, bound: news.bound))
    }
    let facts =
      broken(scenario, standing)
      + homeless.map {
        "\(scenario.sessions[$0].id) cannot stay where it is pinned: it is barred there then."
      }
    switch result {
    case .optimal(let assignment, let objective):
      judge(
        "optimal", problem.schedule(assignment), bound: objective, scenario, standing,
        ["Nothing costs less then; that is proven."] + facts)
    case .feasible(let assignment, _, let bound):
      judge("feasible", problem.schedule(assignment), bound: bound, scenario, standing, facts)
    case .infeasible:
      say(answer("infeasible", ["No schedule keeps all hard rules then; that is proven."] + facts))
    case .unknown:
      say(answer("unknown", ["No schedule was found that keeps all hard rules then."] + facts))
    }
  }

  /// An answer without a schedule.
  private func answer(_ status: String, _ sentences: [String]) -> SolveWord {
    .whatIf(status: status, places: nil, objective: nil, bound: nil, sentences: sentences)
  }

  /// What a schedule costs is what the referee says, by the tables of the what-if.
  private func judge(
    _ status: String, _ schedule: Schedule, bound: Int?, _ scenario: Scenario,
    _ standing: Schedule, _ facts: [String]
  ) {
    let review = Review(scenario: scenario, schedule: schedule, baseline: standing)
    guard review.violations.isEmpty else {
      return say(.failed("The referee does not accept the schedule that was found."))
    }
    let unmoved = Review(scenario: scenario, schedule: schedule).objective
    let moving =
      unmoved == review.objective
      ? [] : ["Of the cost, \(review.objective - unmoved) is for moving sessions."]
    say(
      .whatIf(
        status: status, places: places(schedule), objective: review.objective, bound: bound,
        sentences: facts + moving))
  }

  /// What the draft would break if nothing moved; sessions without a place break nothing new.
  private func broken(_ scenario: Scenario, _ standing: Schedule) -> [String] {
    let broken = Review(scenario: scenario, schedule: standing).violations.filter {
      $0.rule != .placedOnce && $0.rule != .eligible
    }
    guard !broken.isEmpty else { return ["The draft keeps every hard rule as it stands."] }
    return ["As it stands, the draft would break \(broken.count == 1 ? "a rule" : "rules"):"]
      + broken.prefix(Self.mostBroken).map(\.message)
  }

  /// Broken rules that are named.
  private static var mostBroken: Int { 8 }
}
