// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Texts

/// Acts as the page has them.
enum ActJSON {
  static func of(_ act: Act, _ log: BoardLog? = nil) -> JSONValue {
    guard case .object(var members) = JSONValue(encoding: act) else { return .null }
    if let log {
      members.append(.init(name: "undone", value: .bool(log.state.isUndone(act.number))))
      members.append(.init(name: "undoable", value: .bool(log.state.isDeed(act.number))))
    }
    return .object(members)
  }

  /// What everybody is told of an act.
  static func event(_ act: Act) -> JSONValue {
    ["draft": .number(act.draft), "head": .number(act.number), "act": of(act)]
  }

  static func conflict(_ conflict: Conflict) -> JSONValue {
    [
      "sentence": .text(conflict.words.capitalizedFirst + "."), "head": .number(conflict.head),
      "ours": JSONValue(encoding: conflict.ours), "theirs": .list(conflict.theirs.map { of($0) }),
      "issues": .list(conflict.issues.map(issue)),
      "sessions": .texts(conflict.issues.flatMap(sessions)),
    ]
  }

  private static func sessions(_ issue: Conflict.Issue) -> [String] {
    switch issue {
    case .session(let session): [session]
    case .place(_, let ours, let theirs): [ours, theirs]
    case .violation, .name, .stage, .note: []
    }
  }

  private static func issue(_ issue: Conflict.Issue) -> JSONValue {
    switch issue {
    case .session(let session): ["about": "session", "session": .text(session)]
    case .place(let place, let ours, let theirs):
      [
        "about": "place", "place": DraftJSON.place(place), "ours": .text(ours),
        "theirs": .text(theirs),
      ]
    case .violation(let violation): ["about": "violation", "violation": .text(violation)]
    case .name: ["about": "name"]
    case .stage: ["about": "stage"]
    case .note(let act): ["about": "note", "act": .number(act)]
    }
  }
}
