// SPDX-License-Identifier: GPL-3.0-or-later

import Pages
import Programmes
import Texts

/// Text from the tables as the page has it.
package enum PageText {
  /// A title on one line: one that fills screens is cut, so that the next session can be found.
  package static func title(_ text: String) -> String {
    let line = OutgoingText.line(text)
    return line.count > 300 ? line.prefix(300) + "…" : line
  }

  /// Words for those who listen, where those who look see them from what stands around.
  package static func unseen(_ words: HTML) -> HTML {
    Element.span(.class("unseen")) { words }
  }

  /// The session's title, leading to the session.
  static func link(toSession id: String, title: String) -> HTML {
    Element.a(.href("#\(anchor(ofSession: id))"), .autoDirection) {
      HTML.text(PageText.title(title))
    }
  }

  /// A JSON string that is safe in a script element: nothing in it can end the element, open a
  /// comment or be a line break to an old reader of JavaScript.
  package static func json(_ text: String) -> String {
    var result = "\""
    for scalar in OutgoingText.lines(text).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The id of a session's element on the page, and of links to it.
  package static func anchor(ofSession id: String) -> String { "s-" + anchor(id) }

  /// An id as part of an element's id and of a link to it: letters, digits, dot, hyphen, underscore
  /// as they are, anything else by its number.
  package static func anchor(_ id: String) -> String {
    var result = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": result.unicodeScalars.append(scalar)
      default: result += "_\(scalar.value)_"
      }
    }
    return result
  }
}
