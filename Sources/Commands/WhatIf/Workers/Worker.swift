// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Something that does a job separately: whatever happens to it, its caller lives on.
protocol Worker: AnyObject {
  /// What can be polled for news; empty if there is nothing to wait for.
  var descriptors: [Int32] { get }
  /// How it ended; `nil` while it is running.
  var end: WorkerEnd? { get }
  /// Why its job could not be handed to it, a number of `errno`.
  var lostJob: Int32? { get }
  /// The last of what it complained about.
  var lastWords: String { get }

  /// The lines that have come since.
  func read() -> [Data]
  /// Asks it to end with what it has.
  func interrupt()
  /// Ends it.
  func kill()
}

/// How a worker ended.
enum WorkerEnd: Equatable, Sendable {
  case status(Int32)
  case signal(Int32)
}

/// Starts workers.
protocol WorkerStarter: Sendable {
  /// - Parameter job: a line of JSON, a `WorkerJob`.
  /// - Throws: if the system has no room for one.
  func start(_ job: Data) throws(WorkerFailure) -> any Worker
}

/// Why a worker could not be started.
enum WorkerFailure: Error, Equatable, Sendable {
  /// The system gave none; a number of `errno`.
  case noProcess(Int32)
  /// The job has no form in JSON: a fault of the program.
  case noLine

  var words: String {
    switch self {
    case .noProcess(let code): "no worker could be started: \(String(cString: strerror(code)))"
    case .noLine: "the job could not be put into words"
    }
  }
}

/// Why a worker that was started gave no answer.
enum RunFailure: Equatable, Sendable {
  /// It said why.
  case refused(WorkerRefusal)
  case notStarted(WorkerFailure)
  /// A number of `errno`.
  case lostJob(Int32)
  case silent
  /// - `remark`: the last of what it complained about.
  case signal(Int32, remark: String)
  case status(Int32, remark: String)
  case stillThere

  var words: String {
    switch self {
    case .refused(let refusal): refusal.words
    case .notStarted(let failure): failure.words
    case .lostJob(let code):
      "its job could not be handed to it: \(String(cString: strerror(code)))"
    case .silent: "its process ended without an answer"
    case .signal(let number, let remark):
      "its process was ended by signal \(number) (\(String(cString: strsignal(number))))"
        + Self.after(remark)
    case .status(let status, let remark):
      "its process ended with status \(status)" + Self.after(remark)
    case .stillThere: "its process is still there"
    }
  }

  private static func after(_ remark: String) -> String { remark.isEmpty ? "" : ": \(remark)" }
}
