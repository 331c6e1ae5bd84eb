// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A calendar, or a component of one, as plain data: what iCalendar (RFC 5545), jCal (RFC 7265) and
/// xCal (RFC 6321) each say in their own way, so that all three say the same.
package struct CalendarTree: Sendable, Hashable {
  /// Upper case, such as `VEVENT`.
  package var name: String
  /// In the order in which they are written.
  package var properties: [CalendarProperty]
  /// Those inside it, behind its properties.
  package var components: [CalendarTree]

  package init(
    _ name: String, _ properties: [CalendarProperty] = [], components: [CalendarTree] = []
  ) {
    self.name = name
    self.properties = properties
    self.components = components
  }
}

/// One line of a component: a name, parameters and a value.
package struct CalendarProperty: Sendable, Hashable {
  /// A value with its type, which says how it is written.
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
    /// The value of a property that no standard describes.
    case unknown(String)
  }

  /// What is said of a value, such as the zone of a time.
  package struct Parameter: Sendable, Hashable {
    /// Such as `TZID`.
    package var name: String
    /// As it stands in the tables; escaped and quoted as it is written.
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Such as `DTSTART`.
  package var name: String
  /// In the order in which they are written.
  package var parameters: [Parameter]
  /// What the property says.
  package var value: Value

  package init(_ name: String, _ value: Value, _ parameters: KeyValuePairs<String, String> = [:]) {
    self.name = name
    self.value = value
    self.parameters = parameters.map { Parameter(name: $0.key, value: $0.value) }
  }
}
