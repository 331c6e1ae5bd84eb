// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

extension PricedSchedule {
  /// One session's part in a move: where it is to stand.
  struct Step {
    var session: SessionPosition
    /// Of its own starts; none to leave it out.
    var start: StartOption
    var room: RoomPosition

    init(session: SessionPosition, start: StartOption, room: RoomPosition) {
      self.session = session
      self.start = start
      self.room = room
    }

    /// Leaves a session out.
    init(leavingOut session: SessionPosition) {
      self.init(session: session, start: .none, room: .none)
    }

    init(session: SessionPosition, at place: Assignment.Place, in problem: PlanningProblem) {
      self.init(
        session: session, start: place.start,
        room: problem.places[session].rooms[place.room])
    }
  }
}
