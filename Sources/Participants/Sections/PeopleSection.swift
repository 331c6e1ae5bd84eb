// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes

/// Everybody who takes part, by name, with the sessions that they are in.
struct PeopleSection {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var html: String {
    let sessions = sessionsByName
    guard !sessions.isEmpty else { return "" }
    let word = sessions.count == 1 ? "person" : "people"
    var html = "<details class=\"extra\" id=\"people\"><summary><span class=\"count\">"
    html += "\(sessions.count)</span> \(word)</summary>\n<ul class=\"people\">\n"
    for name in sessions.keys.sorted(by: Self.isBefore) {
      let links = (sessions[name] ?? []).map(link).joined(separator: ", ")
      html += "<li><bdi class=\"name\">\(PageText.html(name))</bdi> \(links)</li>\n"
    }
    return html + "</ul></details>\n"
  }

  /// Places in the listing by the names of those who are there, without cancelled sessions.
  private var sessionsByName: [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (place, session) in listing.sessions.enumerated() where session.status == .placed {
      for name in Set(session.people.map(\.name)) where !name.isEmpty {
        found[name, default: []].append(place)
      }
    }
    return found
  }

  /// Capitals do not count, so "de Vries" comes next to "De Vries".
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    (one.lowercased(), one) < (other.lowercased(), other)
  }

  private func link(_ place: Int) -> String {
    let session = listing.sessions[place]
    return "<a href=\"#\(PageText.anchor(ofSession: session.id))\" dir=\"auto\">"
      + "\(PageText.title(session.title))</a>"
  }
}
