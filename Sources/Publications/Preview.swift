// SPDX-License-Identifier: GPL-3.0-or-later

/// What each kind of calendar will show of a publication.
///
/// It follows what their makers document (MS-OXCICAL for Outlook: CANCELLED is free time) and what
/// users report about Google and Apple: a subscription is read again and shows the file as it is; a
/// file that was imported once is a copy, and only some calendars let a second import change it.
public struct Preview: Sendable {
  /// The calendar that somebody uses.
  public enum Client: String, CaseIterable, Sendable {
    case google, apple, outlook
    case importOnce = "import"

    /// What people call it.
    public var name: String {
      switch self {
      case .google: "Google Calendar, subscribed"
      case .apple: "Apple Calendar, subscribed"
      case .outlook: "Outlook, subscribed"
      case .importOnce: "A file imported once (Google, Outlook)"
      }
    }

    /// When it shows anything at all.
    public var delay: String {
      switch self {
      case .google: "within 12 to 24 hours; nobody can hasten it"
      case .apple: "when its user lets it look, from every 5 minutes to once a week"
      case .outlook: "within some hours"
      case .importOnce: "only what is imported again"
      }
    }
  }

  /// What somebody sees of a session.
  public enum Sight: String, Sendable, CaseIterable {
    case new, moved, changed, struckOut, marked, free, gone, stale
  }

  /// What one session looks like there.
  public struct Line: Sendable {
    /// Its id in the tables.
    public let session: String
    /// Its id if it has no title.
    public let title: String
    /// What somebody sees.
    public let sight: Sight
    /// What is seen, in words.
    public let words: String
  }

  /// What is, or would be, published.
  public let outcome: Publisher.Outcome
  private let change: ProgrammeChange?
  private let words: StayText?

  public init(_ outcome: Publisher.Outcome) {
    self.outcome = outcome
    words = outcome.state?.clock.map { StayText(clock: $0) }
    change = outcome.isNew ? outcome.state.map { ProgrammeChange(outcome.previous, $0) } : nil
  }

  /// Sessions whose event changes at all, even if only from tentative to confirmed.
  public var updated: Int {
    guard outcome.isNew, let state = outcome.state else { return 0 }
    return state.entries.count { $0.modified == state.instant }
  }

  /// What happens to every session at once, in words; `nil` if nothing does.
  public var forAll: String? {
    guard outcome.isNew, let old = outcome.previous?.head.status,
      let new = outcome.state?.head.status, old != new
    else { return nil }
    return new == .final
      ? "every session that stands: from tentative to confirmed"
      : "every session that stands: from confirmed to tentative"
  }

  /// What changed, in words: `3 sessions changed: 2 moved, 1 cancelled`.
  public var counts: String { change.map(ChangeWords.summary) ?? "nothing new" }

  /// Rooms that are called otherwise, a sentence each; in every calendar that is subscribed to, the
  /// sessions in them show the new name and stay where they are.
  public var rooms: [String] { change?.rooms.map(ChangeWords.line) ?? [] }

  private var changes: [EventChange] { change?.sessions ?? [] }

  /// Sessions that take place.
  public var standing: Int { outcome.state?.standing.count ?? 0 }

  /// A line for each session that changes; none if nothing is published.
  public func lines(for client: Client) -> [Line] {
    guard let words else { return [] }
    return changes.map { change in
      let event = change.after.event
      let (sight, text) = sight(change, client, words)
      return Line(
        session: change.session, title: event.title.isEmpty ? change.session : event.title,
        sight: sight, words: text)
    }
  }

  private func sight(
    _ change: EventChange, _ client: Client, _ words: StayText
  ) -> (Sight, String) {
    let event = change.after.event
    let now = words.full(event)
    let old = change.before.map { words.full($0.event) } ?? ""
    if change.what.contains(.cancelled) { return cancelled(event, client, old) }
    if client == .importOnce {
      if change.what == [.new] { return (.stale, "not there; a new import adds it: \(now)") }
      if change.what == [.returned] { return (.stale, "as it was imported: \(old)") }
      return (.stale, "stays as it was imported: \(old); a new import does not move it")
    }
    if change.what == [.new] || change.what.contains(.returned) {
      return (.new, change.what == [.new] ? now : "back: \(now)")
    }
    if change.what.contains(.moved) || change.what.contains(.room) {
      return (.moved, "\(old) → \(now)")
    }
    let people = change.people.map { "; " + ChangeWords.lines($0).joined(separator: "; ") } ?? ""
    let title = change.what.contains(.title) ? "under its new title, " : ""
    return (.changed, title + now + people)
  }

  private func cancelled(
    _ event: PublishedEvent, _ client: Client, _ old: String
  ) -> (Sight, String) {
    if client == .importOnce { return (.stale, "stays as it was imported: \(old)") }
    if event.status == .tombstone { return (.marked, "stays, as “[CANCELLED] …”: \(old)") }
    return switch client {
    case .google: (.gone, "disappears: \(old)")
    case .apple: (.struckOut, "stays, struck out: \(old)")
    default: (.free, "stays under its title, as free time: \(old)")
    }
  }

  /// Feeds that lose or gain sessions: there a session that moved to another room, say, is gone.
  public var feeds: [(path: String, gained: [String], lost: [String])] {
    guard outcome.isNew, outcome.previous != nil else { return [] }
    let before = outcome.history.beforeLast
    var standing: [String: Set<String>] = [:]
    for feed in FeedPlan(before).feeds {
      standing[feed.path] = Set(feed.entries.map(\.session))
    }
    return FeedPlan(outcome.history).feeds.compactMap { feed in
      guard ![.person, .session].contains(feed.key.group) else { return nil }
      let now = Set(feed.entries.map(\.session))
      let then = standing[feed.path] ?? []
      guard now != then else { return nil }
      return (feed.path, now.subtracting(then).sorted(), then.subtracting(now).sorted())
    }
  }
}
