// SPDX-License-Identifier: GPL-3.0-or-later

/// What a programme says of a session as a whole: that it is on, that it waits, or that it is off.
public enum StatusCell {
  /// The words of the contract. A schedule knows no `cancelled`: it has no place for the session.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case placed, unplaced, held, cancelled

    /// What people, calendars and event sites write for it.
    var others: [String] {
      switch self {
      case .placed: ["confirmed", "scheduled", "final", "tentative", "provisional", "tbc"]
      case .unplaced:
        ["unscheduled", "not placed", "not scheduled", "waiting", "postponed", "tbd", "tba"]
      case .held: ["on hold", "held back", "not eligible"]
      case .cancelled: ["canceled", "withdrawn", "dropped", "removed"]
      }
    }
  }

  /// Everything that such a cell may hold.
  public static let known = Status.allCases.map(\.rawValue)

  /// The status, in any of these words.
  public static func read(_ cell: String) -> Reading<Status> {
    for status in Status.allCases {
      let words = [status.rawValue] + status.others
      guard case .read(let word, let spellings) = ChoiceCell.read(cell, among: words) else {
        continue
      }
      return .read(status, word == status.rawValue ? spellings : spellings.union([.word]))
    }
    return ChoiceCell.read(cell, among: known).map { Status(rawValue: $0) ?? .placed }
  }
}
