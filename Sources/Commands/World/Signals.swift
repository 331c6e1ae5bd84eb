// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// Ctrl-C, SIGTERM, a closed terminal and a pipe that nobody reads any more: each ends a search, which
/// keeps the best schedule.
protocol Signals: Sendable {
  /// The signal that ended the search; `nil` where none did.
  var endedBy: Int32? { get }

  /// Whether who read the answer has gone.
  var hasLostReader: Bool { get }

  /// Looks after signals and readers from now on.
  ///
  /// - Parameters:
  ///   - cancellation: raised by the first that comes.
  ///   - tick: called several times a second, for lines that show the time.
  /// - Returns: what has to be kept for as long as they are to be looked after.
  func watch(
    _ cancellation: Cancellation, tick: @escaping @Sendable () -> Void
  ) -> any SignalWatch

  /// Ends the process when its standard input does: nobody waits for its answer any more.
  func endWithInput()
}

/// Looks after signals for as long as it is there.
protocol SignalWatch: AnyObject {}

extension Signals {
  /// How a command ends that was interrupted before it was done; `nil` where nothing interrupted it.
  var status: ExitStatus? {
    switch endedBy {
    case SIGTERM: .terminated
    case SIGHUP: .hungUp
    case .some: .interrupted
    case nil: hasLostReader ? .unread : nil
    }
  }
}
