// SPDX-License-Identifier: GPL-3.0-or-later

/// The ids by which things went before, those left out that are another thing's by now.
struct FormerIDs {
  private var former: [Rename.Sort: [String: [String]]] = [:]
  private let known: KnownIDs

  init(_ history: PublicationHistory) {
    known = KnownIDs(history)
    for renames in history.states.compactMap(\.head.renames) {
      let before = former
      for rename in renames { former[rename.sort]?[rename.from] = nil }
      for rename in renames {
        let past = before[rename.sort]?[rename.from] ?? []
        former[rename.sort, default: [:]][rename.to] = past + [rename.from]
      }
    }
  }

  func ids(_ sort: Rename.Sort, _ id: String) -> [String] {
    (former[sort]?[id] ?? []).filter { $0 != id && !known.has(sort, $0) }
  }
}
