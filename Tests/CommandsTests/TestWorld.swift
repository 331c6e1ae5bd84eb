// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Scratch
import Threads

@testable import Commands

/// No signals, or one that has come before a search begins.
struct GivenSignals: Signals {
  var endedBy: Int32?
  var hasLostReader = false

  private final class Watch: SignalWatch {}

  func watch(
    _ cancellation: Cancellation, tick: @escaping @Sendable () -> Void
  ) -> any SignalWatch {
    if endedBy != nil { cancellation.cancel() }
    return Watch()
  }

  func endWithInput() {}
}

/// Workers that do their job in this process; or none at all.
struct WorkersAtHand: WorkerStarter {
  /// A number of `errno` with which none can be started.
  var refusal: Int32?
  /// How each ends.
  var end = WorkerEnd.status(0)
  /// What each does with its job; its answer as lines.
  var work: @Sendable (WorkerJob) -> [WorkerWord] = WorkersAtHand.answer

  func start(_ job: Data) throws(WorkerFailure) -> any Worker {
    if let refusal { throw .noProcess(refusal) }
    guard let job = try? JSONDecoder().decode(WorkerJob.self, from: job) else { throw .noLine }
    let lines = work(job).compactMap { try? JSONEncoder().encode($0) }
    return WorkerAtHand(lines, end)
  }

  @Sendable static func answer(_ job: WorkerJob) -> [WorkerWord] {
    var words: [WorkerWord] = []
    let search = WhatIfSearch(job: job, cancellation: Cancellation()) { words.append($0) }
    _ = search.run()
    return words
  }
}

private final class WorkerAtHand: Worker {
  private var lines: [Data]
  private let last: WorkerEnd
  private(set) var end: WorkerEnd?
  let descriptors: [Int32] = []
  let lostJob: Int32? = nil
  let lastWords = "the last of it"

  init(_ lines: [Data], _ end: WorkerEnd) {
    self.lines = lines
    last = end
  }

  func read() -> [Data] {
    defer { lines = [] }
    end = last
    return lines
  }

  func interrupt() {}
  func kill() {}
}

/// A folder for one test, with a world that keeps its results in it.
final class Desk {
  private let scratch = ScratchFolder()
  let folder: URL
  let console: RecordedConsole
  var world: World

  init(console: RecordedConsole = RecordedConsole()) throws {
    self.console = console
    folder = scratch.url
    world = World(
      console: console, signals: GivenSignals(), workers: WorkersAtHand(),
      now: { 1_750_000_000 }, sinceStart: Stopwatch(), words: ["draft", "it's"], processors: 2,
      results: folder.appending(path: "results").path(), scenarios: Repository.scenarios,
      temporary: TemporaryFolders())
  }

  deinit { world.temporary.remove() }

  /// The path of something in the folder.
  func path(_ name: String) -> String { folder.appending(path: name).path() }

  /// Its text; empty where it is not there.
  func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// Whether it is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Writes a file, with the folders that it needs.
  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A copy of the small scenario.
  ///
  /// - Parameter edits: how to change the text of each named table.
  func scenario(_ edits: [String: (String) -> String] = [:]) throws -> String {
    let copy = folder.appending(path: "scenario")
    try FileManager.default.copyItem(at: URL(filePath: Repository.small), to: copy)
    for (name, edit) in edits { try write(edit(text("scenario/\(name)")), to: "scenario/\(name)") }
    return copy.path()
  }

  /// Runs a command as if it were typed, recording everything that is printed.
  func run(_ words: String...) -> ExitStatus { Tool(world: world).run(words) }
}

/// Files of the repository.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let scenarios = root.appending(path: "Scenarios").path()
  static let small = root.appending(path: "Scenarios/small").path()
  /// The small scenario's draft, as it is kept.
  static let draft = root.appending(path: "Output/small").path()
  static let schedule = root.appending(path: "Output/small/schedule.csv").path()

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// Facts that were printed for programs.
func facts(_ text: String) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
}
