// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Meetings

/// The name by which calendars recognise a session, wherever the file came from.
enum EventIdentity {
  /// The session's id at `calendar.domain`, or at the domain that was typed there as an address; without
  /// a domain, at the scenario's id under `.invalid`, so that it can never be somebody else's (RFC 2606).
  static func uid(ofSession session: String, in meeting: Meeting) -> String {
    let typed = meeting.calendar?.domain
    let domain = typed.map { DomainName.named(in: $0) ?? $0 } ?? "\(meeting.id).invalid"
    return CalendarText.line("\(session)@\(domain)")
  }
}
