// SPDX-License-Identifier: GPL-3.0-or-later

import Languages

/// What holds for the whole of a publication.
public struct PublicationHead: Codable, Sendable, Hashable {
  public enum Status: String, Codable, Sendable, CaseIterable { case draft, final }

  /// How sessions that are cancelled go out.
  public enum Cancelled: String, Codable, Sendable, CaseIterable {
    case standard
    /// Where everybody sees them, as Google does not show cancelled events.
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
    public var date: String
    public var label: String
  }

  public var meetingID: String
  public var name: String
  public var zone: String
  public var url: String
  public var days: [Day]
  /// All rooms, in the order of their table.
  public var rooms: [PublishedEvent.Room]
  public var status: Status
  public var cancelled: Cancelled
  public var people: People
  /// Where the files will be found, with a slash at its end; empty where that is not known.
  public var address: String
  /// What the publisher has to say to everyone about this publication.
  public var note: String
  /// Why it was published although rules are broken.
  public var violationsReason: String?
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
