// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Sets of sessions that are likely to be in each other's way: those that can only be on one
/// day, those of one theme or kind. What such a set costs at best by itself, found by a small
/// program, is a row of the large one, which its relaxation would not see.
struct Blocks {
  let problem: PlanningProblem

  /// Each set once, small ones first.
  var sets: [[SessionPosition]] {
    var sets: Set<[SessionPosition]> = []
    func add(_ set: [SessionPosition]) {
      if (2...40).contains(set.count), set.count < problem.sessions.count { sets.insert(set) }
    }
    let days = problem.places.mapped { Set($0.days) }
    for day in problem.scenario.meeting.days.indices {
      let bound = problem.sessions.indices.filter { days[$0] == [day] }
      add(bound)
      for theme in themes {
        add(bound.filter { problem.session($0).themes.contains(theme) })
      }
    }
    for theme in themes {
      add(problem.sessions.indices.filter { problem.session($0).themes.contains(theme) })
    }
    for terms in problem.terms.all { for crowd in terms.crowds { add(crowd) } }
    return sets.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  private var themes: [String] {
    Set(problem.sessions.indices.flatMap { problem.session($0).themes }).sorted()
  }
}
