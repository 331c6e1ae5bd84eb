// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts

/// Judges what `calendar` in `meeting.json` puts into every calendar entry.
struct CalendarWords {
  private let places: KeyPlaces
  private let reporter: Reporter

  init(_ places: KeyPlaces, _ reporter: Reporter) {
    self.places = places
    self.reporter = reporter
  }

  func check(_ meeting: Meeting) {
    guard let calendar = meeting.calendar else { return }
    if let domain = calendar.domain, !WebAddress.isDomain(domain) {
      warn(
        "domain", domain,
        "'\(domain)' is not a domain, and every calendar entry is identified by it.",
        WebAddress.domain(in: domain).map { "write \($0)" } ?? "a name such as igf.example")
    }
    if let organizer = calendar.organizer { check(organizer: organizer) }
    if let url = calendar.url, let (sentence, suggestion) = WebAddress.fault(url) {
      warn("url", url, sentence.capitalizedFirst, suggestion)
    }
  }

  private func check(organizer: String) {
    let isMail = organizer.lowercased().hasPrefix("mailto:")
    if isMail, WebAddress.isMailbox(String(organizer.dropFirst(7))) { return }
    let bare = (isMail ? String(organizer.dropFirst(7)) : organizer).trimmed
    // `IGF Secretariat <igf@un.org>` contains one.
    let inside = bare.split { " <>,;".contains($0) }.map(String.init).first(
      where: WebAddress.isMailbox)
    warn(
      "organizer", organizer,
      "'\(organizer)' is not a mail address, so calendar entries name no organizer.",
      inside.map { "write mailto:\($0)" } ?? "mailto: and an address")
  }

  private func warn(_ key: String, _ value: String, _ sentence: String, _ suggestion: String) {
    let place = places.place(ofFirst: ["calendar.\(key)", "calendar"])
    reporter.add(
      Finding(
        "calendar", .warning, file: place.file, line: place.line, column: "calendar.\(key)",
        value: value, sentence, suggestion: suggestion))
  }
}
