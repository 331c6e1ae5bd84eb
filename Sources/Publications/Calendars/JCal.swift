// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Programmes
import Tables
import Texts

/// A calendar in JSON (RFC 7265).
enum JCal {
  static func text(_ tree: CalendarTree) throws -> String {
    try JSONText.of(component(tree), "the calendar", isPretty: false)
  }

  private static func component(_ tree: CalendarTree) -> [Any] {
    [tree.name.lowercased(), tree.properties.map(property), tree.components.map(component)]
  }

  private static func property(_ property: CalendarProperty) -> [Any] {
    var parameters: [String: String] = [:]
    // The type has its own place (section 3.4).
    for parameter in property.parameters where parameter.name != "VALUE" {
      parameters[parameter.name.lowercased()] = parameter.value
    }
    let values: [Any]
    if case .integer(let number) = property.value {
      values = [number]
    } else if case .position(let position) = property.value {
      // One value of two parts (RFC 7265, section 3.4.1.2).
      values = [[position.latitude, position.longitude].map { Double($0) / 1_000_000 }]
    } else {
      values = CalendarValueText.texts(property.value)
    }
    return [property.name.lowercased(), parameters, CalendarValueText.type(property.value)] + values
  }
}

/// Values as JSON and XML calendars write them (RFC 7265, section 3.6; RFC 6321, section 3.4).
enum CalendarValueText {
  static func type(_ value: CalendarProperty.Value) -> String {
    switch value {
    case .text, .texts, .token: "text"
    case .uri: "uri"
    case .calendarAddress: "cal-address"
    case .integer: "integer"
    case .position: "float"
    case .duration: "duration"
    case .utcOffset: "utc-offset"
    case .local, .utc: "date-time"
    case .unknown: "unknown"
    }
  }

  /// One for each value that the property has (RFC 7265, section 3.4; RFC 6321, section 3.4).
  static func texts(_ value: CalendarProperty.Value) -> [String] {
    if case .texts(let texts) = value { texts.map(CalendarText.clean) } else { [text(value)] }
  }

  static func text(_ value: CalendarProperty.Value) -> String {
    switch value {
    case .text(let text): CalendarText.clean(text)
    case .texts(let texts): texts.map(CalendarText.clean).joined(separator: ",")
    case .token(let text), .uri(let text), .calendarAddress(let text): text
    case .unknown(let text): CalendarText.line(text)
    case .integer(let number): "\(number)"
    case .position(let position): "\(position)"
    case .duration(let seconds): duration(seconds)
    case .utcOffset(let seconds): offset(seconds)
    case .local(let seconds): String(UTCText.dashed(seconds).dropLast())
    case .utc(let instant): UTCText.dashed(instant)
    }
  }

  private static func duration(_ seconds: Int) -> String {
    let hours = seconds / 3600
    let minutes = seconds / 60 % 60
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (minutes > 0 || hours == 0 ? "\(minutes)M" : "")
  }

  /// `+05:45`, with seconds only if a zone has them.
  private static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let parts = [size / 3600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
    return (seconds < 0 ? "-" : "+")
      + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
