// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

extension PricedSchedule {
  /// One session's part in a move: where it is to stand. The flat tables of the inner loop are read by
  /// plain numbers.
  struct Step {
    var session: Int
    /// Position in the session's own list, -1 to leave it out.
    var start: Int
    /// Scenario index.
    var room: Int

    init(session: Int, start: Int, room: Int) {
      self.session = session
      self.start = start
      self.room = room
    }

    init(session: Int, at place: Assignment.Place, in problem: PlanningProblem) {
      self.init(
        session: session, start: place.start.index,
        room: problem.places[session].rooms[place.room])
    }
  }
}
