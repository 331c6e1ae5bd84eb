// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import Meetings
import Rules
import Texts

/// Something that was found out before the search for the best schedule, or about how it ended.
enum DraftNote {
  /// Why a session that is to be kept has no place.
  enum Homeless {
    /// The baseline has no row for it.
    case notInBaseline
    /// The baseline leaves it out, and it must be placed.
    case leftOut
    /// The baseline's place breaks rules now.
    case breaks([Review.Violation])
  }

  /// How few moves are enough, in the schedule that was drafted.
  case fewestMoves(FewestMoves)
  case fewestMovesUnknown
  /// So many sessions stay where the baseline has them.
  case kept(Int)
  case cannotStay(session: String, Homeless)
  /// A session that is to be added: optional and too dear, or held back.
  case leftOut(String, Schedule.Status)
  /// Ctrl-C, or a signal that somebody sent.
  case stopped

  var words: String {
    switch self {
    case .fewestMoves(let fewest): fewest.words
    case .fewestMovesUnknown: "It was not found out how few moves are needed."
    case .kept(let count):
      "\(Count.of(count, "session is", "sessions are")) kept where the baseline has them."
    case .cannotStay(let id, .notInBaseline): "\(id) is kept and cannot stay."
    case .cannotStay(let id, .leftOut): "\(id) is kept left out, and must be placed."
    case .cannotStay(let id, .breaks(let violations)):
      "\(id) is kept and cannot stay: "
        + violations.map { "\($0.rule.rawValue): \($0.message)" }.joined(separator: " ")
    case .leftOut(let id, .held):
      "\(id) is held back: its activity misses a requirement; 'programme check' names it."
    case .leftOut(let id, _):
      "\(id) may be left out, and costs less so; placement=must asks for a place."
    case .stopped: "Stopped by you before the search had ended."
    }
  }
}
