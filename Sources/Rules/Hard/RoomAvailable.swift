// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Inside one of the room's windows. A room that the scenario no longer has is never available.
enum RoomAvailable: EntryCheck {
  static let id = HardRule.roomAvailable

  static let words = RuleWords(
    title: "The room can be used then",
    mark: "the room cannot be used then",
    counts:
      """
      The session lies inside one of the room's windows. A room without windows can always be \
      used.
      """,
    example: "A session on the evening when the hall is being set up.",
    change: "available in rooms.csv."
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard let id = entry.roomID, let fault = fault(entry, schedule) else { return nil }
    var violation = violation(schedule, [entry.session], Unusable(entry: entry, fault: fault))
    violation.rooms = [id]
    return violation
  }

  private static func fault(
    _ entry: ReviewedSchedule.Entry, _ schedule: ReviewedSchedule
  ) -> Unusable.Fault? {
    guard let room = entry.room else { return .noMore }
    guard let available = schedule.scenario.rooms[room].available else { return nil }
    let isOpen =
      switch entry {
      case .placed(let placed): available.hold(placed.stay)
      case .dayOnly(let day):
        ReviewedSchedule.isPossible(
          on: day.date, schedule.scenario.sessions[day.session].minutes, in: available)
      }
    return isOpen ? nil : .closed
  }

  struct Unusable: RuleFact {
    enum Fault: Hashable {
      /// The scenario no longer has the room.
      case noMore
      /// Not inside its windows.
      case closed
    }

    let entry: ReviewedSchedule.Entry
    let fault: Fault

    func sentence(_ names: ReviewNames) -> String {
      switch (fault, entry.stay) {
      case (.noMore, _): "\(names.words(entry)) is in a room that no longer exists."
      case (.closed, .some):
        "\(names.words(entry)) is not inside the hours in which"
          + " \(names.name(ofRoom: entry.room, entry.roomID)) can be used."
      case (.closed, nil):
        "\(names.words(entry)) is on a day on which the room cannot be used for that long."
      }
    }
  }
}
