// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Edits of the tables, before they become a scenario.
struct WhatIf {
  let file: String
  /// Which of several typed what-ifs it is, from 1.
  var number: Int?
  let question: String
  let changes: [[String: Any]]
  /// The line of each key of the file, by path.
  let lines: [String: Int]

  /// Makes each change in turn; one that cannot be made becomes a finding, and the next is tried.
  func apply(to raw: inout RawScenario, _ reporter: Reporter) {
    for (index, members) in changes.enumerated() {
      let change = Change(
        file: file, index: index, name: name(index), lines: lines, reporter: reporter)
      guard change.check(members, keys: Self.keys, at: "") else { continue }
      if let patch = members["meeting"] {
        change.merge(patch, alone: members.count == 1, into: &raw)
      } else if let table = change.table(members["table"]) {
        change.edit(members, table, &raw)
      }
    }
  }

  /// The change as a user counts it: if it was typed in several options, by option.
  private func name(_ index: Int) -> String {
    guard let number else { return "Change \(index + 1)" }
    return "Change \(number)" + (changes.count > 1 ? ", part \(index + 1) of \(changes.count)" : "")
  }

  private static let keys = ["table", "id", "where", "set", "add", "remove", "meeting"]

  /// Whether it changes nothing but when rooms and people are there.
  var isAboutAvailability: Bool {
    changes.allSatisfy { change in
      guard let name = change["table"] as? String, let table = TableName(rawValue: name),
        let cells = change["set"] as? [String: Any]
      else { return false }
      return [.rooms, .people].contains(table) && Array(cells.keys) == ["available"]
        && Set(change.keys) == ["table", "id", "set"]
    }
  }
}

/// One change of a what-if: where it is, and what is wrong with it.
struct Change {
  let file: String
  let index: Int
  /// `Change 2`, at the head of its findings.
  let name: String
  let lines: [String: Int]
  let reporter: Reporter

  /// The place of a key of the change: its own line, or the change's.
  func place(_ key: String = "") -> Table.Place {
    let own = "changes[\(index)]"
    return Table.Place(file: file, line: lines["\(own).\(key)"] ?? lines[own] ?? 1)
  }

  func report(_ key: String, _ value: Any?, _ sentence: String, _ suggestion: String?) {
    reporter.add(
      Finding(
        "what-if", file: file, line: place(key).line, column: key.isEmpty ? nil : key,
        value: value.map { "\($0)" }, "\(name): \(sentence)", suggestion: suggestion))
  }

  /// Whether all keys are known; the first that is not is reported.
  func check(_ members: [String: Any], keys: [String], at path: String) -> Bool {
    guard let key = members.keys.sorted().first(where: { !keys.contains($0) }) else { return true }
    let near = Nearest.to(key, among: keys)
    report(
      path + key, key, "there is no key '\(key)'.",
      near.map { "did you mean '\($0)'?" } ?? "known: \(keys.joined(separator: ", "))")
    return false
  }

  func table(_ value: Any?) -> TableName? {
    guard let name = value as? String else {
      report("table", value, "no table is named.", "\"table\": \"rooms\", for one")
      return nil
    }
    if let table = TableName(rawValue: name) { return table }
    let known = TableName.allCases.map(\.rawValue)
    let near = Nearest.to(name, among: known)
    report(
      "table", name, "there is no table '\(name)'.",
      near.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))")
    return nil
  }

  func merge(_ patch: Any, alone: Bool, into raw: inout RawScenario) {
    guard let patch = patch as? [String: Any], alone else {
      report("meeting", nil, "'meeting' is not an object of its own.", "{\"meeting\": {…}}")
      return
    }
    raw.meeting = MergePatch.apply(patch, to: raw.meeting)
    for path in MergePatch.replaced(patch) {
      raw.meetingPlaces = raw.meetingPlaces.filter {
        $0.key != path && !$0.key.hasPrefix("\(path).") && !$0.key.hasPrefix("\(path)[")
      }
    }
    let own = "changes[\(index)].meeting."
    for (path, line) in lines where path.hasPrefix(own) {
      raw.meetingPlaces[String(path.dropFirst(own.count))] = Table.Place(file: file, line: line)
    }
  }
}
