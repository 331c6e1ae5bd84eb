// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Meetings
import Rules

/// What a study starts from: the schedule that was named, a draft that is there, or nothing yet.
struct WhatIfBase {
  static let fresh = Command.Option(
    name: "fresh-base", value: nil,
    help: "make the base anew, also where there is a draft that fits the tables")

  let origin: BaseOrigin
  /// `nil` where it has to be made.
  var schedule: Schedule?
  /// Proven with a draft of these very tables.
  var bound: Int?

  /// - Returns: `nil` after the findings of a named schedule have been shown.
  /// - Throws: where it is a number that the history does not have.
  static func choose(
    _ typed: Invocation, _ scenario: Scenario, digest: String
  ) throws(UsageError) -> WhatIfBase? {
    if let word = typed.text("base") {
      let path = try DraftReference.schedule(word, typed, of: scenario.meeting.id).path
      return Loading.schedule(path, against: scenario).map {
        WhatIfBase(origin: .given, schedule: $0)
      }
    }
    if typed.has(fresh.name) { return WhatIfBase(origin: .made(.asked)) }
    let path = typed.text(DraftReference.option.name) ?? "Output/\(scenario.meeting.id)"
    let place = HistoryPlace(path: path, zone: scenario.meeting.zone.zone)
    return BaseSearch(scenario, digest: digest, in: place).best
  }

  /// As an answer: judged by the referee, proven where the draft's bound says so.
  func answer(_ name: String, of scenario: Scenario, notes: [String]) -> WhatIfAnswer {
    var answer = WhatIfAnswer(
      name: name, question: "The programme as it is.", state: .given, notes: notes,
      scenario: scenario, schedule: schedule)
    guard let schedule else { return answer }
    let review = Review(scenario: scenario, schedule: schedule)
    if case .draft = origin {
      // A bound above a schedule that keeps every rule is none.
      answer.bound = bound.flatMap { $0 <= review.objective ? $0 : nil }
      answer.objective = review.objective
      answer.state = answer.bound == review.objective ? .optimal : .feasible
    } else if !review.violations.isEmpty {
      let count = review.violations.count
      answer.notes.append(
        "The schedule that was handed in breaks hard rules in \(count)"
          + " \(count == 1 ? "place" : "places").")
    }
    return answer
  }
}
