// SPDX-License-Identifier: GPL-3.0-or-later

import Boards

/// What can be computed in the background.
public enum SolveQuestion: String, Codable, Sendable, CaseIterable {
  /// A cheaper schedule, beginning from this one; pinned sessions stay.
  case improve
  /// The best schedule around what is pinned, whatever stands now.
  case replan
  /// All hard rules kept, with as few moves as can be.
  case fewestMoves = "fewest-moves"
  /// Why a session is not at a place.
  case whyNot = "why-not"
  /// What it takes for it to be there: the whole schedule with it.
  case whatWouldItTake = "what-would-it-take"
  /// What a what-if of the scenario would cost, and which sessions it would move.
  case whatIf = "what-if"

  /// Whether it is about one session.
  var isAboutSession: Bool { self == .whyNot || self == .whatWouldItTake }
}

/// A question with everything that its answer depends on.
public struct SolveJob: Codable, Sendable {
  public var question: SolveQuestion
  /// The digest of the tables that it was asked about.
  public var digest: String
  /// Where the placed sessions stand, by id.
  public var places: [String: BoardPlace]
  /// Ids of the sessions that stay.
  public var pins: [String]
  /// Which session, for questions about one.
  public var session: String?
  /// Where it would be; `nil` for anywhere.
  public var place: BoardPlace?
  /// The name of a what-if, for questions about one.
  public var whatIf: String?
  /// Of the search.
  public var seed: Int
}

/// What is heard from a question that is being worked on.
public enum SolveWord: Codable, Sendable {
  case news(incumbent: Int?, bound: Int?)
  /// - Parameters:
  ///   - status: how the search ended, as in `draft.json`.
  ///   - places: where all placed sessions would stand; `nil` for an answer in words alone.
  ///   - bound: no schedule costs less, for this very question.
  case answer(status: String, places: [String: BoardPlace]?, bound: Int?, sentences: [String])
  /// An answer about other tables, which the referee has accepted by them; nothing of it can be had
  /// before the tables are changed.
  ///
  /// - Parameters:
  ///   - places: where all would stand; `nil` where no schedule was found.
  ///   - objective: what it costs by those tables, moves from where sessions stand counted.
  case whatIf(
    status: String, places: [String: BoardPlace]?, objective: Int?, bound: Int?,
    sentences: [String])
  /// No answer, and why, as a sentence.
  case failed(String)
}

/// Has questions answered, each apart from everything else, so that none takes the board with it.
public protocol SolveStarter: Sendable {
  /// - Parameter hear: called on any thread, last with an answer or a failure.
  /// - Throws: if the system has no room for it; the error's description is a sentence.
  func start(
    _ job: SolveJob, hear: @escaping @Sendable (SolveWord) -> Void
  ) throws -> any SolveWork
}

/// A question that is being worked on.
public protocol SolveWork: Sendable {
  /// Ends it with what it has.
  func stop()
}
