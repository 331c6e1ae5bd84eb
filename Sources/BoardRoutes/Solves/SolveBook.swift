// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import HTTPServing
import Meetings
import Rules

/// All questions that were asked since the board was opened, with what is known of each.
public final class SolveBook: Sendable {
  /// One question.
  struct Solve: BookEntry {
    enum State: String, Sendable { case running, done, stopped, failed, accepted, dropped }

    let id: String
    let draft: Int
    /// The number of the draft's last act when it was asked.
    let base: Int
    let job: SolveJob
    /// What the draft cost then.
    let before: Int
    let began: Double
    /// Goes up with all that becomes known: who hears of it in two ways knows which is later.
    fileprivate(set) var change = 0
    var state = State.running
    var seconds = 0.0
    var incumbent: Int?
    var bound: Int?
    var status = ""
    /// Where all would stand.
    var places: [String: BoardPlace]?
    var moves: [Move] = []
    var objective: Int?
    var sentences: [String] = []
    var isStopping = false
    var work: (any SolveWork)?
    /// Where somebody was asked about a conflict: the last act that they know of.
    var conflictHead: Int?

    var isAtWork: Bool { state == .running }

    /// The search has ended.
    fileprivate mutating func settle(_ status: String, bound: Int?, _ sentences: [String]) {
      self.status = status
      self.bound = bound ?? self.bound
      self.sentences = sentences
      state = isStopping ? .stopped : .done
      work = nil
    }
  }

  private let book: EntryBook<Solve>
  private let room: BoardRoom
  private let starter: any SolveStarter

  public init(_ room: BoardRoom, _ starter: any SolveStarter, atOnce most: Int) {
    self.room = room
    self.starter = starter
    book = EntryBook("s", atOnce: most, remembered: 200)
  }

  /// Ends all that is at work.
  public func end() {
    for solve in book.all where solve.isAtWork { solve.work?.stop() }
  }

  /// All of a draft, as they are sent; of all drafts without one.
  func list(of draft: Int? = nil) -> JSONValue {
    .list(book.all.filter { draft == nil || $0.draft == draft }.map(SolveJSON.of))
  }

  func solve(_ id: String, of draft: Int) throws(RouteFailure) -> Solve {
    try book.entry(id, of: draft)
  }

  /// Begins to work on a question.
  func ask(
    _ question: SolveQuestion, session: String? = nil, place: BoardPlace? = nil,
    whatIf: String? = nil, seed: Int, _ view: DraftView
  ) throws(RouteFailure) -> Solve {
    let job = SolveJob(
      question: question, digest: view.tables.reading.digest, places: view.roll.places,
      pins: view.log.state.pins.keys.sorted(), session: session, place: place,
      whatIf: whatIf, seed: seed)
    let began = room.world.clock()
    let entering = book.enter { id in
      Solve(
        id: id, draft: view.log.draft.id, base: view.log.state.head, job: job,
        before: view.review.objective, began: began)
    }
    guard case .new(let solve) = entering else {
      throw .busy("\(book.most) questions are being worked on already; stop one, or wait for it")
    }
    let scenario = view.scenario
    do {
      let work = try starter.start(job) { [weak self] word in
        self?.hear(word, solve.id, scenario)
      }
      change(solve.id) { $0.work = work }
    } catch {
      hear(.failed("\(error)"), solve.id, scenario)
    }
    return solve
  }

  /// Asks a question that is worked on to end with what it has.
  func stop(_ id: String) {
    change(id) { $0.isStopping = true }?.work?.stop()
  }

  func settle(_ id: String, _ state: Solve.State) { change(id) { $0.state = state } }

  func noteConflict(_ id: String, head: Int) { change(id) { $0.conflictHead = head } }

  private func hear(_ word: SolveWord, _ id: String, _ scenario: Scenario) {
    let now = room.world.clock()
    change(id) { solve in
      solve.seconds = now - solve.began
      switch word {
      case .news(let incumbent, let bound):
        solve.incumbent = incumbent
        solve.bound = bound
      case .failed(let sentence):
        guard solve.state == .running else { return }
        solve.state = solve.isStopping ? .stopped : .failed
        solve.sentences = solve.isStopping ? [] : [sentence]
        solve.work = nil
      case .answer(let status, let places, let bound, let sentences):
        solve.settle(status, bound: bound, sentences)
        if let places { Self.judge(places, &solve, scenario) }
      case .whatIf(let status, let places, let objective, let bound, let sentences):
        solve.settle(status, bound: bound, sentences)
        solve.objective = objective
        solve.incumbent = objective ?? solve.incumbent
        // `places` stay unset: they are of other tables, and no draft of these can take them over.
        if let places { solve.moves = Self.moves(solve.job.places, places, scenario) }
      }
    }
  }

  /// What moves, in the order of the tables; then what only the other side has.
  private static func moves(
    _ before: [String: BoardPlace], _ after: [String: BoardPlace], _ scenario: Scenario
  ) -> [Move] {
    let known = scenario.sessions.map(\.id)
    let others = Set(after.keys).union(before.keys).subtracting(known).sorted()
    return (known + others).compactMap { session in
      let (from, to) = (before[session], after[session])
      return from == to ? nil : Move(session: session, from: from, to: to)
    }
  }

  /// A schedule counts for what the referee says of it.
  private static func judge(
    _ places: [String: BoardPlace], _ solve: inout Solve, _ scenario: Scenario
  ) {
    let schedule = Schedule(
      rows: scenario.sessions.map { session in
        places[session.id].map { .placed(session.id, $0.start, $0.room) }
          ?? Schedule.Row(session: session.id, status: .unplaced)
      })
    let review = Review(scenario: scenario, schedule: schedule)
    solve.places = places
    solve.objective = review.objective
    solve.incumbent = review.objective
    solve.moves = moves(solve.job.places, places, scenario)
    let broken = review.violations.filter { $0.rule != .eligible && $0.rule != .placedOnce }
    guard !broken.isEmpty else { return }
    solve.state = .failed
    solve.moves = []
    solve.sentences =
      ["The referee does not accept the schedule that was found."]
      + broken.prefix(5).map(\.message)
  }

  /// Changes a question and tells everybody.
  @discardableResult
  private func change(_ id: String, _ change: (inout Solve) -> Void) -> Solve? {
    let changed = book.change(id) { solve in
      change(&solve)
      solve.change += 1
      return solve
    }
    if let changed { room.events.publish("solve", SolveJSON.of(changed).line) }
    return changed
  }
}
