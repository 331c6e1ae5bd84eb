// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Texts

extension ColumnKind {
  /// A cell as the contract writes it: the form in which a table's readers and `tidy` take it.
  ///
  /// A cell that cannot be read is refused, one that can be read in two ways is ambiguous; the
  /// tables' own words are left as they are. An empty plain form means that the cell says nothing.
  public func plain(_ cell: String, in context: CellContext = CellContext()) -> Reading<String> {
    switch self {
    case .text, .word, .words, .address, .mailbox, .zone: .read(cell, [])
    case .id, .reference: token(cell)
    case .references, .people: list(cell) { token($0) }
    case .kinds: list(cell) { upper($0) }
    case .kind, .requirement: upper(cell)
    case .number(let unit, let range):
      NumberCell.read(cell, of: unit, in: range).map { "\($0)" }.keeping(cell) {
        cell.isDigits && Int(cell) == $0
      }
    case .numberOrAnswer(let range):
      either(cell, NumberCell.read(cell, in: range).map { "\($0)" })
    case .date, .day: DateCell.read(cell, in: context).map { "\($0)" }
    case .dateOrAnswer: either(cell, DateCell.read(cell, in: context).map { "\($0)" })
    case .clock: ClockCell.read(cell, in: context).map(ClockCell.plain)
    case .answer: AnswerCell.read(cell).map(AnswerCell.plain)
    case .answerOrText: answerOrText(cell)
    case .choice(let words): ChoiceCell.read(cell, among: words)
    case .status:
      StatusCell.read(cell).map { ($0 == .cancelled ? .unplaced : $0).rawValue }
    case .strength(let mustIsKnown): strength(cell, mustIsKnown)
    case .windows: windows(cell, context)
    case .position: PositionCell.read(cell).map { "\($0)" }
    }
  }

  /// A spelling that was always read silently, such as `Yes`: there is nothing to say about it.
  public func isSilent(_ spellings: Set<Spelling>) -> Bool {
    switch self {
    case .answer, .strength: spellings.isSubset(of: [.letterCase])
    default: false
    }
  }

  // MARK: Ids and tokens

  private func token(_ cell: String) -> Reading<String> {
    let plain = CellText(cell)
    let narrow = plain.text
    // Ids are ASCII, so only invisible and full-width signs are replaced.
    guard narrow != cell, narrow.utf8.allSatisfy({ $0 < 0x80 }) else { return .read(cell, []) }
    return .read(narrow, plain.spellings)
  }

  private func upper(_ cell: String) -> Reading<String> {
    token(cell).map { $0.uppercased() }.spelt(cell.uppercased() == cell ? [] : [.letterCase])
  }

  // MARK: One or the other

  private func either(_ cell: String, _ reading: Reading<String>) -> Reading<String> {
    // `1` is a number before it is a yes.
    if case .read = reading { return reading }
    if case .read(let answer, let spellings) = AnswerCell.read(cell) {
      return .read(AnswerCell.plain(answer), spellings)
    }
    return reading
  }

  /// `FALSE` is not a place where something can be found.
  private func answerOrText(_ cell: String) -> Reading<String> {
    guard !cell.contains(where: \.isNumber),
      case .read(let answer, let spellings) = AnswerCell.read(cell)
    else { return .read(cell, []) }
    return .read(AnswerCell.plain(answer), spellings)
  }

  private func strength(_ cell: String, _ mustIsKnown: Bool) -> Reading<String> {
    if mustIsKnown, case .read(let must, let spellings) = ChoiceCell.read(cell, among: ["must"]) {
      return .read(must, spellings)
    }
    return NumberCell.read(cell, in: 1...1000).map { "\($0)" }
  }

  // MARK: Lists

  private func list(_ cell: String, _ part: (String) -> Reading<String>) -> Reading<String> {
    let isParted = partsAreSure && ListCell.hasOtherSeparator(cell)
    let parts = isParted ? ListCell.looseParts(cell) : cell.cellParts
    var spellings: Set<Spelling> = isParted ? [.separator] : []
    var plain: [String] = []
    for text in parts {
      guard case .read(let own, let more) = part(text) else { continue }
      plain.append(own)
      spellings.formUnion(more)
    }
    // A lone `no` in a list of people is an answer.
    if self == .people, plain.count == 1, case .read(false, let more) = AnswerCell.read(plain[0]) {
      return .read("no", spellings.union(more))
    }
    return spellings.isEmpty ? .read(cell, []) : .read(plain.asCell, spellings)
  }

  private func windows(_ cell: String, _ context: CellContext) -> Reading<String> {
    var plain: [String] = []
    var spellings: Set<Spelling> = []
    for (_, reading) in WindowCell.list(cell, in: context) {
      switch reading {
      case .read(let windows, let more):
        plain += windows.map(\.plain)
        spellings.formUnion(more)
      case .ambiguous(let readings):
        return .ambiguous(readings.map { $0.map(\.plain).asCell })
      case .refused(let refusal): return .refused(refusal)
      }
    }
    let text = plain.asCell
    if text == cell || spellings.isEmpty {
      return .read(cell.cellParts == plain ? cell : text, [])
    }
    return .read(text, spellings)
  }
}

extension Reading<String> {
  /// The cell itself if it already says the same, such as `080`.
  fileprivate func keeping(_ cell: String, _ isSame: (Int) -> Bool) -> Reading<String> {
    if case .read(let plain, _) = self, let number = Int(plain), isSame(number) {
      return .read(cell, [])
    }
    return self
  }
}
