// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import HTTPServing
import Meetings
import Rules
import Synchronization

/// All questions that were asked since the board was opened, with what is known of each.
public final class SolveBook: Sendable {
  /// One question.
  struct Solve: Sendable {
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

    /// The search has ended.
    fileprivate mutating func settle(_ status: String, bound: Int?, _ sentences: [String]) {
      self.status = status
      self.bound = bound ?? self.bound
      self.sentences = sentences
      state = isStopping ? .stopped : .done
      work = nil
    }
  }

  private struct Contents: Sendable {
    var solves: [Solve] = []
    var next = 1
  }

  private let contents = Mutex(Contents())
  private let room: BoardRoom
  private let starter: any SolveStarter
  /// Questions that are worked on at once.
  private let most: Int

  /// Questions that are remembered.
  private static let remembered = 200

  public init(_ room: BoardRoom, _ starter: any SolveStarter, atOnce most: Int) {
    self.room = room
    self.starter = starter
    self.most = most
  }

  /// Ends all that is at work.
  public func end() {
    for solve in contents.withLock({ $0.solves }) where solve.state == .running {
      solve.work?.stop()
    }
  }

  /// All of a draft, as they are sent; of all drafts without one.
  func list(of draft: Int? = nil) -> JSONValue {
    .list(
      contents.withLock { $0.solves }.filter { draft == nil || $0.draft == draft }.map(SolveJSON.of)
    )
  }

  func solve(_ id: String, of draft: Int) throws(RouteFailure) -> Solve {
    let found = contents.withLock { $0.solves.first { $0.id == id && $0.draft == draft } }
    guard let found else { throw .noSuchPage }
    return found
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
    let solve = contents.withLock { contents -> Solve? in
      guard contents.solves.count(where: { $0.state == .running }) < most else { return nil }
      let solve = Solve(
        id: "s\(contents.next)", draft: view.log.draft.id, base: view.log.state.head, job: job,
        before: view.review.objective, began: began)
      contents.next += 1
      contents.solves.append(solve)
      if contents.solves.count > Self.remembered,
        let old = contents.solves.firstIndex(where: { $0.state != .running })
      {
        contents.solves.remove(at: old)
      }
      return solve
    }
    guard let solve else {
      throw .busy("\(most) questions are being worked on already; stop one, or wait for it")
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
    change(id) { $0.isStopping = true }
    contents.withLock { $0.solves.first { $0.id == id }?.work }?.stop()
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

  private func change(_ id: String, _ change: (inout Solve) -> Void) {
    let changed = contents.withLock { contents -> Solve? in
      guard let place = contents.solves.firstIndex(where: { $0.id == id }) else { return nil }
      change(&contents.solves[place])
      contents.solves[place].change += 1
      return contents.solves[place]
    }
    if let changed { room.events.publish("solve", SolveJSON.of(changed).line) }
  }
}

/// A question as the page has it.
enum SolveJSON {
  static func of(_ solve: SolveBook.Solve) -> JSONValue {
    [
      "id": .text(solve.id), "change": .number(solve.change), "draft": .number(solve.draft),
      "base": .number(solve.base),
      "kind": .text(solve.job.question.rawValue), "session": .optional(solve.job.session),
      "name": .optional(solve.job.whatIf), "may_accept": .bool(solve.job.question != .whatIf),
      "place": DraftJSON.place(solve.job.place), "state": .text(solve.state.rawValue),
      "status": .text(solve.status), "incumbent": .optional(solve.incumbent),
      "bound": .optional(solve.bound), "gap": gap(solve), "seconds": .number(Int(solve.seconds)),
      "objective": .optional(solve.objective), "before": .number(solve.before),
      "moves": .list(solve.moves.map(move)), "sentences": .texts(solve.sentences),
    ]
  }

  private static func move(_ move: Move) -> JSONValue {
    [
      "session": .text(move.session), "from": DraftJSON.place(move.from),
      "to": DraftJSON.place(move.to),
    ]
  }

  /// From 0 to 1.
  private static func gap(_ solve: SolveBook.Solve) -> JSONValue {
    // An answer to a question about something else than cost has no bound of it.
    guard let cost = solve.incumbent, let bound = solve.bound else { return .null }
    return .fraction(CostGap.share(cost: cost, bound: bound))
  }
}
