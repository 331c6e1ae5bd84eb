// SPDX-License-Identifier: GPL-3.0-or-later

/// JSON of the page, put together from parts that are JSON already (``PageText/json(_:)``).
enum PageJSON {
  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  /// Without the members whose value is empty, which is no JSON.
  static func object(_ members: [(String, String)]) -> String {
    let given = members.filter { !$0.1.isEmpty }
    return "{" + given.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
