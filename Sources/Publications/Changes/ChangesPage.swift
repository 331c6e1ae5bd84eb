// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages
import Participants
import Programmes
import Texts

/// `changes.html`: what each publication changed, the latest first.
struct ChangesPage {
  private let history: PublicationHistory
  private let words: StayText

  init(_ history: PublicationHistory, _ words: StayText) {
    self.history = history
    self.words = words
  }

  var html: String {
    guard let latest = history.latest else { return "" }
    let title = "\(latest.head.name): what changed"
    return PlainPage.html(title: title, style: EmbeddedFile.changeStyles) {
      Element.header.lines {
        Element.h1(.autoDirection) { HTML.text(title) }
        Element.p { "\(CalendarsPage.programme) · \(Self.calendars) ·\n\(Self.atom) · \(Self.csv)" }
      }
      Element.main.lines { sections.reversed() }
    }
  }

  private static let calendars = CalendarsPage.file("calendars.html", "Calendars")
  private static let atom = CalendarsPage.file("changes.atom", "Atom feed")
  private static let csv = CalendarsPage.file("changes.csv", "CSV")

  /// One for each publication, the first first.
  private var sections: [HTML] {
    var previous: PublicationState?
    return history.states.map { state in
      defer { previous = state }
      return section(state, previous)
    }
  }

  /// Of a publication's part of the page.
  static func anchor(_ number: Int) -> String { "publication-\(number)" }

  private func section(_ state: PublicationState, _ previous: PublicationState?) -> HTML {
    let moment = words.clock.wallTime(atInstant: state.instant)
    let title =
      "Publication \(state.number), \(VenueClock.long(moment.date)), \(moment.clock)"
      + (state.head.status == .draft ? " (draft)" : "")
    return Element.section(.id(Self.anchor(state.number))) {
      Element.h2 { HTML.text(title) }
      "\n"
      Self.news(state, after: previous, words, page: "index.html")
    }
  }

  /// The changes of one publication, as they also stand in the Atom feed.
  ///
  /// - Parameter page: the address of the participants' page, which each session leads to; `nil` where it
  ///   is not known from there.
  static func news(
    _ state: PublicationState, after previous: PublicationState?, _ words: StayText,
    page: String? = nil
  ) -> HTML {
    HTML.lines {
      if !state.head.note.isEmpty {
        Element.p(.autoDirection) { HTML.text(state.head.note) }
      }
      if let reason = state.head.violationsReason {
        Element.p { "Published with rules of the programme broken: \(reason)" }
      }
      if let previous {
        changes(state, after: previous, words, page)
      } else {
        Element.p { "The programme is out: \(Count.of(state.standing.count, "session"))." }
      }
    }
  }

  @HTMLBuilder
  private static func changes(
    _ state: PublicationState, after previous: PublicationState, _ words: StayText,
    _ page: String?
  ) -> [HTML] {
    if state.head.status != previous.head.status {
      Element.p {
        state.head.status == .final
          ? "The programme is final." : "The programme is a draft again."
      }
    }
    let change = ProgrammeChange(previous, state)
    if change.isEmpty {
      Element.p { "No session changed." }
    } else {
      Element.p { HTML.text(ChangeWords.summary(change).capitalizedFirst + ".") }
      Element.ul.lines(.class("changes")) {
        for room in change.rooms {
          Element.li {
            Element.b { room.isRenamed ? "Room renamed" : "Room elsewhere" }
            ": "
            HTML.text(ChangeWords.line(room))
          }
        }
        for session in change.sessions { item(session, words, page) }
      }
    }
  }

  private static func item(
    _ change: EventChange, _ words: StayText, _ page: String?
  ) -> HTML {
    let title = change.after.event.title.isEmpty ? change.session : change.after.event.title
    let name = Element.bdi { HTML.text(PageText.title(title)) }
    let place = page.map { "\($0)#\(PageText.anchor(ofSession: change.session))" }
    return Element.li {
      Element.b { HTML.text(StayText.words(change)) }
      ": "
      if let place { Element.a(.href(place)) { name } } else { name }
      for line in words.lines(change) {
        VoidElement.br()
        HTML.text(line)
      }
    }
  }
}
