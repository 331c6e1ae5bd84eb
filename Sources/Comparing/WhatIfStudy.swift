// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// The base and its what-ifs on one scale: every schedule is judged by the referee, by its own
/// tables, at the weights of the base.
public struct WhatIfStudy: Sendable {
  /// A what-if that stands out.
  public enum Mark: String, Sendable { case best, worst }

  /// One answer, with what the referee says of it.
  public struct Row: Sendable {
    /// What the run found.
    public let answer: WhatIfAnswer
    /// At the base's weights, moves counted where they are priced.
    public let review: Review?
    /// At its own weights, where they differ from the base's.
    public let ownReview: Review?
    /// Compared with the base's schedule, if both exist.
    public let comparison: Comparison?
    /// What the base's schedule breaks under the what-if, if nothing moves.
    public let breaks: [Review.Violation]
    /// Whether it is the cheapest or the dearest.
    public var mark: Mark?

    /// On the scale of the base.
    public var cost: Int? { review?.objective }
    /// What its moves from the base cost; in `cost`.
    public var moveCost: Int { review?.costs.first { $0.rule == .moved }?.cost ?? 0 }

    /// A proven bound on the scale of the base; nothing where the weights differ.
    public var bound: Int? { hasOwnWeights ? nil : answer.bound }
    /// Whether the what-if gives the rules other weights than the base.
    public let hasOwnWeights: Bool
  }

  /// The base's.
  public let meeting: Meeting
  /// What the others are compared with.
  public let base: Row
  /// Where the base comes from.
  public let origin: BaseOrigin
  /// The what-ifs, in the order of their files.
  public var rows: [Row]

  /// - Parameters:
  ///   - scenario: the base's.
  ///   - origin: where the base comes from.
  public init(
    _ scenario: Scenario, base: WhatIfAnswer, from origin: BaseOrigin, answers: [WhatIfAnswer],
    pricesMoves: Bool
  ) {
    meeting = scenario.meeting
    self.origin = origin
    let start = base.schedule.map { Side(base.name, scenario, $0) }
    self.base = Row(
      answer: base,
      review: start.map { Review(scenario: scenario, schedule: $0.schedule) }, ownReview: nil,
      comparison: nil, breaks: [], mark: nil, hasOwnWeights: false)
    rows = answers.map { Self.row($0, from: start, scenario, pricesMoves) }
    mark()
  }

  private static func row(
    _ answer: WhatIfAnswer, from start: Side?, _ base: Scenario, _ pricesMoves: Bool
  ) -> Row {
    guard let own = answer.scenario else {
      return Row(
        answer: answer, review: nil, ownReview: nil, comparison: nil, breaks: [], mark: nil,
        hasOwnWeights: false)
    }
    let hasOwnWeights = SoftRule.allCases.contains {
      own.meeting.weights[$0] != base.meeting.weights[$0]
    }
    var onScale = own
    onScale.meeting.weights = base.meeting.weights
    let baseline = pricesMoves ? start?.schedule : nil
    return Row(
      answer: answer,
      review: answer.schedule.map {
        Review(scenario: onScale, schedule: $0, baseline: baseline)
      },
      ownReview: hasOwnWeights
        ? answer.schedule.map { Review(scenario: own, schedule: $0, baseline: baseline) } : nil,
      comparison: start.flatMap { start in
        answer.schedule.map { Comparison(start, Side(answer.name, own, $0)) }
      }, breaks: start.map { breaks($0, under: own) } ?? [], mark: nil,
      hasOwnWeights: hasOwnWeights)
  }

  /// Sessions that the base's schedule does not have, because they are new, break nothing of it.
  private static func breaks(_ base: Side, under own: Scenario) -> [Review.Violation] {
    let known = Set(base.scenario.sessions.map(\.id))
    let review = Review(scenario: own, schedule: base.schedule)
    return review.violations.filter { known.isSuperset(of: $0.sessions) }
  }

  /// Marks the cheapest and the dearest of two or more; all of them, if several are equal.
  private mutating func mark() {
    let costs = rows.compactMap { $0.answer.isFeasible == true ? $0.cost : nil }
    guard let least = costs.min(), let most = costs.max(), least < most else { return }
    for index in rows.indices where rows[index].answer.isFeasible == true {
      rows[index].mark =
        rows[index].cost == least ? .best : rows[index].cost == most ? .worst : nil
    }
  }
}
