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
    /// Its room is called otherwise, or said to be elsewhere.
    case roomName

    /// As keys of words name it.
    var name: String {
      switch self {
      case .event(let what): what.rawValue
      case .joined: "joined"
      case .left: "left"
      case .roomName: "room-name"
      }
    }

    static let all = EventChange.What.allCases.map(What.event) + [.joined, .left, .roomName]
  }

  /// A session of which the person hears something new.
  struct News: Sendable {
    /// In the order of how much it matters; at least one.
    let what: [What]
    let before: PublicationState.Entry?
    let after: PublicationState.Entry
    /// `nil` where the programme names the same people.
    let people: PeopleChange?
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
    let ids = PresentIDs(from: state, to: history.latest)
    let people = Dictionary(
      known.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Self.parts(state, people, ids)
    let news = previous.map { Self.news(state, after: $0) } ?? [:]
    let isForAll = step != .same
    letters = Set(parts.keys).union(news.keys).sorted().compactMap { id in
      guard let person = people[ids.person(id)], isForAll && parts[id] != nil || news[id] != nil
      else { return nil }
      return PersonalLetter(person: person, news: news[id] ?? [], parts: parts[id] ?? [])
    }
  }

  /// What the tables now call those who are in an older publication.
  private struct PresentIDs {
    private let then: Lineage
    private let now: Lineage

    init(from state: PublicationState, to latest: PublicationState?) {
      then = state.lineage
      now = latest?.lineage ?? state.lineage
    }

    func person(_ id: String) -> String { now.id(.person, ofKey: then.key(.person, id)) }
    func session(_ id: String) -> String { now.id(.session, ofKey: then.key(.session, id)) }
  }

  private static func step(_ state: PublicationState, after previous: PublicationState?) -> Step {
    guard let previous else { return .first }
    if state.head.status == previous.head.status { return .same }
    return state.head.status == .final ? .final : .draft
  }

  private static func parts(
    _ state: PublicationState, _ people: [String: Correspondence.Person], _ ids: PresentIDs
  ) -> [String: [PersonalLetter.Part]] {
    var parts: [String: [PersonalLetter.Part]] = [:]
    for entry in state.entries where !entry.event.status.isCancelled {
      for attendee in entry.event.attendees {
        parts[attendee.id, default: []].append(
          .init(
            entry: entry, isRequired: attendee.isRequired,
            roles: people[ids.person(attendee.id)]?.roles[ids.session(entry.session)] ?? []))
      }
    }
    return parts
  }

  private static func news(
    _ state: PublicationState, after previous: PublicationState
  ) -> [String: [PersonalLetter.News]] {
    let before = previous.renamed(by: state.head.renames ?? []).bySession
    let change = ProgrammeChange(previous, state)
    let changes = Dictionary(
      change.sessions.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    let inRenamed = Set(change.rooms.flatMap(\.sessions))
    var news: [String: [PersonalLetter.News]] = [:]
    for entry in state.entries where entry.publication == state.number {
      let old = before[entry.session]
      var happened = (changes[entry.session]?.what ?? []).map(PersonalLetter.What.event)
      if inRenamed.contains(entry.session) { happened.append(.roomName) }
      for (id, what) in told(happened, old, entry) where !what.isEmpty {
        news[id, default: []].append(
          .init(what: what, before: old, after: entry, people: changes[entry.session]?.people))
      }
    }
    return news
  }

  /// What each person of a session hears of it: that they come or go, where it goes on; else what
  /// happened.
  private static func told(
    _ happened: [PersonalLetter.What], _ old: PublicationState.Entry?,
    _ entry: PublicationState.Entry
  ) -> [(person: String, what: [PersonalLetter.What])] {
    let stood = Set(old?.event.attendees.map(\.id) ?? [])
    let stand = Set(entry.event.attendees.map(\.id))
    let goesOn =
      old.map { !$0.event.status.isCancelled && !entry.event.status.isCancelled } ?? false
    return stood.union(stand).map { id in
      guard goesOn, stood.contains(id) != stand.contains(id) else { return (id, happened) }
      return (id, [stand.contains(id) ? .joined : .left])
    }
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
