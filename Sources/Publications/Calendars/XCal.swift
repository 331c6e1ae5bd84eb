// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Meetings

/// A calendar in XML (RFC 6321).
enum XCal {
  static func text(_ tree: CalendarTree) -> String {
    var xml = XMLText()
    xml.element("icalendar", ["xmlns": "urn:ietf:params:xml:ns:icalendar-2.0"]) {
      component(tree, &$0)
    }
    return xml.text
  }

  private static func component(_ tree: CalendarTree, _ xml: inout XMLText) {
    xml.element(tree.name.lowercased()) { xml in
      if !tree.properties.isEmpty {
        xml.element("properties") { for item in tree.properties { property(item, &$0) } }
      }
      if !tree.components.isEmpty {
        xml.element("components") { for part in tree.components { component(part, &$0) } }
      }
    }
  }

  private static func property(_ property: CalendarProperty, _ xml: inout XMLText) {
    xml.element(property.name.lowercased()) { xml in
      // The type is the element's name (section 3.4).
      let parameters = property.parameters.filter { $0.name != "VALUE" }
      if !parameters.isEmpty {
        xml.element("parameters") { xml in
          for parameter in parameters {
            xml.element(parameter.name.lowercased()) { $0.leaf("text", parameter.value) }
          }
        }
      }
      if case .position(let position) = property.value {
        // Parts of their own in place of a type (RFC 6321, section 3.4.1.2).
        xml.leaf("latitude", Position.degrees(position.latitude))
        xml.leaf("longitude", Position.degrees(position.longitude))
        return
      }
      for text in CalendarValueText.texts(property.value) {
        xml.leaf(CalendarValueText.type(property.value), text)
      }
    }
  }
}
