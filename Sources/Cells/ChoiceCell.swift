// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// One of a few fixed words.
public enum ChoiceCell {
  /// - Parameter known: the words as the contract writes them.
  public static func read(_ cell: String, among known: [String]) -> Reading<String> {
    if known.contains(cell) { return .read(cell, []) }
    let own = loose(cell)
    let alike = known.filter { loose($0) == own }
    if alike.count == 1 {
      let plain = CellText(cell)
      let word = plain.text.lowercased()
      var spellings = plain.spellings
      if plain.text != alike[0], word == alike[0].lowercased() { spellings.insert(.letterCase) }
      if word != alike[0].lowercased() { spellings.insert(.blanks) }
      return .read(alike[0], spellings)
    }
    return .refused(.unlike(Nearest.to(cell, among: known).map { [$0] } ?? []))
  }

  /// `On site`, `on-site` and `onsite` are one word.
  private static func loose(_ text: String) -> String {
    CellText.folded(text).filter { $0 != "-" && $0 != "_" }
  }
}
