// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a draft may still be changed.
public enum BoardStage: String, Hashable, Sendable, Codable, CaseIterable {
  /// Everything.
  case open
  /// Sessions may only change places with each other.
  case swaps
  /// Nothing.
  case closed
}
