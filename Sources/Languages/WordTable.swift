// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Tables

/// The words of one language, as a translator's table has them: `Words/fr.csv`.
///
/// A row is a key and its words; `{name}` in them is a gap that is filled with a value. Where a number
/// decides on the form, there is a row for each category of the language, named in the column `count`.
/// English has a column `note` besides, for translators.
package struct WordTable: Sendable {
  /// What one key says.
  package enum Entry: Sendable, Hashable {
    case words(String)
    /// By the category of the number.
    case counted([PluralCategory: String])
  }

  package let entries: [String: Entry]
  /// What is wrong with the table, a sentence each; none in a table that may go out.
  package let faults: [String]

  package init(_ language: Language) {
    let name = "\(language.rawValue).csv"
    let file = EmbeddedFile.words.first { $0.name == name }
    self.init(bytes: file?.bytes ?? [], file: name)
  }

  package init(bytes: [UInt8], file: String) {
    let (table, findings) = Table.read(bytes, file: file)
    var entries: [String: Entry] = [:]
    var faults = findings.map { "\($0.placeWords): \($0.sentence)" }
    for row in table?.rows ?? [] {
      let key = row["key"]
      let words = row["words"]
      if key.isEmpty || words.isEmpty { faults.append("\(file):\(row.line): no key or no words") }
      if row["count"].isEmpty {
        if entries.updateValue(.words(words), forKey: key) != nil {
          faults.append("\(file):\(row.line): \(key) stands twice")
        }
        continue
      }
      var forms: [PluralCategory: String] = [:]
      if case .counted(let known) = entries[key] { forms = known }
      if case .words = entries[key] { faults.append("\(file):\(row.line): \(key) stands twice") }
      guard let category = PluralCategory(rawValue: row["count"]) else {
        faults.append("\(file):\(row.line): '\(row["count"])' is no category")
        continue
      }
      if forms.updateValue(words, forKey: category) != nil {
        faults.append("\(file):\(row.line): \(key) stands twice for \(category.rawValue)")
      }
      entries[key] = .counted(forms)
    }
    self.entries = entries
    self.faults = faults
  }
}
