// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Texts

/// Words of the tables' own, such as themes and features: finds lists separated by signs other than
/// `;`, and words that only look the same.
struct Vocabularies {
  private struct Place: Hashable {
    let file: String
    let column: String
  }

  private struct Use {
    /// Cells by place, in order of the tables.
    var cells: [(place: Place, cell: Finding.Cell)] = []
    let first: Int
  }

  private let reporter: Reporter
  /// By vocabulary and word.
  private var uses: [Vocabulary: [String: Use]] = [:]
  private var count = 0

  static func check(_ raw: RawScenario, _ reporter: Reporter) {
    var vocabularies = Vocabularies(reporter)
    for name in TableName.allCases {
      guard let table = raw.tables[name] else { continue }
      for heading in table.columns {
        guard let column = name.column(heading) else { continue }
        vocabularies.gather(column, table)
      }
    }
    for vocabulary in Vocabulary.allCases { vocabularies.compare(vocabulary) }
  }

  private init(_ reporter: Reporter) { self.reporter = reporter }

  // MARK: Lists

  private mutating func gather(_ column: Column, _ table: Table) {
    let vocabulary: Vocabulary
    switch column.kind {
    case .words(let own), .word(let own): vocabulary = own
    default: return
    }
    for row in table.rows {
      let cell = row[column.name]
      if cell.isEmpty { continue }
      let place = row.place(of: column.name)
      let parts = column.kind.isList ? cell.cellParts : [cell]
      if column.kind.isList, let part = parts.first(where: ListCell.hasOtherSeparator) {
        warn(part, in: cell, vocabulary, place, column.name)
      }
      for part in parts where !ListCell.hasOtherSeparator(part) {
        count += 1
        uses[vocabulary, default: [:]][part, default: Use(first: count)].cells.append(
          (
            Place(file: place.file, column: column.name),
            Finding.Cell(line: place.line, value: cell)
          ))
      }
    }
  }

  private func warn(
    _ part: String, in cell: String, _ vocabulary: Vocabulary, _ place: Table.Place,
    _ column: String
  ) {
    let shown = String(part.map { $0.isNewline ? "↵" : $0 })
    reporter.add(
      Finding(
        "list-separator", .warning, file: place.file, line: place.line, column: column, value: cell,
        "'\(shown)' is read as one \(vocabulary.rawValue); the parts of a list are separated by ';'.",
        suggestion: "write \(ListCell.plain(cell)), if they are several"))
  }

  // MARK: Words that look the same

  /// Words of the contract, which are read only letter by letter.
  private static let fixed: [Vocabulary: [String]] = [.role: ["dc-liaison"]]

  private func compare(_ vocabulary: Vocabulary) {
    let own = uses[vocabulary] ?? [:]
    var groups = Dictionary(grouping: own.keys) { CellText.folded($0) }
    for word in Self.fixed[vocabulary] ?? [] {
      let alike = own.keys.filter { Self.loose($0) == Self.loose(word) && $0 != word }
      for other in alike { report(other, own[other], like: word, nil, vocabulary, .warning) }
      groups = groups.filter { Set(alike).isDisjoint(with: $0.value) }
    }
    let severity: Finding.Severity =
      vocabulary == .theme || vocabulary == .feature ? .warning : .note
    for words in groups.values where words.count > 1 {
      let sorted = words.sorted { a, b in
        (-(own[a]?.cells.count ?? 0), own[a]?.first ?? 0)
          < (-(own[b]?.cells.count ?? 0), own[b]?.first ?? 0)
      }
      for other in sorted.dropFirst() {
        report(other, own[other], like: sorted[0], own[sorted[0]], vocabulary, severity)
      }
    }
  }

  private static func loose(_ word: String) -> String {
    CellText.folded(word).filter { $0 != "-" && $0 != "_" }
  }

  private func report(
    _ word: String, _ use: Use?, like main: String, _ mainUse: Use?, _ vocabulary: Vocabulary,
    _ severity: Finding.Severity
  ) {
    let byPlace = Dictionary(grouping: use?.cells ?? [], by: \.place)
    let count = mainUse.map { " (\(Count.of($0.cells.count, "cell")))" } ?? ""
    let places = byPlace.sorted { ($0.key.file, $0.key.column) < ($1.key.file, $1.key.column) }
    for (place, cells) in places {
      guard let first = cells.first?.cell else { continue }
      var finding = Finding(
        "same-word", severity, file: place.file, line: first.line, column: place.column,
        value: word,
        "'\(word)' and '\(main)'\(count) differ only in \(CellWords.difference(word, main)), and are"
          + " two \(vocabulary.plural) here.",
        suggestion: "write \(main)")
      finding.cells = cells.map(\.cell)
      reporter.add(finding)
    }
  }
}

extension Vocabulary {
  fileprivate var plural: String { rawValue + "s" }
}
