// SPDX-License-Identifier: GPL-3.0-or-later

import Languages

/// What holds for the whole of a publication.
public struct PublicationHead: Codable, Sendable, Hashable {
  /// A draft may still change.
  public enum Status: String, Codable, Sendable, CaseIterable { case draft, final }

  /// How cancelled sessions are published.
  public enum Cancelled: String, Codable, Sendable, CaseIterable {
    case standard
    /// Kept where everybody sees them, since Google does not show cancelled events.
    case visible
  }

  /// Who may know people's own calendars.
  public enum People: String, Codable, Sendable, CaseIterable {
    /// Each person has an address that nobody can guess; the Secretariat hands them out.
    case `private`
    /// The index lists them for everybody.
    case listed
  }

  /// How files are named after ids.
  public enum FileNames: String, Codable, Sendable {
    /// Unlike each other also without regard to case, and none that Windows keeps for itself.
    case distinct
  }

  public struct Day: Codable, Sendable, Hashable {
    /// As ISO 8601 writes it.
    public var date: String
    /// What the meeting calls it.
    public var label: String
  }

  /// The id of the meeting.
  public var meetingID: String
  /// What the meeting is called.
  public var name: String
  /// The name of the venue's zone, as IANA has it.
  public var zone: String
  /// The meeting's own page; empty if there is none.
  public var url: String
  /// In order.
  public var days: [Day]
  /// All rooms, in the order of their table.
  public var rooms: [PublishedEvent.Room]
  /// How firm the programme is.
  public var status: Status
  /// How cancelled sessions are published.
  public var cancelled: Cancelled
  /// Who may know people's own calendars.
  public var people: People
  /// Where the files will be found, with a slash at its end; empty if that is not known.
  public var address: String
  /// What the publisher has to say to everyone about this publication.
  public var note: String
  /// Why it was published although rules are broken.
  public var violationsReason: String?
  /// How many violations of hard rules the referee found.
  public var violations: Int
  /// The slots' length, for door signs and phone apps.
  public var gridMinutes: Int
  /// What goes on under another id since the publication before; `nil` for nothing.
  public var renames: [Rename]?
  /// What the participants' page is written in, and letters to those of whom no other is known; `nil`
  /// for English, as in publications that knew no other.
  public var language: Language?
  /// How files are named whose subject is published for the first time here; `nil` in publications that
  /// named them by ids alone. Names that are out stay.
  public var fileNames: FileNames?
}
