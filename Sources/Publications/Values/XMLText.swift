// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

/// XML as it is written out: indented, every text escaped, nothing in it that XML forbids.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with others in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout XMLText) -> Void
  ) {
    text += indent + "<\(name)\(Self.attributes(attributes))>\n"
    depth += 1
    content(&self)
    depth -= 1
    text += indent + "</\(name)>\n"
  }

  /// An element with text in it, or nothing.
  mutating func leaf(
    _ name: String, _ content: String = "", _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    let start = indent + "<\(name)\(Self.attributes(attributes))"
    text += content.isEmpty ? start + "/>\n" : start + ">\(Escape.htmlLines(content))</\(name)>\n"
  }

  private var indent: String { String(repeating: " ", count: depth) }

  private static func attributes(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(Escape.html($0.value))\"" }.joined()
  }
}
