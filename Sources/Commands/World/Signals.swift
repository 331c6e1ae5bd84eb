// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// Ctrl-C, SIGTERM, a closed terminal and a pipe that nobody reads any longer: each ends a search,
/// which keeps the best schedule.
protocol Signals: Sendable {
  /// The signal that ended the search; `nil` where none did.
  var endedBy: Int32? { get }

  /// Whether the reader of the answer has gone.
  var hasLostReader: Bool { get }

  /// Watches for signals and lost readers from now on.
  ///
  /// - Parameters:
  ///   - cancellation: raised by the first that comes.
  ///   - tick: called several times a second, for lines that show the time.
  /// - Returns: what has to be kept for as long as the watch should last.
  func watch(
    _ cancellation: Cancellation, tick: @escaping @Sendable () -> Void
  ) -> any SignalWatch

  /// Ends the process when its standard input ends: nobody is waiting for its answer any longer.
  func endWithInput()
}

/// Watches for signals for as long as it exists.
protocol SignalWatch: AnyObject {}

extension Signals {
  /// The status of a command that was interrupted before it was done; `nil` if nothing interrupted
  /// it.
  var status: ExitStatus? {
    switch endedBy {
    case SIGTERM: .terminated
    case SIGHUP: .hungUp
    case .some: .interrupted
    case nil: hasLostReader ? .unread : nil
    }
  }
}
