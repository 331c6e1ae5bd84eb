// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// Start and class of rooms of each session; `nil` where it is left out.
  package typealias Choices = TypedArray<
    SessionPosition, (start: StartOption, roomClass: RoomClass)?
  >

  /// The first free room of its class to each session in order of start: never fails where no
  /// moment asks for more rooms than the class has.
  package func handOutRooms(
    _ choices: Choices, of classes: RoomClasses
  ) -> Assignment? {
    var result = Assignment(places: TypedArray(repeating: nil, count: choices.count))
    var freeFrom: [RoomPosition: Int] = [:]
    let order = choices.indices.filter { choices[$0] != nil }.sorted {
      (startMinute($0, choices), $0) < (startMinute($1, choices), $1)
    }
    for p in order {
      guard let choice = choices[p] else { continue }
      let start = places[p].starts[choice.start]
      let usable = classes.rooms(of: choice.roomClass).first { room in
        freeFrom[room] ?? .min <= start && places[p].rooms.firstIndexSorted(room) != nil
      }
      guard let room = usable, let index = places[p].rooms.firstIndexSorted(room) else {
        return nil
      }
      freeFrom[room] = start + minutes[p] + roomGap[room, room]
      result.places[p] = .init(start: choice.start, room: index)
    }
    return result
  }

  private func startMinute(_ p: SessionPosition, _ choices: Choices) -> Int {
    choices[p].map { places[p].starts[$0.start] } ?? .max
  }
}
