// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Register

/// The programme as of one publication: everything that its files are made of.
public struct PublicationState: Sendable {
  /// A session's event as registered.
  public struct Entry: Sendable, Hashable {
    public var session: String
    /// Counted from 1 in the order of first publication: never another session's.
    public var serial: Int
    public var uid: String
    public var sequence: Int
    public var modified: Int
    /// The publication since which it is as it is.
    public var publication: Int
    public var event: PublishedEvent
  }

  public var number: Int
  public var instant: Int
  public var head: PublicationHead
  /// By start, room and session; those cancelled stand where they last stood.
  public var entries: [Entry]
  /// The secret part of each person's address.
  public var tokens: [String: String]
  /// How many addresses were ever given out: another one gives other files.
  public var tokensIssued: Int
  /// How often it changed how people are to be written to: another time gives other letters.
  public var correspondences = 0

  public var bySession: [String: Entry] {
    Dictionary(entries.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The venue's clock; `nil` where this system's zone database lacks the zone.
  public var clock: ZoneClock? { ZoneClock(head.zone) }
}

/// Everything that was ever published, read from the register.
public struct PublicationHistory: Sendable {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// In order; the last one is in force.
  public let states: [PublicationState]
  /// How people are to be written to now; `nil` where that was never known.
  public let correspondence: Correspondence?

  public var latest: PublicationState? { states.last }

  init(states: [PublicationState], correspondence: Correspondence? = nil) {
    self.states = states
    self.correspondence = correspondence
  }

  /// - Throws: where the register holds what this program does not understand.
  public init(_ contents: PublicationRegister.Contents) throws(Failure) {
    var states: [PublicationState] = []
    var serials: [String: Int] = [:]
    var entries: [String: PublicationState.Entry] = [:]
    let versions = Dictionary(grouping: contents.versions, by: \.publication)
    for publication in contents.publications {
      for version in versions[publication.number] ?? [] {
        let serial = serials[version.session] ?? serials.count + 1
        serials[version.session] = serial
        entries[version.session] = PublicationState.Entry(
          session: version.session, serial: serial, uid: version.uid, sequence: version.sequence,
          modified: version.modified, publication: version.publication,
          event: try Self.read(version.event, as: PublishedEvent.self, of: publication.number))
      }
      states.append(
        PublicationState(
          number: publication.number, instant: publication.instant,
          head: try Self.read(
            publication.head, as: PublicationHead.self, of: publication.number),
          entries: entries.values.sorted(by: Self.standsBefore), tokens: [:], tokensIssued: 0))
    }
    // Whoever was given a new address has it at once: the last publication takes all.
    if !states.isEmpty {
      for address in contents.addresses {
        states[states.count - 1].tokens[address.person] = address.token
      }
      states[states.count - 1].tokensIssued = contents.addresses.count
      states[states.count - 1].correspondences = contents.correspondence?.revision ?? 0
    }
    self.states = states
    if let people = contents.correspondence?.people {
      correspondence = try Self.read(people, as: Correspondence.self, of: states.count)
    } else {
      correspondence = nil
    }
  }

  static func standsBefore(_ a: PublicationState.Entry, _ b: PublicationState.Entry) -> Bool {
    (a.event.start, a.event.room.id, a.session) < (b.event.start, b.event.room.id, b.session)
  }

  private static func read<T: Decodable>(
    _ text: String, as type: T.Type, of number: Int
  ) throws(Failure) -> T {
    guard let value = RegisterText.read(text, as: type) else {
      throw Failure(
        description: "publication \(number) in the register is not as this program writes them;"
          + " was it written by a later version?")
    }
    return value
  }
}
