// SPDX-License-Identifier: GPL-3.0-or-later

/// What sentences call people and rooms: the names that people know, made distinct where two are
/// equal.
extension Scenario {
  /// A person's name, with the id where another person has the same name; the id of one without a name.
  ///
  /// - Parameter index: into `people`.
  /// - Complexity: O(*n*) in the number of people.
  public func name(ofPerson index: Int) -> String {
    let person = people[index]
    if person.name.isEmpty { return person.id }
    let isShared = people.indices.contains { $0 != index && people[$0].name == person.name }
    return isShared ? "\(person.name) (\(person.id))" : person.name
  }

  /// A room's name, with the id where another room has the same name; the id of one without a name.
  ///
  /// - Parameter index: into `rooms`.
  /// - Complexity: O(*n*) in the number of rooms.
  public func name(ofRoom index: Int) -> String {
    let room = rooms[index]
    let isShared = rooms.indices.contains {
      $0 != index && rooms[$0].calledName == room.calledName
    }
    return isShared ? room.nameWithID : room.calledName
  }
}
