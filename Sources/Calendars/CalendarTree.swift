// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A calendar, or a component of one, as plain data: what iCalendar (RFC 5545), jCal (RFC 7265) and
/// xCal (RFC 6321) each say in their own way, so that all three say the same.
package struct CalendarTree: Sendable, Hashable {
  /// Upper case, such as `VEVENT`.
  package var name: String
  package var properties: [CalendarProperty]
  package var components: [CalendarTree]

  package init(
    _ name: String, _ properties: [CalendarProperty] = [], components: [CalendarTree] = []
  ) {
    self.name = name
    self.properties = properties
    self.components = components
  }
}

package struct CalendarProperty: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case text(String)
    /// Several texts of one property, such as its categories; at least one.
    case texts([String])
    /// One of the words that its property knows, such as `CONFIRMED`.
    case token(String)
    case uri(String)
    case calendarAddress(String)
    case integer(Int)
    /// A place on the earth (RFC 5545, section 3.8.1.6).
    case position(Position)
    /// Seconds.
    case duration(Int)
    /// Seconds east of UTC.
    case utcOffset(Int)
    /// Seconds since 1970-01-01 00:00 on a clock that the property's TZID, or its component, names.
    case local(Int)
    /// An instant in UTC.
    case utc(Int)
    /// Of a property that no standard describes.
    case unknown(String)
  }

  package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var name: String
  package var parameters: [Parameter]
  package var value: Value

  package init(_ name: String, _ value: Value, _ parameters: KeyValuePairs<String, String> = [:]) {
    self.name = name
    self.value = value
    self.parameters = parameters.map { Parameter(name: $0.key, value: $0.value) }
  }
}
