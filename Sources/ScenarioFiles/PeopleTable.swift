// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Languages
import Meetings
import Tables

/// `people.csv`.
enum PeopleTable {
  static func person(_ reader: RowReader, meeting: Meeting) -> Person {
    Person(
      id: reader.text("id"),
      name: reader.text("name").isEmpty ? reader.text("id") : reader.text("name"),
      stakeholderGroup: reader.text("stakeholder_group"), region: reader.text("region"),
      zone: zone(reader) ?? meeting.zone, isMAGMember: reader.yesNo("mag_member"),
      isSecretariat: reader.yesNo("secretariat"),
      presence: reader.choice("presence", default: .onsite) ?? .onsite,
      available: reader.windows("available"),
      maxPerDay: reader.number("max_per_day", in: 0...1000), email: email(reader),
      language: language(reader), line: reader.row.line)
  }

  /// One plain address; anything else is an error, since a letter would go to nobody or to others.
  private static func email(_ reader: RowReader) -> String {
    let text = reader.text("email")
    guard !text.isEmpty, let (sentence, suggestion) = MailBox.fault(text) else { return text }
    reader.report("email", "email", text, sentence, suggestion)
    return ""
  }

  private static func language(_ reader: RowReader) -> String? {
    if reader.text("language").isEmpty { return nil }
    return reader.choice("language", default: Language?.none)?.rawValue
  }

  private static func zone(_ reader: RowReader) -> ZoneClock? {
    let name = reader.text("time_zone")
    if name.isEmpty { return nil }
    guard let clock = ZoneNames.clock(name) else {
      reader.report(
        "time-zone", "time_zone", name, "'\(name)' is not a time zone.", ZoneNames.suggestion(name))
      return nil
    }
    return clock
  }
}
