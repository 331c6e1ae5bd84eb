// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Programmes
import Texts

/// One session in the list by day, with everything that is known of it.
struct SessionCard {
  private let listing: Listing
  private let session: PublishedProgramme.Session
  private let anchor: String

  init(_ listing: Listing, _ session: PublishedProgramme.Session) {
    self.listing = listing
    self.session = session
    anchor = PageText.anchor(ofSession: session.id)
  }

  private var changes: [PublishedProgramme.Change] { listing.changes[session.id] ?? [] }

  var html: String {
    let isCancelled = session.status == .cancelled
    return """
      <li class="session c\(listing.colour(session))\(isCancelled ? " is-cancelled" : "")" \
      id="\(anchor)" tabindex="-1">
      <p class="when"><span class="other-day"></span>\(listing.clock.clock(session.start))\
      <span class="until"><span aria-hidden="true">–</span><span class="unseen"> to </span>\
      \(listing.clock.clock(session.end))</span></p>
      <div class="what">
      <h4>\(badges)<a class="title" href="#\(anchor)" dir="auto">\(title)</a></h4>
      \(before)<p class="facts">\(facts)</p>
      <details class="more"><summary>Details<span class="unseen"> of \
      \(PageText.title(session.title))</span></summary>
      <div class="about">\(about)</div></details>
      </div>
      </li>

      """
  }

  private var title: String {
    let title = PageText.title(session.title)
    return session.status == .cancelled ? "<s>\(title)</s>" : title
  }

  private var badges: String {
    var html = ""
    if session.status == .cancelled { html += ChangesSection.badge(.cancelled) + " " }
    for change in changes where change.what != .cancelled {
      html += ChangesSection.badge(change.what) + " "
    }
    return html
  }

  private var before: String {
    let section = ChangesSection(listing)
    let html = changes.map(section.before).joined(separator: " ")
    return html.isEmpty ? "" : "<p class=\"before\">\(html)</p>\n"
  }

  private var facts: String {
    var html = ""
    for kind in session.kinds {
      let name = KindNames.name(kind, in: listing.programme)
      html += "<span class=\"kind\"><bdi>\(PageText.html(name))</bdi></span> "
    }
    if !session.room.isEmpty {
      let name = listing.room(session.room)?.name ?? session.room
      html += "<span class=\"place\"><bdi>\(PageText.html(name))</bdi></span> "
    }
    for theme in session.themes {
      html += "<span class=\"theme\"><bdi>\(PageText.html(theme))</bdi></span> "
    }
    for language in session.languages {
      html += "<span class=\"language\"><bdi>\(PageText.html(language))</bdi></span> "
    }
    return html
  }

  private var about: String {
    var html = ""
    if !session.description.isEmpty {
      html +=
        "<p class=\"description lines\" dir=\"auto\">\(PageText.htmlLines(session.description))"
        + "</p>\n"
    }
    let room = listing.room(session.room)
    let place = [room?.name, room?.location].compactMap(\.self).filter { !$0.isEmpty }
    var rows: [(String, String)] = [
      ("Part of", items(session.activities.filter { $0 != session.title }))
    ]
    rows += people
    rows += [
      ("Languages", items(session.languages)),
      ("Where", place.isEmpty ? "" : "<bdi>\(PageText.html(place.joined(separator: ", ")))</bdi>"),
      ("The room has", items(room?.features ?? [])),
    ]
    rows.removeAll { $0.1.isEmpty }
    if !rows.isEmpty {
      html += "<dl>\(rows.map { "<dt>\($0)</dt><dd>\($1)</dd>\n" }.joined())</dl>\n"
    }
    return html + links
  }

  private func items(_ texts: [String]) -> String {
    texts.map { "<bdi>\(PageText.html($0))</bdi>" }.joined(separator: ", ")
  }

  /// By role, in the order in which roles first appear.
  private var people: [(String, String)] {
    var roles: [String] = []
    var names: [String: [String]] = [:]
    for person in session.people {
      if names[person.role] == nil { roles.append(person.role) }
      names[person.role, default: []].append(person.name)
    }
    return roles.map { role in
      let words = PageText.html(role.capitalizedFirst)
      return (words.isEmpty ? "With" : "<bdi>\(words)</bdi>", items(names[role] ?? []))
    }
  }

  private var links: String {
    let title = "<span class=\"unseen\">: \(PageText.title(session.title))</span>"
    var html = ""
    if let address = session.conferenceURL.address?.text {
      html +=
        "<a class=\"button\" href=\"\(PageText.html(address))\">Take part online\(title)</a> "
    }
    if let address = session.url.address?.text {
      html += "<a class=\"button\" href=\"\(PageText.html(address))\">Session page\(title)</a>"
    }
    return words("Take part online", session.conferenceURL) + words("Session page", session.url)
      + (html.isEmpty ? "" : "<p class=\"links\">\(html)</p>")
  }

  /// What stands in place of an address: to be read, not to be followed.
  private func words(_ what: String, _ typed: TypedAddress) -> String {
    typed.words.map { "<p class=\"how\">\(what): <bdi>\(PageText.html($0))</bdi></p>\n" } ?? ""
  }
}
