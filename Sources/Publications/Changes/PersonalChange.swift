// SPDX-License-Identifier: GPL-3.0-or-later

/// How a change of a session touches one person of it.
enum PersonalChange: Sendable, Hashable {
  /// Was to be there, and is no more; with the roles that the person had.
  case goes(roles: [String])
  /// Is to be there now, and was not; with the roles.
  case comes(roles: [String])
  /// Goes on in other roles.
  case changesRole(before: [String], after: [String])
  /// Was in it and is in it.
  case stays

  /// Of a person who has to be in the session, before or now.
  init(of person: String, in change: EventChange) {
    let old = change.before?.event
    let new = change.after.event
    // Of a session that is new, cancelled or back again, that is what is to be told.
    guard let old, !old.status.isCancelled, !new.status.isCancelled else {
      self = .stays
      return
    }
    func isIn(_ event: PublishedEvent) -> Bool {
      event.attendees.contains { $0.isRequired && $0.id == person }
    }
    func roles(_ event: PublishedEvent) -> [String] {
      event.parts.filter { $0.id == person }.map(\.role)
    }
    let (before, after) = (roles(old), roles(new))
    switch (isIn(old), isIn(new)) {
    case (true, false): self = .goes(roles: before)
    case (false, true): self = .comes(roles: after)
    default:
      let isOther = Set(before) != Set(after) && !before.isEmpty && !after.isEmpty
      self = isOther ? .changesRole(before: before, after: after) : .stays
    }
  }
}
