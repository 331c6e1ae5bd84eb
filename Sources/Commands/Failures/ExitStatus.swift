// SPDX-License-Identifier: GPL-3.0-or-later

/// Exit statuses of the contract.
enum ExitStatus: Int32, Sendable {
  /// Done, and the answer is yes.
  case yes = 0
  /// Done, and the answer is no: findings, violations, infeasible.
  case no = 1
  /// Bad usage or unreadable input; nothing written.
  case unusable = 2
  /// Ended by a closed terminal (SIGHUP) before it was done, as shells count: 128 and the signal.
  case hungUp = 129
  /// Ended by Ctrl-C (SIGINT) before it was done.
  case interrupted = 130
  /// Ended before it was done because nobody reads its output any longer (as by SIGPIPE).
  case unread = 141
  /// Ended by SIGTERM before it was done.
  case terminated = 143
}
