// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Meetings
import Pages
import Participants
import Programmes
import Spreadsheets
import Texts

/// A file of a publication.
public struct PublicationFile: Sendable, Hashable {
  /// `public/…` for the web host, `team/…` only for the Secretariat.
  public var path: String
  /// What it holds.
  public var data: Data

  public init(_ path: String, _ data: Data) {
    self.path = path
    self.data = data
  }

  init(_ path: String, _ text: String) { self.init(path, Data(text.utf8)) }
}

/// Everything that a publication consists of, made from the register's contents alone: the same
/// bytes whenever it is made again.
public enum PublicationFiles {
  /// - Throws: where a calendar cannot be written.
  public static func all(of history: PublicationHistory) throws -> [PublicationFile] {
    try all(of: history, FeedPlan(history))
  }

  /// - Parameter plan: the feeds of this history.
  static func all(of history: PublicationHistory, _ plan: FeedPlan) throws -> [PublicationFile] {
    guard let state = history.latest else { return [] }
    guard let clock = state.clock else {
      throw PublicationFailure.noSuchZone(state.head.zone)
    }
    let feeds = plan.feeds
    let programme = history.programme(feeds)
    return try calendars(feeds, state, clock)
      + [PublicationFile("public/schedule.csv", ScheduleCopy.text(state, clock))]
      + (try frab(state, clock))
      + changes(history, clock)
      + packs(history, clock)
      + people(feeds, state)
      + (try LetterFiles.all(history, feeds))
      + [PublicationFile("public/calendars.html", CalendarsPage(state.head, feeds).html)]
      + (try programme.map(exports) ?? [])
  }

  /// The files made from the programme as participants see it: a line for each export.
  private static func exports(of programme: PublishedProgramme) throws -> [PublicationFile] {
    let sheets = try SpreadsheetFiles.all(programme).map { file in
      PublicationFile("public/\(file.name)", file.bytes)
    }
    let worker = ServiceWorker(
      of: programme.publication, keeping: ["index.html", "changes.html"])
    return [
      PublicationFile("public/index.html", ParticipantsPage(programme).html),
      PublicationFile("public/\(ServiceWorker.name)", worker.text),
    ] + sheets
  }

  private static func calendars(
    _ feeds: [Feed], _ state: PublicationState, _ clock: ZoneClock
  ) throws -> [PublicationFile] {
    var files: [PublicationFile] = []
    for feed in feeds {
      let tree = FeedFile(feed, state, clock).tree
      files.append(PublicationFile("public/\(feed.path)", try ICalendarText.text(tree)))
      if feed.key.group == .whole {
        files.append(PublicationFile("public/programme.jcal.json", try JCal.text(tree)))
        files.append(PublicationFile("public/programme.xcal.xml", XCal.text(tree)))
      }
    }
    return files
  }

  private static func frab(
    _ state: PublicationState, _ clock: ZoneClock
  ) throws -> [PublicationFile] {
    let schedule = FrabSchedule(state, clock)
    return [
      PublicationFile("public/schedule.xml", FrabXML.text(schedule)),
      PublicationFile("public/schedule.json", try FrabJSON.text(schedule)),
    ]
  }

  private static func changes(
    _ history: PublicationHistory, _ clock: ZoneClock
  ) -> [PublicationFile] {
    let words = StayText(clock: clock)
    return [
      PublicationFile("public/changes.html", ChangesPage(history, words).html),
      PublicationFile("public/changes.atom", AtomFeed(history, words).text),
      PublicationFile(
        "public/changes.csv", ChangesCSV.text(differences(history), clock, isPublic: true)),
    ]
  }

  /// The changes of each publication after the first.
  private static func differences(
    _ history: PublicationHistory
  ) -> [(number: Int, change: ProgrammeChange)] {
    zip(history.states, history.states.dropFirst()).map {
      (number: $1.number, change: ProgrammeChange($0, $1))
    }
  }

  /// A change pack for each publication: `team/publication-3/…`.
  private static func packs(
    _ history: PublicationHistory, _ clock: ZoneClock
  ) -> [PublicationFile] {
    let words = StayText(clock: clock)
    return history.states.indices.flatMap { index -> [PublicationFile] in
      let state = history.states[index]
      let previous = index > 0 ? history.states[index - 1] : nil
      let folder = "team/publication-\(state.number)"
      let letters = Letters(state, after: previous, words)
      let own = [(number: state.number, change: ProgrammeChange(previous, state))]
      return Letters.Audience.allCases.map {
        PublicationFile("\(folder)/\($0.rawValue).txt", letters.text(for: $0))
      } + [
        PublicationFile("\(folder)/changes.csv", ChangesCSV.text(own, clock, isPublic: false)),
        PublicationFile(
          "\(folder)/changes.html", PackPage.html(letters, state, after: previous, words)),
      ]
    }
  }

  /// Who has which address, for the Secretariat to hand out; and a page in the folder of these
  /// calendars, since some hosts list a folder's files if it has none.
  private static func people(_ feeds: [Feed], _ state: PublicationState) -> [PublicationFile] {
    let own = feeds.filter { $0.key.group == .person }
    guard !own.isEmpty else { return [] }
    let rows = own.map { feed -> [String] in
      let address = FeedAddress(feed, state.head)
      return [feed.key.id, feed.name]
        + (state.head.address.isEmpty ? [feed.path, ""] : [address.https, address.webcal])
    }
    let cover = PlainPage.html(title: state.head.name) {
      Element.main {
        Element.p {
          "Personal calendars have addresses of their own; ask the Secretariat for yours. "
          CalendarsPage.file("../index.html", "The programme")
        }
      }
    }
    return [
      PublicationFile("public/people/index.html", cover),
      PublicationFile(
        "team/people-addresses.csv",
        CSV.forSpreadsheets([["person", "name", "address", "webcal"]] + rows, hasMark: true)),
    ]
  }
}
