// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Register

/// The programme as of one publication: everything that its files are made of.
public struct PublicationState: Sendable {
  /// A session's event as registered.
  public struct Entry: Sendable, Hashable {
    /// Its id as of the publication.
    public var session: String
    /// By what the register knows it: the id under which it was published first.
    public var key: String
    /// Counted from 1 in the order of first publication: never another session's.
    public var serial: Int
    public var uid: String
    /// SEQUENCE of its event, which never falls.
    public var sequence: Int
    /// The last change that a calendar shows, in seconds since 1970-01-01 00:00 UTC.
    public var modified: Int
    /// The publication since which it is as it is.
    public var publication: Int
    /// What was published of it.
    public var event: PublishedEvent
  }

  /// 1, 2, 3 …
  public var number: Int
  /// When it was published, in seconds since 1970-01-01 00:00 UTC.
  public var instant: Int
  /// What holds for the whole of it.
  public var head: PublicationHead
  /// By start, room and session; cancelled ones stay where they last were.
  public var entries: [Entry]
  /// The secret part of each person's address, by what the register knows the person (`Lineage`).
  public var tokens: [String: String]
  /// How many addresses were ever given out: another one changes the files.
  public var tokensIssued: Int
  /// How often it changed how people are to be written to: another time gives other letters.
  public var correspondences = 0
  /// What was renamed until now.
  var lineage = Lineage()
  /// Whose address in force stood on a public page, in a publication with `listed`; by id.
  public var peopleOnceListed: [String] = []

  /// Its sessions by their ids.
  public var bySession: [String: Entry] {
    Dictionary(entries.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same publication in the ids of the one that follows it.
  func renamed(by renames: [Rename]) -> PublicationState {
    guard !renames.isEmpty else { return self }
    var state = self
    state.entries = entries.map { $0.renamed(by: renames) }.sorted(by: Entry.standsBefore)
    for index in head.rooms.indices {
      state.head.rooms[index].id = renames.id(.room, head.rooms[index].id)
    }
    state.lineage.apply(renames)
    return state
  }

  /// The venue's clock; `nil` where this system's zone database lacks the zone.
  public var clock: ZoneClock? { ZoneClock(head.zone) }
}

extension PublicationState.Entry {
  func renamed(by renames: [Rename]) -> Self {
    var entry = self
    entry.session = renames.id(.session, session)
    entry.event = event.renamed(by: renames)
    return entry
  }

  static func standsBefore(_ a: Self, _ b: Self) -> Bool {
    (a.event.start, a.event.room.id, a.session) < (b.event.start, b.event.room.id, b.session)
  }
}

/// Everything that was ever published, read from the register.
public struct PublicationHistory: Sendable {
  /// In order; the last one is in force.
  public let states: [PublicationState]
  /// How people are to be written to now; `nil` where that was never known.
  public let correspondence: Correspondence?

  /// The publication in force; `nil` before the first.
  public var latest: PublicationState? { states.last }

  init(states: [PublicationState], correspondence: Correspondence? = nil) {
    self.states = states
    self.correspondence = correspondence
  }

  /// Until the publication before the last.
  var beforeLast: PublicationHistory { PublicationHistory(states: states.dropLast()) }

  /// - Throws: where the register holds what this program does not understand.
  public init(_ contents: PublicationRegister.Contents) throws(PublicationFailure) {
    var states: [PublicationState] = []
    var serials: [String: Int] = [:]
    var entries: [String: PublicationState.Entry] = [:]
    let versions = Dictionary(grouping: contents.versions, by: \.publication)
    var lineage = Lineage()
    for publication in contents.publications {
      let head = try Self.read(publication.head, as: PublicationHead.self, of: publication.number)
      if let renames = head.renames {
        lineage.apply(renames)
        entries = entries.mapValues { $0.renamed(by: renames) }
      }
      for version in versions[publication.number] ?? [] {
        let key = version.session
        let serial = serials[key] ?? serials.count + 1
        serials[key] = serial
        entries[key] = PublicationState.Entry(
          session: lineage.id(.session, ofKey: key), key: key, serial: serial, uid: version.uid,
          sequence: version.sequence, modified: version.modified, publication: version.publication,
          event: try Self.read(version.event, as: PublishedEvent.self, of: publication.number))
      }
      states.append(
        PublicationState(
          number: publication.number, instant: publication.instant, head: head,
          entries: entries.values.sorted(by: PublicationState.Entry.standsBefore), tokens: [:],
          tokensIssued: 0, lineage: lineage))
    }
    // Somebody who was given a new address has it at once: the last publication includes them all.
    if !states.isEmpty {
      for address in contents.addresses {
        states[states.count - 1].tokens[address.person] = address.token
      }
      states[states.count - 1].tokensIssued = contents.addresses.count
      states[states.count - 1].correspondences = contents.correspondence?.revision ?? 0
      states[states.count - 1].peopleOnceListed = Self.onceListed(contents.addresses, states)
    }
    self.states = states
    if let people = contents.correspondence?.people {
      correspondence = try Self.read(people, as: Correspondence.self, of: states.count)
    } else {
      correspondence = nil
    }
  }

  private static func onceListed(
    _ addresses: [PublicationRegister.Address], _ states: [PublicationState]
  ) -> [String] {
    guard let last = states.last(where: { $0.head.people == .listed })?.number else { return [] }
    let inForce = Dictionary(addresses.map { ($0.person, $0) }, uniquingKeysWith: { $1 })
    // One that was given out later has never stood there.
    return inForce.values.filter { $0.publication <= last }.map(\.person).sorted()
  }

  private static func read<T: Decodable>(
    _ text: String, as type: T.Type, of number: Int
  ) throws(PublicationFailure) -> T {
    guard let value = RegisterText.read(text, as: type) else {
      throw .unreadable(publication: number)
    }
    return value
  }
}
