// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Texts

extension RawScenario {
  /// Removes what refers to rows that a what-if removed (`rules.md`, settled readings): links,
  /// roles, wishes, waivers, their place in lists and pins, joined rooms with their part, sessions
  /// left without an activity, limits and wishes left with nothing to name.
  mutating func removeWhatRefers(to first: Set<String>) {
    var gone = first
    while !gone.isEmpty {
      let next = removeOnce(gone)
      gone = next
    }
  }

  /// One round; returns the ids of rows that were removed with them.
  private mutating func removeOnce(_ gone: Set<String>) -> Set<String> {
    var followers: Set<String> = []
    drop(.links, where: { gone.contains($0["from"]) || gone.contains($0["to"]) })
    drop(.roles, where: { gone.contains($0["person"]) || gone.contains($0["subject"]) })
    drop(.waivers, where: { gone.contains($0["activity"]) })
    drop(.wishes, where: { gone.contains($0["subject"]) })
    drop(.cancellations, where: { gone.contains($0["session"]) })
    followers.formUnion(
      drop(.rooms, where: { !gone.isDisjoint(with: Self.list($0["parts"])) }))
    followers.formUnion(
      drop(
        .sessions,
        where: { row in
          let own = Self.list(row["activity"])
          return !own.isEmpty && gone.isSuperset(of: own)
        }))
    strike(.sessions, ["activity", "room"], gone)
    for table in TableName.activityTables {
      strike(table, TableName.peopleColumns.sorted(), gone)
    }
    // A wish about a room that is gone asks only for its window, if it has one.
    strike(.wishes, ["room"], gone, dropping: { $0["room"].isEmpty && $0["window"].isEmpty })
    strike(
      .limits, ["activities"], gone, dropping: { $0["activities"].isEmpty })
    strike(.limits, ["rooms"], gone, dropping: { $0["rooms"].isEmpty })
    return followers
  }

  private static func list(_ cell: String) -> [String] {
    cell.cellParts
  }

  @discardableResult
  private mutating func drop(
    _ table: TableName, where isGone: (Table.Record) -> Bool
  ) -> Set<String> {
    let rows = tables[table]?.rows ?? []
    let dropped = rows.filter(isGone).map { $0["id"] }.filter { !$0.isEmpty }
    tables[table]?.rows.removeAll(where: isGone)
    return Set(dropped)
  }

  /// Strikes ids from lists; rows in which something was struck may then be dropped.
  private mutating func strike(
    _ table: TableName, _ columns: [String], _ gone: Set<String>,
    dropping isLeftEmpty: (Table.Record) -> Bool = { _ in false }
  ) {
    guard let rows = tables[table]?.rows else { return }
    tables[table]?.rows = rows.compactMap { row in
      var row = row
      var isStruck = false
      for column in columns {
        let list = Self.list(row[column])
        let kept = list.filter { !gone.contains($0) }
        guard kept.count < list.count else { continue }
        isStruck = true
        row.cells[column] = kept.isEmpty ? nil : kept.asCell
      }
      return isStruck && isLeftEmpty(row) ? nil : row
    }
  }
}
