// SPDX-License-Identifier: GPL-3.0-or-later

/// What libical did not accept.
public enum CalendarFailure: Error, Equatable, CustomStringConvertible {
  case component(String)
  case property(String)
  case value(ofProperty: String)
  case text

  public var description: String {
    switch self {
    case .component(let name): "libical makes no \(name)"
    case .property(let name): "libical knows no \(name)"
    case .value(let name): "libical takes no such \(name)"
    case .text: "libical could not write the calendar"
    }
  }
}
