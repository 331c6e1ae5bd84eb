// SPDX-License-Identifier: GPL-3.0-or-later

/// What a search does at the moment, for those who watch it; the raw values are those of
/// `--progress json`.
public enum SearchPhase: String, Codable, Hashable, Sendable {
  /// Nothing yet.
  case begun = ""
  /// Whole tracks are carried to a first schedule.
  case tracks
  case localSearch = "local search"
  case neighbourhoods
  /// Relaxations prove what every schedule costs at least.
  case bound
  case branchAndCut = "branch and cut"

  /// Whether it proves, rather than looks for a better schedule.
  public var proves: Bool {
    switch self {
    case .bound, .branchAndCut: true
    case .begun, .tracks, .localSearch, .neighbourhoods: false
    }
  }
}
