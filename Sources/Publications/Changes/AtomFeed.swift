// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Texts

/// `changes.atom`: an entry for each publication (RFC 4287).
struct AtomFeed {
  private let history: PublicationHistory
  private let words: StayText

  init(_ history: PublicationHistory, _ words: StayText) {
    self.history = history
    self.words = words
  }

  var text: String {
    guard let latest = history.latest else { return "" }
    let head = latest.head
    var xml = XMLText()
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"]) { xml in
      xml.leaf("id", tag)
      xml.leaf("title", "\(CalendarText.line(head.name)): changes to the programme")
      xml.leaf("updated", UTCText.dashed(latest.instant))
      xml.element("author") { $0.leaf("name", CalendarText.line(head.name)) }
      if !head.address.isEmpty {
        xml.leaf("link", "", ["rel": "self", "href": head.address + "changes.atom"])
        xml.leaf("link", "", ["rel": "alternate", "href": head.address + "changes.html"])
      }
      for index in history.states.indices.reversed() { entry(index, &xml) }
    }
    return xml.text
  }

  private func entry(_ index: Int, _ xml: inout XMLText) {
    let state = history.states[index]
    let previous = index > 0 ? history.states[index - 1] : nil
    let change = ProgrammeChange(previous, state)
    let title = previous == nil ? "The programme is out" : ChangeWords.short(change)
    let status = state.head.status == .draft ? "draft" : "final"
    xml.element("entry") { xml in
      xml.leaf("id", "\(tag):publication-\(state.number)")
      xml.leaf("title", "Publication \(state.number) (\(status)): \(title)")
      xml.leaf("updated", UTCText.dashed(state.instant))
      // An entry is read away from the page: its links need whole addresses.
      let address = history.latest?.head.address ?? ""
      let news = ChangesPage.news(
        state, after: previous, words, page: address.isEmpty ? nil : address + "index.html")
      xml.leaf("content", news.markup, ["type": "html"])
      if !state.head.address.isEmpty {
        let place = state.head.address + "changes.html#" + ChangesPage.anchor(state.number)
        xml.leaf("link", "", ["rel": "alternate", "href": place])
      }
    }
  }

  /// A name that nobody else has and that never changes (RFC 4151): the calendar's domain, and the
  /// year of the first publication.
  private var tag: String {
    let first = history.states.first
    let uid = first?.entries.min { $0.serial < $1.serial }?.uid ?? ""
    let domain = uid.lastIndex(of: "@").map { String(uid[uid.index(after: $0)...]) } ?? "invalid"
    let year = UTCText.numbers(first?.instant ?? 0).0
    return "tag:\(domain),\(year):\(FileName.of(first?.head.meetingID ?? ""))"
  }
}
