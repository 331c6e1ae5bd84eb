// SPDX-License-Identifier: GPL-3.0-or-later

/// Who is no longer in a session that goes on, and who is in it now.
struct PeopleChange: Sendable, Hashable {
  /// A person in one of their roles.
  struct Part: Sendable, Hashable {
    /// `nil` where two of one name cannot be told apart.
    let id: String?
    let name: String
    /// As in the tables; may be empty.
    let role: String
  }

  /// The same person, called otherwise.
  struct NewName: Sendable, Hashable {
    let id: String
    let before: String
    let after: String
  }

  /// Roles that somebody had, in the order of the programme before.
  let left: [Part]
  /// Roles that somebody has now, in the order of the programme.
  let came: [Part]
  let renamed: [NewName]

  var isEmpty: Bool { left.isEmpty && came.isEmpty && renamed.isEmpty }

  /// Of the people whom the programme names. Ids of `old` are those of the later publication.
  init(_ old: PublishedEvent, _ new: PublishedEvent) {
    let before = old.parts
    let after = new.parts
    func isIn(_ part: Part, _ others: [Part]) -> Bool {
      others.contains {
        $0.role == part.role && (part.id == nil ? $0.name == part.name : $0.id == part.id)
      }
    }
    left = before.filter { !isIn($0, after) }
    // A register from before roles by activity were known says of some only that they must be there.
    let unsaid = Set(old.attendees.filter(\.isRequired).map(\.id)).subtracting(
      before.compactMap(\.id))
    came = after.filter { part in
      !isIn(part, before) && !(part.id.map(unsaid.contains) ?? false)
    }
    var names: [String: String] = [:]
    for part in before { if let id = part.id { names[id] = part.name } }
    var seen: Set<String> = []
    renamed = after.compactMap { part in
      guard let id = part.id, let name = names[id], name != part.name, seen.insert(id).inserted
      else { return nil }
      return NewName(id: id, before: name, after: part.name)
    }
  }

  /// One role in which people follow on others.
  struct Turn: Sendable, Hashable {
    let role: String
    let left: [String]
    let came: [String]
  }

  /// By role, in the order in which roles appear.
  var turns: [Turn] {
    var roles: [String] = []
    for part in came + left where !roles.contains(part.role) { roles.append(part.role) }
    return roles.map { role in
      Turn(
        role: role, left: left.filter { $0.role == role }.map(\.name),
        came: came.filter { $0.role == role }.map(\.name))
    }
  }
}

extension PublishedEvent {
  /// Whom the programme names, with their ids: those are known from who attends.
  var parts: [PeopleChange.Part] {
    let ids = Dictionary(
      attendees.filter(\.isRequired).map { ($0.name, [$0.id]) }, uniquingKeysWith: +)
    return named.map { person in
      let own = ids[person.name] ?? []
      return PeopleChange.Part(
        id: own.count == 1 ? own[0] : nil, name: person.name, role: person.role)
    }
  }
}
