// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension Scenario {
  /// The scenario with only some of its sessions, and with only the rows about those.
  func keeping(sessions kept: [Int]) -> Scenario {
    let index = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    func moved(_ subject: Subject) -> Subject? {
      switch subject {
      case .session(let session): index[session].map { .session($0) }
      case .activity: subject
      }
    }
    var part = self
    part.sessions = kept.map { sessions[$0] }
    part.roles = roles.compactMap { role in
      moved(role.subject).map {
        Role(
          person: role.person, subject: $0, role: role.role, attendance: role.attendance,
          line: role.line)
      }
    }
    part.links = links.compactMap { link in
      guard let from = moved(link.from), let to = moved(link.to) else { return nil }
      var link = link
      link.from = from
      link.to = to
      return link
    }
    part.wishes = wishes.compactMap { wish in
      guard let subject = moved(wish.subject) else { return nil }
      var wish = wish
      wish.subject = subject
      return wish
    }
    return part
  }
}
