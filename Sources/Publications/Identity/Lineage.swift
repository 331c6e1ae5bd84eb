// SPDX-License-Identifier: GPL-3.0-or-later

/// By what the register knows each thing, whatever the tables call it by now: the id under which it was
/// published first. Addresses of calendars are made of it too, since people have subscribed to them.
///
/// An id that became free because its thing was renamed may be given to another one; that one's key
/// has `~2` behind it, which no id can have.
struct Lineage: Sendable, Hashable {
  /// Keys by present id, of what was renamed at least once.
  private var keys: [Rename.Sort: [String: String]] = [:]

  /// By what the register knows the thing that goes by an id now.
  func key(_ sort: Rename.Sort, _ id: String) -> String {
    guard let own = keys[sort] else { return id }
    if let key = own[id] { return key }
    var key = id
    var number = 2
    while own.values.contains(key) {
      key = "\(id)~\(number)"
      number += 1
    }
    return key
  }

  /// The id by which something goes now.
  func id(_ sort: Rename.Sort, ofKey key: String) -> String {
    if let own = keys[sort]?.first(where: { $0.value == key }) { return own.key }
    return key.firstIndex(of: "~").map { String(key[..<$0]) } ?? key
  }

  /// All at once: two may have exchanged their ids.
  mutating func apply(_ renames: [Rename]) {
    let new = renames.map { ($0.sort, $0.to, key($0.sort, $0.from)) }
    for rename in renames { keys[rename.sort]?[rename.from] = nil }
    for (sort, id, key) in new { keys[sort, default: [:]][id] = key }
  }
}
