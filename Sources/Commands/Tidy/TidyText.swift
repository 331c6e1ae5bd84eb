// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import ScenarioFiles
import Tables
import Texts

/// What tidying changes, for people and for programs.
struct TidyText {
  private let plan: TidyPlan
  private let path: String
  private let showsAll: Bool

  init(_ plan: TidyPlan, path: String, showsAll: Bool) {
    self.plan = plan
    self.path = path
    self.showsAll = showsAll
  }

  // MARK: For people

  /// File by file; and what stays as it is because it has no one meaning.
  var difference: String {
    var text = plan.files.map(file).joined()
    if plan.isEmpty {
      text += line("The tables are in the plain form: there is nothing to tidy.")
    }
    guard !plan.left.isEmpty else { return text }
    return text + "\n" + line("Left as they are, for you to settle:")
      + FindingReport.text(plan.left)
  }

  var notWritten: String {
    let way = plan.sheets == nil ? "--write" : "--to NEW.xlsx"
    let command = ShellWord.inSentence("programme tidy \(ShellWord.quoted(path)) \(way)")
    return "\n" + line("Nothing was written; \(command) writes \(count(plan.files)).")
  }

  func copied(to target: CopyTarget) -> String { line("Written to \(target.path).") }

  func written(kept: String) -> String {
    line("Written: \(count(plan.files)). The old ones are in \(path)/\(kept).")
  }

  private func count(_ files: [TidiedFile]) -> String {
    let noun = plan.sheets == nil ? "file" : "sheet"
    return Count.of(files.count, noun)
  }

  private func line(_ text: String) -> String { text + "\n" }

  private func file(_ file: TidiedFile) -> String {
    let name = plan.sheets?.entries[file.name].map { "sheet \($0.sheet)" } ?? file.name
    var lines = [file.isRenamed ? "\(file.oldName) becomes \(file.name)" : name]
    lines += file.layout.map { "  " + words($0) }
    lines += headings(file).map { "  " + $0 }
    lines += (showsAll ? file.cells.map { cell($0, in: file) } : columns(file)).map { "  " + $0 }
    return lines.map(line).joined()
  }

  private func headings(_ file: TidiedFile) -> [String] {
    let all = file.headings.map { CellWords.turned($0.value, into: $0.plain) }
    if showsAll || all.count < 2 { return all.map { "heading " + $0 } }
    // The best example is one that differs in more than its letters.
    let example = file.headings.first { $0.value.lowercased() != $0.plain } ?? file.headings[0]
    return [
      "\(all.count) headings, e.g. \(CellWords.turned(example.value, into: example.plain))"
    ]
  }

  /// `line 7`, or `rooms!C7`.
  private func place(_ cell: TidiedFile.Cell, in file: TidiedFile) -> String {
    guard let sheets = plan.sheets else { return "line \(cell.line)" }
    let place = Table.Place(file: file.name, line: cell.line)
    return sheets.place(place, column: cell.column).words
  }

  private func cell(_ cell: TidiedFile.Cell, in file: TidiedFile) -> String {
    "\(place(cell, in: file)), \(cell.column): \(CellWords.turned(cell.value, into: cell.plain))"
      + (cell.reason == .nameForID ? " (its name → its id)" : "")
  }

  /// Once for each column and reason, with an example.
  private func columns(_ file: TidiedFile) -> [String] {
    var order: [Group] = []
    var groups: [Group: [TidiedFile.Cell]] = [:]
    for cell in file.cells {
      let group = Group(column: cell.column, isName: cell.reason == .nameForID)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(cell)
    }
    return order.compactMap { group in
      guard let cells = groups[group], let first = cells.first else { return nil }
      let count = Count.of(cells.count, "cell")
      let what = group.isName ? " with names for ids" : ""
      return "column \(group.column): \(count)\(what), \(cells.count == 1 ? "" : "e.g. ")"
        + "\(place(first, in: file)): \(CellWords.turned(first.value, into: first.plain))"
    }
  }

  private struct Group: Hashable {
    let column: String
    let isName: Bool
  }

  private func words(_ layout: TidiedFile.Layout) -> String {
    switch layout {
    case .encoding(let name): "encoding: \(name) → UTF-8"
    case .byteOrderMark: "encoding: the byte order mark is removed"
    case .separatorLine: "the line that names the separator is removed"
    case .separator(let sign): "separator: \(sign == "\t" ? "tab" : sign) → ,"
    case .lineEnds: "line ends: CR LF → LF"
    case .titleRows(let lines): "above the header: \(Self.listed(lines, "the line")) removed"
    case .blankRows(let lines): "blank rows: \(Self.listed(lines, "line")) removed"
    case .blankColumns(let count):
      Count.of(count, "blank column is removed", "blank columns are removed")
    case .otherForm: "quotation marks and line ends as CSV has them"
    }
  }

  private static func listed(_ lines: [Int], _ noun: String) -> String {
    "\(noun) \(lines.map(String.init).listed(atMost: 5))"
  }

  // MARK: For programs

  /// - Parameters:
  ///   - kept: the folder with the files as they were, where the plan was written in place.
  ///   - target: where the whole scenario was written to.
  func json(
    kept: String? = nil, copied target: CopyTarget? = nil
  ) throws(CommandFailure) -> String {
    var object: [String: Any] = [
      "files": plan.files.map(object), "left": FindingReport.objects(plan.left),
      "tidy": plan.isEmpty || kept != nil || target != nil,
    ]
    if let kept { object["kept"] = "\(path)/\(kept)" }
    let written = kept == nil ? [] : plan.files.map { "\(path)/\($0.name)" }
    return try AnswerJSON.of(object, written: target.map { [$0.path] } ?? written)
  }

  private func object(_ file: TidiedFile) -> [String: Any] {
    var object: [String: Any] = [
      "file": file.oldName, "layout": file.layout.map(object),
      "headings": file.headings.map {
        ["line": $0.line, "value": $0.value, "becomes": $0.plain] as [String: Any]
      },
      "cells": file.cells.map(object),
    ]
    if file.isRenamed { object["becomes"] = file.name }
    return object
  }

  private func object(_ cell: TidiedFile.Cell) -> [String: Any] {
    var object: [String: Any] = [
      "line": cell.line, "column": cell.column, "value": cell.value, "becomes": cell.plain,
    ]
    switch cell.reason {
    case .spelling(let spellings): object["spellings"] = spellings.map(\.rawValue).sorted()
    case .nameForID: object["name_for_id"] = true
    }
    return object
  }

  private func object(_ layout: TidiedFile.Layout) -> [String: Any] {
    switch layout {
    case .encoding(let name): ["what": "encoding", "value": name]
    case .byteOrderMark: ["what": "byte-order-mark"]
    case .separatorLine: ["what": "separator-line"]
    case .separator(let sign): ["what": "separator", "value": sign]
    case .lineEnds: ["what": "line-ends"]
    case .titleRows(let lines): ["what": "title-rows", "lines": lines]
    case .blankRows(let lines): ["what": "blank-rows", "lines": lines]
    case .blankColumns(let count): ["what": "blank-columns", "count": count]
    case .otherForm: ["what": "form"]
    }
  }
}
