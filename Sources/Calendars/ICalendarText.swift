// SPDX-License-Identifier: GPL-3.0-or-later

import CICal
import Glibc
import Meetings
import Programmes

/// A calendar as iCalendar text (RFC 5545), escaped and folded by libical.
package enum ICalendarText {
  /// - Throws: if libical does not accept something.
  package static func text(_ tree: CalendarTree) throws(CalendarFailure) -> String {
    let root = try component(tree)
    defer { icalcomponent_free(root) }
    guard let bytes = icalcomponent_as_ical_string_r(root) else {
      throw CalendarFailure.text
    }
    defer { icalmemory_free_buffer(bytes) }
    return mended(UnsafeBufferPointer(start: bytes, count: strlen(bytes)))
  }

  /// libical 3.0.16 folds between the CR and the LF of a line that is full to the last octet: CR, CR
  /// LF, blank, LF. There is no CR anywhere else, so it is clear what was meant.
  private static func mended(_ bytes: UnsafeBufferPointer<CChar>) -> String {
    let fault: [UInt8] = [0x0D, 0x0D, 0x0A, 0x20, 0x0A]
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      result.append(UInt8(bitPattern: byte))
      if byte == 0x0A, result.suffix(5).elementsEqual(fault) {
        result.removeLast(5)
        result += [0x0D, 0x0A]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A component that belongs to the caller.
  private static func component(
    _ tree: CalendarTree
  ) throws(CalendarFailure) -> OpaquePointer {
    let kind = icalcomponent_string_to_kind(tree.name)
    guard kind != ICAL_NO_COMPONENT, let component = icalcomponent_new(kind) else {
      throw CalendarFailure.component(tree.name)
    }
    do throws(CalendarFailure) {
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
  ) throws(CalendarFailure) -> OpaquePointer {
    let isExtension = property.name.hasPrefix("X-")
    let kind = isExtension ? ICAL_X_PROPERTY : icalproperty_string_to_kind(property.name)
    guard kind != ICAL_NO_PROPERTY, let made = icalproperty_new(kind) else {
      throw CalendarFailure.property(property.name)
    }
    if isExtension { icalproperty_set_x_name(made, property.name) }
    if case .token(let word) = property.value {
      icalproperty_set_value_from_string(made, word, "NO")
    } else if case .texts(let texts) = property.value {
      setList(made, texts)
    } else if let value = value(property.value) {
      icalproperty_set_value(made, value)
    }
    guard icalproperty_get_value(made) != nil else {
      icalproperty_free(made)
      throw CalendarFailure.value(ofProperty: property.name)
    }
    for parameter in property.parameters {
      let kind = icalparameter_string_to_kind(parameter.name)
      guard let own = icalparameter_new_from_value_string(kind, parameter.value) else { continue }
      icalproperty_add_parameter(made, own)
    }
    return made
  }

  /// libical leaves commas and semicolons in CATEGORIES as they are, as if each separated two
  /// texts: texts that have any are escaped here and passed on to be written unchanged.
  private static func setList(_ property: OpaquePointer, _ texts: [String]) {
    let isPlain = texts.allSatisfy { text in
      !text.unicodeScalars.contains { $0 == "," || $0 == ";" || $0 == "\\" }
    }
    icalproperty_set_value(
      property,
      isPlain
        ? icalvalue_new_text(texts.map(CalendarText.clean).joined(separator: ","))
        : icalvalue_new_string(texts.map(escaped).joined(separator: ",")))
    if !isPlain { icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_TEXT)) }
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
    case .position(let position): icalvalue_new_geo(degrees(position))
    case .token, .texts: nil
    }
  }

  private static func degrees(_ position: Position) -> icalgeotype {
    icalgeotype(
      lat: Double(position.latitude) / 1_000_000, lon: Double(position.longitude) / 1_000_000)
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
