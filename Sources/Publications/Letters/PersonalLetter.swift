// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes

/// What one person is told about a publication: facts, in no language yet.
struct PersonalLetter: Sendable {
  /// What happened to a session, as it concerns the person.
  enum What: Hashable, Sendable {
    case event(EventChange.What)
    /// The person is now in it, and was not.
    case joined
    case left

    /// As keys of words name it.
    var name: String {
      switch self {
      case .event(let what): what.rawValue
      case .joined: "joined"
      case .left: "left"
      }
    }

    static let all = EventChange.What.allCases.map(What.event) + [.joined, .left]
  }

  /// A session of which the person hears something new.
  struct News: Sendable {
    /// In the order of how much it matters; at least one.
    let what: [What]
    let before: PublicationState.Entry?
    let after: PublicationState.Entry
  }

  /// A session that the person is in, as it now stands.
  struct Part: Sendable {
    let entry: PublicationState.Entry
    let isRequired: Bool
    let roles: [String]
  }

  let person: Correspondence.Person
  /// By time of the sessions, as are `parts`.
  let news: [News]
  let parts: [Part]
}

/// The letters of one publication, to everybody whom it concerns: at first all who are in a
/// session; later those for whom something is new; and all again when the programme becomes final, or
/// a draft again.
struct PersonalLetters {
  /// What became of the programme as a whole.
  enum Step: Sendable { case first, same, final, draft }

  let state: PublicationState
  let step: Step
  /// Whose they are.
  let sender: String?
  /// By the ids of people.
  let letters: [PersonalLetter]

  /// - Parameter index: a publication's place in the history.
  /// - Returns: `nil` where nothing is known of how to write to people.
  init?(_ history: PublicationHistory, at index: Int) {
    guard history.states.indices.contains(index), let known = history.correspondence else {
      return nil
    }
    let state = history.states[index]
    let previous = index > 0 ? history.states[index - 1] : nil
    self.state = state
    step = Self.step(state, after: previous)
    sender = known.sender
    let people = Dictionary(
      known.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Self.parts(state, people)
    let news = previous.map { Self.news(state, after: $0) } ?? [:]
    let isForAll = step != .same
    letters = Set(parts.keys).union(news.keys).sorted().compactMap { id in
      guard let person = people[id], isForAll && parts[id] != nil || news[id] != nil else {
        return nil
      }
      return PersonalLetter(person: person, news: news[id] ?? [], parts: parts[id] ?? [])
    }
  }

  private static func step(_ state: PublicationState, after previous: PublicationState?) -> Step {
    guard let previous else { return .first }
    if state.head.status == previous.head.status { return .same }
    return state.head.status == .final ? .final : .draft
  }

  private static func parts(
    _ state: PublicationState, _ people: [String: Correspondence.Person]
  ) -> [String: [PersonalLetter.Part]] {
    var parts: [String: [PersonalLetter.Part]] = [:]
    for entry in state.entries where !entry.event.status.isCancelled {
      for attendee in entry.event.attendees {
        parts[attendee.id, default: []].append(
          .init(
            entry: entry, isRequired: attendee.isRequired,
            roles: people[attendee.id]?.roles[entry.session] ?? []))
      }
    }
    return parts
  }

  private static func news(
    _ state: PublicationState, after previous: PublicationState
  ) -> [String: [PersonalLetter.News]] {
    let before = previous.bySession
    let changes = Dictionary(
      EventChange.between(previous, state).map { ($0.session, $0.what) },
      uniquingKeysWith: { first, _ in first })
    var news: [String: [PersonalLetter.News]] = [:]
    for entry in state.entries where entry.publication == state.number {
      let old = before[entry.session]
      let stood = old.map { Set($0.event.attendees.map(\.id)) } ?? []
      let stand = Set(entry.event.attendees.map(\.id))
      let happened = (changes[entry.session] ?? []).map(PersonalLetter.What.event)
      let hadIt = old.map { !$0.event.status.isCancelled } ?? false
      for id in stood.union(stand) {
        let isSame =
          entry.event.status.isCancelled || !hadIt || stood.contains(id) == stand.contains(id)
        let what = isSame ? happened : [stand.contains(id) ? .joined : .left]
        guard !what.isEmpty else { continue }
        news[id, default: []].append(.init(what: what, before: old, after: entry))
      }
    }
    return news
  }
}

/// How many people get a letter of the latest publication, and of how many no address is known.
public struct LetterCount: Sendable, Hashable {
  public var letters = 0
  public var withoutAddress = 0

  init() {}

  init(_ history: PublicationHistory) {
    let own = PersonalLetters(history, at: history.states.count - 1)?.letters ?? []
    letters = own.count
    withoutAddress = own.count { $0.person.email == nil }
  }
}
