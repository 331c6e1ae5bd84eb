// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Meetings
import Rules

/// What a study starts from: the schedule that was named, a draft that is there, or nothing yet.
struct WhatIfBase {
  let origin: BaseOrigin
  /// `nil` where it has to be made.
  var schedule: Schedule?
  /// Proven with a draft of these very tables.
  var bound: Int?

  /// The base that was asked for, or the best draft that is there.
  ///
  /// - Throws: where it is a number that the history does not have, or a schedule with errors.
  static func choose(
    _ options: WhatIfCommand.Options, _ scenario: Scenario, digest: String, in world: World
  ) throws(CommandFailure) -> WhatIfBase {
    let id = scenario.meeting.id
    if let word = options.base {
      let path = try DraftLookup(options.drafts, of: scenario, digest, in: world)
        .schedule(word).path
      return WhatIfBase(
        origin: .given, schedule: try ScheduleReading.file(path, against: scenario))
    }
    if options.makesBase { return WhatIfBase(origin: .made(.asked)) }
    let place = HistoryPlace(
      path: options.drafts ?? world.results(of: id), zone: scenario.meeting.zone.zone)
    return BaseSearch(scenario, digest: digest, in: place, world).best
  }

  /// As an answer: judged by the referee, proven where the draft's bound says so.
  func answer(_ name: String, of scenario: Scenario, notes: [String]) -> WhatIfAnswer {
    var answer = WhatIfAnswer(
      name: name, question: "The programme as it is.", state: .given, notes: notes,
      scenario: scenario, schedule: schedule)
    guard let schedule else { return answer }
    let review = Review(scenario: scenario, schedule: schedule)
    if case .draft = origin {
      // A bound above the cost of a schedule that keeps every rule is not a bound.
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
