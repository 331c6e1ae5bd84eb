// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension Review {
  /// What breaks a rule, as lines to read: sessions that lack their place in the same way share
  /// one, so they do not bury the rest.
  public var lines: [(rule: HardRule, words: String)] {
    var lines: [(rule: HardRule, words: String)] = []
    var told: Set<Shortage> = []
    for violation in violations {
      guard let shortage = Shortage(violation) else {
        lines.append((violation.rule, violation.message))
        continue
      }
      guard told.insert(shortage).inserted else { continue }
      let own = violations.filter { Shortage($0) == shortage }
      lines.append(
        (violation.rule, own.count == 1 ? violation.message : shortage.words(own, names)))
    }
    return lines
  }

  private enum Shortage: Hashable {
    case absent, partly, twice

    init?(_ violation: Violation) {
      switch violation.shortfall {
      case nil: return nil
      case .absent: self = .absent
      case .partly: self = .partly
      case .twice: self = .twice
      }
    }

    func words(_ violations: [Violation], _ named: [String: String]) -> String {
      let names = violations.map { violation in
        let id = violation.sessions.map { named[$0] ?? $0 }.joined(separator: ", ")
        guard case .partly(let lacks) = violation.shortfall else { return id }
        return "\(id) (\(PlacedOnce.words(lacks)))"
      }.joined(separator: ", ")
      return switch self {
      case .absent: "\(violations.count) sessions must be placed and are not: \(names)."
      case .partly: "\(violations.count) sessions are not fully placed: \(names)."
      case .twice: "\(violations.count) sessions are placed more than once: \(names)."
      }
    }
  }
}
