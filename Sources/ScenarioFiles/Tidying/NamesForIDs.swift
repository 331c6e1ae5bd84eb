// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Texts

/// Replaces names and titles where ids belong by the ids of the things with that name.
struct NamesForIDs {
  let identities: Identities

  /// The cell with ids in place of names; `nil` if no name in it belongs to one thing alone.
  func replaced(_ cell: String, _ kind: ColumnKind) -> String? {
    switch kind {
    case .reference(let sorts): id(of: cell, sorts)
    case .references(let sort): list(cell, sort)
    case .people: AnswerCell.read(cell).value == false ? nil : list(cell, .person)
    default: nil
    }
  }

  /// The one id of these sorts that the name means; `nil` if the text is an id itself.
  private func id(of name: String, _ sorts: [IDKind]) -> String? {
    guard !isID(name) else { return nil }
    let called = Set(identities.ids(called: name, of: sorts))
    return called.count == 1 ? called.first : nil
  }

  private func isID(_ text: String) -> Bool {
    identities[text] != nil || identities[CellText(text).text] != nil
  }

  private func list(_ cell: String, _ sort: IDKind) -> String? {
    var isNamed = false
    let parts = cell.cellParts.flatMap { part -> [String] in
      if let id = id(of: part, [sort]) {
        isNamed = true
        return [id]
      }
      // A name may hold a comma, so only what is not a name as a whole is taken apart.
      return ListCell.looseParts(part).map { piece in
        guard let id = id(of: piece, [sort]) else { return piece }
        isNamed = true
        return id
      }
    }
    return isNamed ? parts.asCell : nil
  }
}
