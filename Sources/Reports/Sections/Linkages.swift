// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Tables
import Texts

/// Which activities are linked, which links are kept, and which the tables suggest.
enum Linkages {
  static func section(_ view: ReportView) -> Report.Section {
    var blocks: [Report.Block] = [.table(links(view))]
    if let matrix = matrix(view) { blocks.append(.table(matrix)) }
    let lonely = unlinked(view)
    blocks.append(
      lonely.isEmpty
        ? .text("Every intersessional activity with a session has a link.")
        : .text(
          "Intersessional activities with no link: \(lonely.map { view.scenario.activities[$0].name }.joined(separator: "; "))."
        ))
    let suggestions = LinkSuggestions.all(view)
    if !suggestions.isEmpty {
      blocks.append(
        .text(
          "Links that the tables suggest, the strongest reasons first. Nothing is added automatically: paste a row into links.csv to ask for it."
        ))
      blocks.append(
        .table(
          Report.Table(
            "Suggested links", ["from", "to", "why", "points", "row for links.csv"],
            suggestions.prefix(20).map { suggestion in
              [
                .text(suggestion.from), .text(suggestion.to), .text(suggestion.reason),
                .number(suggestion.points), .code(suggestion.row),
              ]
            })))
    }
    return Report.Section(id: "linkages", title: "Linkages", blocks: blocks)
  }

  private static func links(_ view: ReportView) -> Report.Table {
    let rows = view.scenario.links.enumerated().map { index, link -> [Report.Cell] in
      let broken = view.links.brokenPairs[index]
      return [
        .text(view.named(link.from)), .text(view.named(link.to)),
        .text(link.kind.rawValue), strength(link),
        .state(broken == 0 ? .good : .bad, broken == 0 ? "kept" : "broken"),
        .number(broken), .text(link.askedBy), .text(link.reason),
      ]
    }
    return Report.Table(
      "Links",
      ["from", "to", "kind", "strength", "state", "broken pairs", "asked by", "reason"], rows)
  }

  private static func strength(_ link: Link) -> Report.Cell {
    switch link.strength {
    case .must: "must"
    case .cost(let cost): .number(cost)
    }
  }

  /// The activities that a subject belongs to.
  static func activities(_ subject: Subject, _ view: ReportView) -> [Int] {
    switch subject {
    case .activity(let activity): [activity]
    case .session(let session): view.scenario.sessions[session].activities
    }
  }

  /// Activity by activity: the kinds of the links between two, each with its state.
  private static func matrix(_ view: ReportView) -> Report.Table? {
    var cells: [[Int]: [String]] = [:]
    var linked: Set<Int> = []
    for (index, link) in view.scenario.links.enumerated() {
      let state: Report.State = view.links.isKept(index) ? .good : .bad
      for a in activities(link.from, view) {
        for b in activities(link.to, view) where a != b {
          cells[[min(a, b), max(a, b)], default: []].append(
            "\(state.sign) \(link.kind.rawValue) \(strength(link).words)")
          linked.formUnion([a, b])
        }
      }
    }
    guard linked.count > 1 else { return nil }
    let order = linked.sorted()
    let rows = order.map { a -> [Report.Cell] in
      [.text(view.named(.activity(a)))]
        + order.map { b -> Report.Cell in
          .text((cells[[min(a, b), max(a, b)]] ?? []).joined(separator: ", "))
        }
    }
    return Report.Table(
      "Activity by activity", ["activity"] + order.map { view.scenario.activities[$0].id }, rows)
  }

  private static func unlinked(_ view: ReportView) -> [Int] {
    let linked = Set(
      view.scenario.links.flatMap { activities($0.from, view) + activities($0.to, view) })
    return view.scenario.activities.indices.filter {
      view.scenario.activities[$0].kind.isIntersessional && !linked.contains($0)
        && !view.scenario.sessions(of: .activity($0)).isEmpty
    }
  }
}

/// Links that nobody asked for and that shared themes, people or sessions suggest.
struct LinkSuggestions {
  let from: String
  let to: String
  let reason: String
  let points: Int
  /// Ready for links.csv: from, to, kind, strength, min_gap, max_gap, reason, asked_by.
  var row: String {
    String(CSV.text([[from, to, "apart", "5", "", "", reason, "suggested"]]).dropLast())
  }

  static func all(_ view: ReportView) -> [LinkSuggestions] {
    let scenario = view.scenario
    let own = scenario.activities.indices.filter {
      !scenario.sessions(of: .activity($0)).isEmpty
    }
    var known: Set<[Int]> = []
    for link in scenario.links {
      for a in Linkages.activities(link.from, view) {
        for b in Linkages.activities(link.to, view) { known.insert([min(a, b), max(a, b)]) }
      }
    }
    var joint: Set<[Int]> = []
    for session in scenario.sessions where session.activities.count > 1 {
      for a in session.activities {
        for b in session.activities where a < b { joint.insert([a, b]) }
      }
    }
    let people = own.map { activity in
      Set(
        scenario.sessions(of: .activity(activity)).flatMap { view.attendances.bySession[$0].keys })
    }
    var found: [LinkSuggestions] = []
    for (i, a) in own.enumerated() {
      let first = scenario.activities[a]
      for j in (i + 1)..<own.count {
        let b = own[j]
        let second = scenario.activities[b]
        guard first.kind.isIntersessional || second.kind.isIntersessional,
          !known.contains([a, b])
        else { continue }
        let themes = first.themes.filter { second.themes.contains($0) }
        let shared = people[i].intersection(people[j]).sorted()
        let isJoint = joint.contains([a, b])
        var reasons: [String] = []
        if isJoint { reasons.append("they share a session") }
        if !shared.isEmpty {
          reasons.append(
            "they share \(shared.map(scenario.name(ofPerson:)).joined(separator: ", "))")
        }
        if !themes.isEmpty {
          reasons.append("they share the theme \(themes.joined(separator: ", "))")
        }
        guard !reasons.isEmpty else { continue }
        let reason = reasons.joined(separator: "; ")
        found.append(
          LinkSuggestions(
            from: first.id, to: second.id, reason: reason,
            points: (isJoint ? 4 : 0) + 2 * shared.count + themes.count))
      }
    }
    return found.sorted { ($1.points, $0.from, $0.to) < ($0.points, $1.from, $1.to) }
  }
}
