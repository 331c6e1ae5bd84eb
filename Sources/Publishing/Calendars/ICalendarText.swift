// SPDX-License-Identifier: GPL-3.0-or-later

import CICal
import Meetings

/// A calendar as iCalendar text (RFC 5545), escaped and folded by libical.
package enum ICalendarText {
  /// - Throws: where libical does not take something.
  package static func text(_ tree: CalendarTree) throws(CalendarFile.Failure) -> String {
    let root = try component(tree)
    defer { icalcomponent_free(root) }
    guard let bytes = icalcomponent_as_ical_string_r(root) else {
      throw CalendarFile.Failure(description: "libical could not write the calendar")
    }
    defer { icalmemory_free_buffer(bytes) }
    return String(cString: bytes)
  }

  /// A component that belongs to the caller.
  private static func component(
    _ tree: CalendarTree
  ) throws(CalendarFile.Failure) -> OpaquePointer {
    let kind = icalcomponent_string_to_kind(tree.name)
    guard kind != ICAL_NO_COMPONENT, let component = icalcomponent_new(kind) else {
      throw CalendarFile.Failure(description: "libical makes no \(tree.name)")
    }
    do throws(CalendarFile.Failure) {
      for property in tree.properties {
        icalcomponent_add_property(component, try Self.property(property))
      }
      for part in tree.components {
        icalcomponent_add_component(component, try Self.component(part))
      }
    } catch {
      icalcomponent_free(component)
      throw error
    }
    return component
  }

  private static func property(
    _ property: CalendarProperty
  ) throws(CalendarFile.Failure) -> OpaquePointer {
    // libical leaves commas and semicolons in CATEGORIES as they are, as if each were several, and
    // all of an extension; these are escaped here.
    let isExtension = property.name.hasPrefix("X-") || property.name == "CATEGORIES"
    let kind = isExtension ? ICAL_X_PROPERTY : icalproperty_string_to_kind(property.name)
    guard kind != ICAL_NO_PROPERTY, let made = icalproperty_new(kind) else {
      throw CalendarFile.Failure(description: "libical knows no \(property.name)")
    }
    if isExtension { icalproperty_set_x_name(made, property.name) }
    if case .token(let word) = property.value {
      icalproperty_set_value_from_string(made, word, "NO")
    } else if isExtension, case .text(let text) = property.value {
      icalproperty_set_value(made, icalvalue_new_x(escaped(text)))
    } else if let value = value(property.value) {
      icalproperty_set_value(made, value)
    }
    guard icalproperty_get_value(made) != nil else {
      icalproperty_free(made)
      throw CalendarFile.Failure(description: "libical takes no such \(property.name)")
    }
    for parameter in property.parameters {
      let kind = icalparameter_string_to_kind(parameter.name)
      guard let own = icalparameter_new_from_value_string(kind, parameter.value) else { continue }
      icalproperty_add_parameter(made, own)
    }
    return made
  }

  /// RFC 5545, section 3.3.11.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in CalendarText.clean(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: ["\\", "n"])
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func value(_ value: CalendarProperty.Value) -> OpaquePointer? {
    switch value {
    case .text(let text): icalvalue_new_text(CalendarText.clean(text))
    case .uri(let text): icalvalue_new_uri(text)
    case .calendarAddress(let text): icalvalue_new_caladdress(text)
    case .integer(let number): icalvalue_new_integer(Int32(clamping: number))
    case .duration(let seconds):
      icalvalue_new_duration(icaldurationtype_from_int(Int32(clamping: seconds)))
    case .utcOffset(let seconds): icalvalue_new_utcoffset(Int32(clamping: seconds))
    case .local(let seconds): icalvalue_new_datetime(time(seconds, isUTC: false))
    case .utc(let instant): icalvalue_new_datetime(time(instant, isUTC: true))
    case .unknown(let text): icalvalue_new_x(CalendarText.line(text))
    case .token: nil
    }
  }

  private static func time(_ seconds: Int, isUTC: Bool) -> icaltimetype {
    let parts = UTCText.numbers(seconds)
    var time = icaltime_null_time()
    time.year = Int32(parts.0)
    time.month = Int32(parts.1)
    time.day = Int32(parts.2)
    time.hour = Int32(parts.3)
    time.minute = Int32(parts.4)
    time.second = Int32(parts.5)
    return isUTC ? icaltime_set_timezone(&time, icaltimezone_get_utc_timezone()) : time
  }
}
