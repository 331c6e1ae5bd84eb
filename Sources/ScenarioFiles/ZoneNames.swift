// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables

/// The zone database's names.
enum ZoneNames {
  private static let known = Set(TimeZone.knownTimeZoneIdentifiers).union(["UTC", "Etc/UTC"])

  /// Today's names, in order: Foundation's list has Calcutta where the zone database itself has
  /// Kolkata.
  private static let current: [String] = {
    let file = "/usr/share/zoneinfo/zone.tab"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
      let fields = $0.split(separator: "\t")
      return fields.count > 2 ? String(fields[2]) : nil
    }.sorted()
  }()

  /// A zone by its IANA name; abbreviations such as EST or GMT+2 are not accepted.
  static func clock(_ name: String) -> ZoneClock? {
    guard known.contains(name) || name.contains("/") else { return nil }
    return ZoneClock(name)
  }

  private static func city(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }

  static func suggestion(_ name: String) -> String {
    if let meant = ZoneNicknames.advice(name) { return meant }
    let words = name.replacing(" ", with: "_")
    let known = current.isEmpty ? known.sorted() : current
    if let near = Nearest.to(words, among: known) { return "did you mean '\(near)'?" }
    // A city alone, or under another continent.
    let places = Dictionary(
      known.map { (city($0), $0) }, uniquingKeysWith: { first, _ in first })
    let near = Nearest.to(city(words), among: places.keys.sorted()).flatMap { places[$0] }
    return near.map { "did you mean '\($0)'?" } ?? "an IANA name, such as Europe/Oslo"
  }
}
