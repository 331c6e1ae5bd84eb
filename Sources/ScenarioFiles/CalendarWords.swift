// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
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
    if let domain = calendar.domain, !DomainName.isOne(domain) {
      let named = DomainName.named(in: domain)
      warn(
        "domain", domain,
        "'\(domain)' is no domain, and every calendar entry is known by it for ever; "
          + (named.map { "it is taken as \($0)." } ?? "nothing is published with it."),
        named.map { "write \($0)" } ?? "a name such as igf.example")
    }
    if let organizer = calendar.organizer { check(organizer: organizer) }
    if let url = calendar.url, let words = AddressWords(AddressReading(url)) {
      warn("url", url, words.sentence, words.suggestion, isNote: words.isNote)
    }
  }

  private func check(organizer: String) {
    let reading = OrganizerAddress(organizer)
    if reading.address?.text == organizer, reading.isMail { return }
    let sentence =
      switch reading.address {
      case nil: "'\(organizer)' is no mail address, so calendar entries name no organizer."
      case let address?: "Calendar entries name \(address.text) as the organizer."
      }
    warn(
      "organizer", organizer, sentence,
      reading.isMail ? "write \(reading.address?.text ?? "")" : "mailto: and an address")
  }

  private func warn(
    _ key: String, _ value: String, _ sentence: String, _ suggestion: String, isNote: Bool = false
  ) {
    let place = places.place(ofFirst: ["calendar.\(key)", "calendar"])
    reporter.add(
      Finding(
        "calendar", isNote ? .note : .warning, file: place.file, line: place.line,
        column: "calendar.\(key)",
        value: value, sentence, suggestion: suggestion))
  }
}
