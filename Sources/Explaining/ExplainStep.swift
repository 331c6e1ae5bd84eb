// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

/// What `explain` is doing, or did not reach if it was interrupted.
public enum ExplainStep: Sendable, Hashable {
  /// Whether there is any schedule at all.
  case anySchedule
  /// A smallest contradiction, numbered from 1.
  case contradiction(Int)
  /// Whether the tables contradict themselves in yet another place.
  case further
  /// What giving up each request of a contradiction alone does to the whole meeting.
  case givenUp(contradiction: Int, asked: Int, of: Int)
  case ways
  /// Questions about a draft, each a whole programme solved again.
  case solving(answered: Int, of: Int)
  /// One of these questions, and how far its search is.
  case asking(String, DraftNews, answered: Int, of: Int)
  /// This many answers were cut short: a longer search might have found better ones.
  case shortened(Int)
  /// How many of a session's starts were looked at.
  case places(seen: Int, of: Int)
  /// How many of a draft's sessions were checked for another place.
  case stuck(seen: Int, of: Int)
}

extension ExplainStep {
  /// What is being done, as a progress line says it.
  public var progress: String {
    switch self {
    case .anySchedule: "checking whether there is any schedule"
    case .contradiction(let number): "looking for the smallest contradiction, number \(number)"
    case .further: "checking whether there is another contradiction"
    case .givenUp(let number, let asked, let all):
      "trying contradiction \(number) without each request: \(asked) of \(all)"
    case .ways: "looking for the cheapest ways out"
    case .solving(let answered, let all):
      "solving the whole programme again: \(answered) of \(all) questions"
    case .asking(let question, _, let answered, let all):
      Self.solving(answered: answered, of: all).progress + ", now \(question)"
    case .shortened(let count): "ending the search for \(count) answers"
    case .places(let seen, let all): "looking at its places: \(seen) of \(all) starts"
    case .stuck(let seen, let all): "looking for other places: \(seen) of \(all) sessions"
    }
  }

  /// How far the search for one answer is.
  public var news: DraftNews? {
    if case .asking(_, let news, _, _) = self { return news }
    return nil
  }

  /// What was not reached, as a clause.
  var missing: String {
    switch self {
    case .anySchedule: "whether there is any schedule"
    case .contradiction(let number): "making contradiction \(number) as small as it can be"
    case .further: "whether the tables contradict themselves in other places too"
    case .givenUp(let number, let asked, let all):
      "what giving up each request of contradiction \(number) alone would do"
        + " (\(asked) of \(all) were asked)"
    case .ways: "the ways out, and a proof of the cheapest"
    case .solving(let answered, let all), .asking(_, _, let answered, let all):
      "\(all - answered) of \(all) questions; \(answered) were answered"
    case .shortened(let count):
      "the rest of the search for \(count) of the answers, which might have been better"
    case .places(let seen, let all): "\(all - seen) of its \(all) starts"
    case .stuck(let seen, let all):
      "whether \(all - seen) of the \(all) sessions have another place"
    }
  }
}

extension [ExplainStep] {
  /// `Stopped by you; not reached: …`; `nil` if everything was done.
  var words: String? {
    isEmpty ? nil : "Stopped by you. Not reached: " + map(\.missing).joined(separator: "; ") + "."
  }
}
