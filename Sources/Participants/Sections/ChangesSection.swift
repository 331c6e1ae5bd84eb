// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages
import Programmes

/// What differs from the previous publication, as a report and as marks on each session.
struct ChangesSection {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  private var said: Words { listing.words }

  var html: HTML {
    guard let previous = listing.programme.previous else { return .empty }
    let since: HTML =
      previous.number > 0
      ? said.html(
        "page.since",
        [
          "number": "\(previous.number)", "when": listing.clock.moment(previous.instant, said),
        ])
      : said.html("page.since-before")
    let changes = listing.programme.changes
    let names = listing.programme.newRoomNames
    guard !changes.isEmpty || !names.isEmpty else {
      return Element.p(.class("unchanged")) {
        said.html("page.unchanged", ["since": since])
      }
    }
    return Element.details(.class("extra"), .id("changes")) {
      Element.summary {
        count(changes, names)
        " "
        Element.span(.class("since")) { since }
      }
      "\n"
      list(changes, names)
    }
  }

  /// `5 sessions changed, 1 room renamed`: a session counts once, whatever is otherwise about it.
  @HTMLBuilder private func count(
    _ changes: [PublishedProgramme.Change], _ names: [PublishedProgramme.NewRoomName]
  ) -> [HTML] {
    let sessions = Set(changes.map(\.session)).count
    let rooms: HTML = names.isEmpty ? .empty : counted("page.changes.rooms", names.count)
    if sessions == 0, !names.isEmpty {
      rooms
    } else {
      counted("page.changes", sessions)
      if !names.isEmpty {
        // A phone has no room for both on one line; the list says both.
        Element.span(.class("long")) { said.html("list.next", ["before": .empty, "after": rooms]) }
      }
    }
  }

  private func counted(_ key: String, _ count: Int) -> HTML {
    said.html(key, count: count, ["count": Element.span(.class("count")) { "\(count)" }])
  }

  private func list(
    _ changes: [PublishedProgramme.Change], _ names: [PublishedProgramme.NewRoomName]
  ) -> HTML {
    let known = Dictionary(
      listing.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    for change in changes where !order.contains(change.session) { order.append(change.session) }
    let own = Dictionary(grouping: changes, by: \.session)
    return Element.ul.lines(.class("changes")) {
      for room in names {
        Element.li {
          Element.span(.class("badge change-name")) { said.html("page.change.name") }
          " "
          said.html(
            "page.change.renamed",
            [
              "before": Element.bdi { HTML.text(PageText.title(room.before)) },
              "after": Element.bdi { HTML.text(PageText.title(room.after)) },
            ])
        }
      }
      for session in order { item(own[session] ?? [], known[session]) }
    }
  }

  /// All that is otherwise about one session.
  private func item(_ changes: [PublishedProgramme.Change], _ known: String?) -> HTML {
    Element.li {
      for change in changes { "\(badge(change.what)) " }
      if let first = changes.first { name(first, known) }
      for change in changes { values(change) }
    }
  }

  /// A link where the session stands on the page.
  private func name(_ change: PublishedProgramme.Change, _ known: String?) -> HTML {
    if let known {
      return PageText.link(toSession: change.session, title: known)
    }
    let title = change.title.isEmpty ? change.session : change.title
    return Element.bdi { HTML.text(PageText.title(title)) }
  }

  /// `Moved`, in a colour of its own.
  func badge(_ what: PublishedProgramme.Change.What) -> HTML {
    Element.span(.class("badge change-\(what.rawValue)")) {
      said.html("page.change.\(what.rawValue)")
    }
  }

  /// What was there before, struck out for the eye and named for the ear.
  func before(_ change: PublishedProgramme.Change) -> HTML {
    guard let before = change.before else { return .empty }
    return Element.span(.class("was")) {
      PageText.unseen("\(said("page.change.before")) ")
      Element.s { words(before) }
    }
  }

  private func values(_ change: PublishedProgramme.Change) -> HTML {
    let values = HTML {
      before(change)
      if let after = change.after {
        Element.span(.class("is")) {
          Element.span(.unheard, .class("arrow")) { "→" }
          PageText.unseen("\(said("page.change.now")) ")
          words(after)
        }
      }
    }
    return values.isEmpty ? .empty : Element.span(.class("values")) { values }
  }

  private func words(_ value: PublishedProgramme.Change.Value) -> HTML {
    switch value {
    case .words(let text): Element.bdi { HTML.text(PageText.title(text)) }
    case .stay(let start, let end):
      "\(listing.clock.moment(start, said))–\(listing.clock.clock(end))"
    }
  }
}
