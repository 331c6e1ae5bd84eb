// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Meetings

/// What holds for the whole meeting.
extension MeetingFile {
  func zone(_ object: [String: Any]) -> ZoneClock? {
    guard let name = values.text(object, "timeZone", required: true) else { return nil }
    guard let clock = ZoneNames.clock(name) else {
      values.report("timeZone", name, "'\(name)' is not a time zone.", ZoneNames.suggestion(name))
      return nil
    }
    return clock
  }

  func localHours(_ object: [String: Any]) -> Range<Int> {
    guard let text = values.text(object, "localHours") else { return 420..<1320 }
    guard let hours = values.hours(text, "localHours", "07:00-22:00") else { return 420..<1320 }
    guard hours.upperBound <= 1440 else {
      values.report(
        "localHours", text, "The hours '\(text)' run over midnight.",
        "the hours of one day, such as 07:00-22:00")
      return 420..<1320
    }
    return hours
  }

  func mode(_ object: [String: Any]) -> EligibilityMode {
    guard let text = values.text(object, "eligibility") else { return .hold }
    guard let mode = EligibilityMode(rawValue: text) else {
      values.report("eligibility", text, "'\(text)' is not known here.", "hold or report")
      return .hold
    }
    return mode
  }

  func order(_ object: [String: Any]) -> DateOrder? {
    guard let text = values.text(object, "dateOrder") else { return nil }
    guard let order = DateOrder(rawValue: text) else {
      values.report("dateOrder", text, "'\(text)' is not known here.", "day-month or month-day")
      return nil
    }
    return order
  }

  func weights(_ value: Any?) -> Weights {
    var weights = Weights()
    guard let value, !(value is NSNull) else { return weights }
    guard let object = value as? [String: Any] else {
      values.report("weights", nil, "'weights' is not an object.", "{\"theme-clash\": 4}")
      return weights
    }
    let known = SoftRule.allCases.map(\.rawValue)
    values.check(object, keys: known, at: "weights.")
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      guard let rule = SoftRule(rawValue: key) else { continue }
      guard let weight = values.whole(value), (0...100_000).contains(weight) else {
        values.report(
          "weights.\(key)", "\(value)", "The weight of '\(key)' is not a number that fits.",
          "a whole number from 0 to 100000")
        continue
      }
      weights[rule] = weight
    }
    return weights
  }

  func calendar(_ value: Any?) -> CalendarIdentity? {
    guard let value, !(value is NSNull) else { return nil }
    guard let object = value as? [String: Any] else {
      values.report(
        "calendar", nil, "'calendar' is not an object.", "{\"domain\": \"igf.example\"}")
      return nil
    }
    values.check(object, keys: Self.calendarKeys, at: "calendar.")
    return CalendarIdentity(
      domain: values.text(object, "domain"), organizer: values.text(object, "organizer"),
      url: values.text(object, "url"))
  }
}
