// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Meetings

/// What the files of feeds are called, without folder's end and ending: unlike each other also where
/// capital letters do not count, and none that Windows keeps for itself.
///
/// It is settled publication by publication, the first that comes keeps its plain name, so that a later
/// one never changes a name that is out. Publications of before this was settled named files by ids
/// alone; those names stay.
struct FeedStems {
  private var stems: [Feed.Key: String] = [:]
  /// Paths of such earlier names that no file would get now.
  private(set) var inherited: Set<String> = []

  init(_ history: PublicationHistory, _ clock: ZoneClock) {
    var taken: [Feed.Group: Set<String>] = [:]
    for state in history.states {
      var keys = Set(state.entries.flatMap { FeedPlan.keys($0, clock).map(\.key) })
      keys.formUnion(state.head.days.map { Feed.Key(group: .day, id: $0.date) })
      // What was renamed keeps the name under which it was published first.
      keys = Set(keys.map { $0.stable(state.lineage) })
      for key in keys.sorted(by: { ($0.group.rawValue, $0.id) < ($1.group.rawValue, $1.id) })
      where stems[key] == nil && key.group != .person {
        let used = taken[key.group] ?? []
        let plain = FileName.of(key.id)
        let isFit = !used.contains(plain.lowercased()) && !WindowsName.isReserved(plain + ".ics")
        // Sessions have had calendars of their own only since then.
        let isInherited = state.head.fileNames == nil && key.group != .session
        let keepsPlain = isFit || isInherited
        let stem = keepsPlain ? plain : FileName.told(key.id, apartFrom: used)
        stems[key] = stem
        taken[key.group, default: []].insert(stem.lowercased())
        if !isFit && keepsPlain, let path = path(key) { inherited.insert(path) }
      }
    }
  }

  /// Below the published folder, by a key that no rename changes; `nil` for what was never published.
  func path(_ key: Feed.Key) -> String? {
    stems[key].map { "\(Self.folder(of: key.group))/\($0).ics" }
  }

  private static func folder(of group: Feed.Group) -> String {
    switch group {
    case .whole: "."
    case .day: "days"
    case .kind: "kinds"
    case .theme: "themes"
    case .room: "rooms"
    case .activity: "activities"
    case .person: "people"
    case .session: "sessions"
    }
  }
}

/// What may stand in an address as it is.
enum FileName {
  /// The text itself where it is plain; otherwise what of it is, and a digest that tells it from
  /// others. It follows from the text alone, so that it stays.
  static func of(_ text: String) -> String {
    let plain = plain(text)
    let isPlain = plain == text && text.first != "." && text.count <= 64 && !text.isEmpty
    return isPlain ? text : begun(plain) + "-" + SHA256.hex(Data(text.utf8)).prefix(8)
  }

  /// A name with a digest, for a text whose own name is taken or cannot be a file's.
  ///
  /// - Parameter used: names in small letters that others have.
  static func told(_ text: String, apartFrom used: Set<String>) -> String {
    let digest = SHA256.hex(Data(text.utf8))
    let start = begun(plain(text).replacing(".", with: "-"))
    let lengths = stride(from: 8, through: digest.count, by: 8)
    let names = lengths.map { start + "-" + digest.prefix($0) }
    return names.first { !used.contains($0.lowercased()) } ?? start + "-" + digest
  }

  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": plain.unicodeScalars.append(scalar)
      default: if plain.last != "-" { plain += "-" }
      }
    }
    return plain
  }

  private static func begun(_ plain: String) -> String {
    let start = plain.prefix(40).drop { $0 == "." || $0 == "-" }
    return start.isEmpty ? "x" : String(start)
  }
}
