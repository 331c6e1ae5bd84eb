// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// Where the search and the referee disagree about a schedule: a fault of the program, and nothing
/// is written.
struct Disagreement: Equatable, Sendable {
  /// One thing that they disagree about.
  enum Point: Equatable, Sendable {
    /// A hard rule that only the referee sees broken; in its words.
    case broken(HardRule, String)
    case objective(search: Int, review: Int)
    case units(SoftRule, search: Int, review: Int)
  }

  let points: [Point]

  var words: String {
    "the search and the review disagree; nothing is written. Please report this with your"
      + " tables:\n" + points.map { "  \(Self.words($0))" }.joined(separator: "\n")
  }

  private static func words(_ point: Point) -> String {
    switch point {
    case .broken(let rule, let message): "\(rule.rawValue): \(message)"
    case .objective(let search, let review): "the search says \(search), the review \(review)"
    case .units(let rule, let search, let review):
      "\(rule.rawValue): the search counts \(search) units, the review \(review)"
    }
  }
}
