// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Decisions as sections of plain sentences: the one place of these sentences.
struct DecisionWords {
  /// A line, and what belongs under it.
  struct Item: Equatable {
    let line: String
    var under: [String] = []
    /// Whether it no longer holds.
    var isUndone = false
  }

  struct Section: Equatable {
    let title: String
    let items: [Item]
  }

  let title: String
  let sections: [Section]

  init(_ decisions: BoardDecisions, _ names: DecisionNames) {
    title = "Decisions about the draft '\(decisions.name)'"
    let words = Self.Words(names: names)
    var sections = [Section(title: "What holds", items: decisions.rulings.map(words.item))]
    if !decisions.notes.isEmpty {
      sections.append(Section(title: "Notes", items: decisions.notes.map(words.item)))
    }
    sections.append(
      Section(
        title: "What was done (times of \(names.zoneName))",
        items: [words.item(decisions.draft)] + decisions.entries.map(words.item)))
    self.sections = sections
  }

  fileprivate struct Words { let names: DecisionNames }
}

extension DecisionWords.Words {
  fileprivate typealias Item = DecisionWords.Item

  fileprivate func item(_ ruling: BoardDecisions.Ruling) -> Item {
    let what =
      switch ruling.subject {
      case .pinned(let session, let place):
        "\(names.session(session)) stays "
          + (place.map { "where it is: \(names.place($0))" } ?? "unplaced")
      case .accepted(let violation):
        "The broken rule is put up with: \(names.violation(violation))"
          + (names.isKeptNow(violation) ? "; it is not broken now" : "")
      case .stage(.open): "The draft is open: everything can be changed"
      case .stage(.swaps): "Sessions may only change places with each other"
      case .stage(.closed): "The draft is closed: nothing can be changed"
      }
    return Item(line: what + (ruling.reason.map { " (\(signed($0)))" } ?? ""), under: why(ruling))
  }

  private func why(_ ruling: BoardDecisions.Ruling) -> [String] { why(ruling.reason?.why ?? "") }

  private func why(_ words: String) -> [String] {
    let lines = Self.lines(words)
    return lines.isEmpty ? [] : ["Why: \(lines.joined(separator: " "))"]
  }

  private func signed(_ reason: BoardReason) -> String {
    "\(reason.author), \(names.time(reason.instant))"
  }

  fileprivate func item(_ note: BoardNote) -> Item {
    let about = note.session.map { "\(names.session($0)): " } ?? ""
    let lines = Self.lines(note.text)
    return Item(
      line: "\(about)\(lines.first ?? "") (\(note.author), \(names.time(note.instant)))",
      under: Array(lines.dropFirst()))
  }

  /// Those of a text that say something.
  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  fileprivate func item(_ draft: BoardDraft) -> Item {
    let asked = draft.asked
    let from =
      switch asked.parent {
      case .none: ""
      case .kept(let number): " from draft \(number)"
      case .board(let id, let act): " from board draft \(id), as it was after act \(act)"
      }
    let placed = Count.of(asked.first.places.count, "placed session")
    var under = why(asked.why)
    if !asked.command.isEmpty { under.append("Made by: \(asked.command)") }
    if let tables = asked.inputSHA256 { under.append("Tables: \(tables)") }
    return Item(
      line:
        "\(names.time(draft.instant)), \(asked.author): began '\(asked.name)'\(from), with \(placed)",
      under: under)
  }

  fileprivate func item(_ entry: BoardDecisions.Entry) -> Item {
    let act = entry.act
    let deed = deed(act.kind)
    var under = deed.under + why(act.why)
    if let undoing = entry.undoneBy { under.append("Undone by act \(undoing)") }
    return Item(
      line: "Act \(act.number), \(names.time(act.instant)), \(act.author): \(deed.line)",
      under: under,
      isUndone: entry.undoneBy != nil)
  }

  private func deed(_ kind: ActKind) -> Item {
    switch kind {
    case .moves(let moves, let computed?):
      Item(
        line: "accepted a computed result, which moves \(Count.of(moves.count, "session"))",
        under: result(computed) + moves.map { move($0) })
    case .moves(let moves, nil):
      moves.count == 1
        ? Item(line: "moved " + moves.map { move($0) }.joined())
        : Item(
          line: "moved \(Count.of(moves.count, "session")) at once", under: moves.map { move($0) })
    case .pin(let sessions):
      Item(line: "decided that \(listed(sessions)) \(Count.noun(sessions.count, "stays", "stay"))")
    case .unpin(let sessions):
      Item(line: "decided that \(listed(sessions)) may move again")
    case .note(let session, let text):
      Item(
        line: "noted" + (session.map { " about \(names.session($0))" } ?? "")
          + ": \(Self.lines(text).first ?? "")", under: Array(Self.lines(text).dropFirst()))
    case .accept(let violation):
      Item(line: "put up with a broken rule: \(names.violation(violation))")
    case .withdraw(let violation):
      Item(line: "no longer puts up with a broken rule: \(names.violation(violation))")
    case .stage(.open): Item(line: "opened the draft")
    case .stage(.swaps): Item(line: "let sessions only change places with each other")
    case .stage(.closed): Item(line: "closed the draft")
    case .undo(let act): Item(line: "undid act \(act)")
    case .redo(let act): Item(line: "did act \(act) again")
    case .name(let name): Item(line: "called the draft '\(name)'")
    case .tables(let tables):
      Item(
        line: "saved \(tables.map(\.file).listed)", under: tables.flatMap(\.changes))
    case .publish(let publication):
      Item(
        line: "published the draft as publication \(publication.number) (\(publication.status)):"
          + " \(publication.summary)",
        under: ["Kept as draft \(publication.kept); files in \(publication.folder)"])
    }
  }

  private func listed(_ sessions: [String]) -> String { sessions.map(names.session).listed }

  private func move(_ move: Move) -> String {
    let session = names.session(move.session)
    return switch (move.from, move.to) {
    case (let from?, let to?): "\(session) from \(names.place(from)) to \(names.place(to))"
    case (nil, let to?): "\(session) to \(names.place(to))"
    case (let from?, nil): "\(session) out of the timetable (it was on \(names.place(from)))"
    case (nil, nil): "\(session), which stays unplaced"
    }
  }

  /// What the board's buttons are called.
  private static let questions = [
    "improve": "Improve", "replan": "Re-plan around what is pinned", "fewest-moves": "Fewest moves",
    "why-not": "Why not?", "what-would-it-take": "What would it take?",
  ]

  private func result(_ computed: Computation) -> [String] {
    var facts = ["\(Self.questions[computed.question] ?? computed.question): \(computed.status)"]
    if let objective = computed.objective { facts.append("cost \(objective)") }
    if let bound = computed.bound { facts.append("bound \(bound)") }
    if computed.isStopped == true { facts.append("stopped before its end") }
    return [facts.joined(separator: ", "), "Made by: \(computed.command)"]
  }
}
