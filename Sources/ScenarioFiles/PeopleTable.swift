// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
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
      maxPerDay: reader.number("max_per_day", in: 0...1000), line: reader.row.line)
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
