// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A name that was typed and that the tables or the rules do not have.
enum NameFault: Equatable, Sendable {
  case keep(key: String, value: String, near: String?, known: [String])
  case session(String, near: String?)
  /// A session that does not take place.
  case cancelled(CancelledSession)
  /// A session that was typed as an argument.
  case sessionArgument(String, near: String?)
  case room(String, near: String?)
  case day(CalendarDate, known: [CalendarDate])
  case rule(String, near: String?)
  /// A scenario without what-ifs, where none was typed.
  case noWhatIfs(scenario: String)
  case whatIf(String, near: String?, known: [String])
  case whatIfTwice(String)
}

extension NameFault {
  var words: String {
    switch self {
    case .keep(let key, let value, let near, let known):
      "--keep \(key)=\(value): the scenario has no such \(key)"
        + (UsageFault.meant(near)
          ?? (known.count <= 12 ? "; known: \(known.joined(separator: ", "))" : ""))
    case .session(let id, let near):
      "--session '\(id)' is not a session" + (UsageFault.meant(near) ?? "")
    case .cancelled(let session):
      "--session '\(session.session)' is cancelled (cancellations.csv, line \(session.line))"
        + (session.reason.isEmpty ? "" : ": \(session.reason)")
    case .sessionArgument(let id, let near):
      "'\(id)' is not a session" + (UsageFault.meant(near) ?? "")
    case .room(let id, let near): "--room '\(id)' is not a room" + (UsageFault.meant(near) ?? "")
    case .day(let date, let known):
      "--at: \(date) is not a day of the meeting; its days are "
        + known.map { "\($0)" }.joined(separator: ", ")
    case .rule(let name, let near):
      "there is no rule '\(name)'"
        + (UsageFault.meant(near) ?? "; 'programme rules' lists them")
    case .noWhatIfs(let scenario):
      "\(scenario) has no what-ifs; ask one with --change, or write one into what-if/"
    case .whatIf(let name, let near, let known):
      "there is no what-if '\(name)'" + (UsageFault.meant(near) ?? Self.all(known))
    case .whatIfTwice(let name): "what-if '\(name)' is named twice"
    }
  }

  private static func all(_ known: [String]) -> String {
    known.isEmpty ? "; the scenario has none" : "; known: \(known.joined(separator: ", "))"
  }
}
