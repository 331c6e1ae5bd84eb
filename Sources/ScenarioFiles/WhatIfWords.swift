// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Texts

/// The changes of a what-if in words, and the question made from them if it has none.
struct WhatIfWords {
  /// The tables before the what-if.
  let raw: RawScenario

  /// A clause for each change, in the present tense: `room i (Room I) has available “2023-10-09”
  /// instead of nothing`.
  func clauses(_ changes: [[String: Any]]) -> [String] {
    changes.flatMap { change -> [String] in
      if let patch = change["meeting"] as? [String: Any] { return meeting(patch, under: "") }
      guard let name = change["table"] as? String, let table = TableName(rawValue: name) else {
        return []
      }
      return [clause(change, table)]
    }
  }

  static func question(_ clauses: [String]) -> String {
    clauses.isEmpty ? "" : "What if \(clauses.listed)?"
  }

  private func clause(_ change: [String: Any], _ table: TableName) -> String {
    if let cells = change["add"] as? [String: Any] {
      let id = cells["id"] as? String
      let others = cells.filter { $0.key != "id" }.mapValues(Self.text)
      let details = others.sorted { $0.key < $1.key }.map { "\($0.key) \(quoted($0.value))" }
      let what = id.map { "\(table.noun) \($0)" } ?? "a \(table.noun)"
      return "\(what) is added" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }
    let subject = subject(change, table)
    guard let cells = change["set"] as? [String: Any] else { return "\(subject) is removed" }
    let row = (change["id"] as? String).flatMap { id in
      raw.tables[table]?.rows.first { $0["id"] == id }
    }
    let parts = cells.mapValues(Self.text).sorted { $0.key < $1.key }.map { column, value in
      let old = row.map { " instead of \(quoted($0[column]))" } ?? ""
      return "\(column) \(quoted(value))\(old)"
    }
    return "\(subject) has \(parts.listed)"
  }

  private func subject(_ change: [String: Any], _ table: TableName) -> String {
    if let id = change["id"] as? String {
      let row = raw.tables[table]?.rows.first { $0["id"] == id }
      let name = row.map { $0["name"].isEmpty ? $0["title"] : $0["name"] } ?? ""
      return "\(table.noun) \(id)" + (name.isEmpty ? "" : " (\(name))")
    }
    let cells = (change["where"] as? [String: Any] ?? [:]).mapValues(Self.text)
    let parts = cells.sorted { $0.key < $1.key }.map { "\($0.key) \(quoted($0.value))" }
    return "each \(table.noun) with \(parts.listed)"
  }

  private func meeting(_ patch: [String: Any], under path: String) -> [String] {
    patch.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
      let own = path.isEmpty ? key : "\(path).\(key)"
      if let object = value as? [String: Any] { return meeting(object, under: own) }
      var old: Any? = raw.meeting
      for part in own.split(separator: ".") { old = (old as? [String: Any])?[String(part)] }
      let before = old.map { quoted(Self.text($0)) } ?? "its default"
      return ["the meeting's \(own) is \(quoted(Self.text(value))) instead of \(before)"]
    }
  }

  private func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }

  private static func text(_ value: Any) -> String {
    switch value {
    case is NSNull: return ""
    case let text as String: return text
    case let list as [Any]: return list.map { text($0) }.asCell
    case let object as [String: Any]:
      let members = object.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
      return "{\(members.joined(separator: ", "))}"
    case let truth as Bool: return truth ? "yes" : "no"
    default: return "\(value)"
    }
  }
}

extension TableName {
  /// What one of its rows is called.
  fileprivate var noun: String {
    switch self {
    case .rooms: "room"
    case .dynamicCoalitions: "dynamic coalition"
    case .bestPracticeForums: "best practice forum"
    case .nris: "NRI"
    case .policyNetworks: "policy network"
    case .programmeElements: "programme element"
    case .sessions: "session"
    case .people: "person"
    case .roles: "role"
    case .links: "link"
    case .wishes: "wish"
    case .limits: "limit"
    case .waivers: "waiver"
    case .cancellations: "cancellation"
    }
  }
}
