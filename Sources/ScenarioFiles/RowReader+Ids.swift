// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts

extension RowReader {
  /// The index of the one id in a cell; `nil` if the cell is empty.
  func id(_ column: String, of sort: IDKind) -> Int? {
    let text = row[column]
    return text.isEmpty ? nil : find(text, column, [sort])?.index
  }

  /// The indices of the ids in a list, without repeats.
  func ids(_ column: String, of sort: IDKind) -> [Int] {
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

  private func find(_ id: String, _ column: String, _ sorts: [IDKind]) -> Identities.Entry? {
    let wanted = sorts.map(\.withArticle).joined(separator: " or ")
    guard let entry = identities[id] else {
      if !unsure.isDisjoint(with: sorts) { return nil }
      reportUnknown(id, column, sorts)
      return nil
    }
    guard sorts.contains(entry.sort) else {
      report(
        "wrong-sort", column, id,
        "'\(id)' is \(entry.sort.withArticle) (\(entry.placeWords)); \(wanted) is"
          + " expected.",
        Nearest.to(id, among: identities.names(of: sorts)).map { "did you mean '\($0)'?" }
          ?? "write the id of \(wanted)")
      return nil
    }
    return entry
  }

  /// Reports that there is no such id, and which was probably meant: by its name, by what a
  /// spreadsheet makes of it, or by its letters.
  private func reportUnknown(_ id: String, _ column: String, _ sorts: [IDKind]) {
    let wanted = sorts.map(\.rawValue).joined(separator: " or ")
    let called = identities.ids(called: id, of: sorts)
    if let first = called.first, let sort = identities[first]?.sort {
      let noun = sort == .session ? "title" : "name"
      report(
        "name-for-id", column, id,
        called.count == 1
          ? "'\(id)' is the \(noun) of \(sort.rawValue) \(first), not its id."
          : "'\(id)' is the name of \(called.joined(separator: " and of "));"
            + " an id is expected.",
        "write \(called.joined(separator: " or "))")
      return
    }
    if !isList(column), ListCell.plain(id).cellParts.count > 1,
      ListCell.looseParts(id).contains(where: { identities[$0] != nil })
    {
      report(
        "list-for-id", column, id, "'\(id)' is a list; one \(wanted) is expected here.",
        "a row for each of \(ListCell.looseParts(id).joined(separator: ", "))")
      return
    }
    let known = identities.names(of: sorts)
    if let original = SpreadsheetIDs.original(of: id, among: known) {
      report(
        "unknown-id", column, id, "There is no \(wanted) '\(id)'.",
        "did you mean '\(original)'? A spreadsheet rewrites such ids")
      return
    }
    let near = Nearest.to(id, among: known).map { "did you mean '\($0)'?" }
    let meant = identities.meant(by: id, of: sorts).map { meant in
      "did you mean '\(meant.id)'?" + (meant.name.isEmpty ? "" : " That is \(meant.name)")
    }
    report(
      "unknown-id", column, id, "There is no \(wanted) '\(id)'.",
      near ?? meant ?? "add it to its table, or mend the id")
  }

  /// Whether a column of ids takes several.
  private func isList(_ column: String) -> Bool {
    TableName.allCases.first { $0.file == row.file }?.column(column)?.kind.isList ?? false
  }
}
