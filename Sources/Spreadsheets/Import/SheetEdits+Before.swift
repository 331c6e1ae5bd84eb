// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

/// Where sessions were before somebody edited the workbook.
extension SheetEdits {
  /// What was exported, or, if the workbook does not hold that, what most of its sheets say.
  func before(
    _ session: Session, _ own: StatedRow, _ entries: [GridSheet.Entry]
  ) -> StatedRow? {
    if let exported { return exported[session.id] ?? own }
    let inGrid = entries.count == 1 ? entries[0].stay.map { stated($0, entries[0], "") } : nil
    let others = [inGrid] + views.map { $0.stated[session.id]?.first }
    let all = [own] + others.compactMap(\.self)
    let counts = Dictionary(grouping: all, by: \.stay)
    if let most = counts.values.first(where: { $0.count * 2 > all.count }) { return most[0] }
    // Cells whose words still give the time of their row were not moved; others were.
    guard let inGrid, let stay = inGrid.stay, let time = entries[0].words.times.first,
      all.count == 2, let minute = ClockCell.moment(time, in: context.cells).value?.minute
    else { return nil }
    if minute != stay.start.minuteOfDay { return own }
    return own.stay?.start == stay.start ? nil : inGrid
  }

  /// Without anything to compare with, it is not known which of two differing sheets was edited.
  mutating func settled(
    _ own: StatedRow, _ entries: [(GridSheet, GridSheet.Entry)], _ session: Session
  ) -> Schedule.Row? {
    let inGrid = entries.compactMap { grid, entry in
      entry.stay.map { stated($0, entry, grid.name) }
    }
    let all = [own] + inGrid + views.flatMap { $0.stated[session.id]?.prefix(1) ?? [] }
    let differing = all.filter { $0.stay != own.stay }
    guard let first = differing.first else { return nil }
    report(
      "sheets-differ", .error, first, session,
      "The sheets disagree about \(SessionWords.quoted(session)): "
        + ([own] + differing).map(words).joined(separator: "; ") + ".",
      "make them say the same, or remove the sheet that is out of date")
    return nil
  }
}
