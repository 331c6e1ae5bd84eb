// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables

extension RowReader {
  /// The index of the one id in a cell; nothing where the cell is empty.
  func id(_ column: String, of sort: Sort) -> Int? {
    let text = row[column]
    return text.isEmpty ? nil : find(text, column, [sort])?.index
  }

  /// The indices of the ids in a list, without repeats.
  func ids(_ column: String, of sort: Sort) -> [Int] {
    var seen: Set<Int> = []
    return tokens(column).compactMap { find($0, column, [sort])?.index }
      .filter { seen.insert($0).inserted }
  }

  /// A session or an activity.
  func subject(_ column: String) -> Subject? {
    let text = row[column]
    if text.isEmpty {
      reportEmpty(column, "the id of a session or an activity")
      return nil
    }
    guard let entry = find(text, column, [.session, .activity]) else { return nil }
    return entry.sort == .session ? .session(entry.index) : .activity(entry.index)
  }

  private func find(_ id: String, _ column: String, _ sorts: [Sort]) -> Identities.Entry? {
    let wanted = sorts.map(\.withArticle).joined(separator: " or ")
    guard let entry = identities[id] else {
      if !unsure.isDisjoint(with: sorts) { return nil }
      let near = Nearest.to(id, among: identities.names(of: sorts))
      report(
        "unknown-id", column, id,
        "There is no \(sorts.map(\.rawValue).joined(separator: " or "))"
          + " '\(id)'.",
        near.map { "did you mean '\($0)'?" } ?? "add it to its table, or mend the id")
      return nil
    }
    guard sorts.contains(entry.sort) else {
      report(
        "wrong-sort", column, id,
        "'\(id)' is \(entry.sort.withArticle) (\(entry.file), line \(entry.line)); \(wanted) is"
          + " expected.",
        Nearest.to(id, among: identities.names(of: sorts)).map { "did you mean '\($0)'?" })
      return nil
    }
    return entry
  }
}
