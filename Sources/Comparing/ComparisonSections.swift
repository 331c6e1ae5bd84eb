// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Rules
import Texts

/// A comparison as blocks of a report.
enum ComparisonSections {
  static let changeColumns = ["session", "title", "what", "before", "after"]

  static func changes(_ comparison: Comparison, key: String) -> [Report.Block] {
    let rows = comparison.changes.map { change -> [Report.Cell] in
      [
        .text(change.session), .text(change.title),
        .text("\(MovesPicture.sign(change.sort)) \(change.label)"),
        .text(comparison.before.words(change.before)),
        .text(comparison.after.words(change.after)),
      ]
    }
    guard let svg = MovesPicture(comparison, key: key).svg else {
      return [.text("No session changes its place.")]
    }
    let table = Report.Table(
      "Sessions that change from \(comparison.before.name) to \(comparison.after.name)",
      changeColumns, rows)
    return [.text(stillDays(comparison)), .picture(svg, table: table)]
  }

  /// Days without a change are not drawn.
  private static func stillDays(_ comparison: Comparison) -> String {
    let touched = Set(
      comparison.changes.flatMap { [$0.before.stay, $0.after.stay] }.compactMap { $0?.start.date })
    let still = comparison.after.scenario.meeting.days.filter { !touched.contains($0.date) }
    let words = CompareWords.changes(comparison)
    return still.isEmpty
      ? words : words + " Nothing changes on \(still.map { "\($0.date)" }.listed)."
  }

  static func costs(_ comparison: Comparison) -> Report.Block {
    var rows = comparison.costs.map { cost -> [Report.Cell] in
      [
        .text("\(cost.rule.words.title) (\(cost.rule.rawValue))"), .number(cost.weight),
        .number(cost.before), .number(cost.after),
        .number(cost.costBefore), .number(cost.costAfter), signed(cost.difference),
      ]
    }
    rows.append([
      "all", "", "", "", .number(comparison.costBefore), .number(comparison.costAfter),
      signed(comparison.costAfter - comparison.costBefore),
    ])
    return .table(
      Report.Table(
        "Costs by rule, at the weights of \(comparison.before.name)",
        [
          "rule", "weight", "units before", "units after", "cost before", "cost after",
          "difference",
        ], rows))
  }

  static func people(_ comparison: Comparison) -> Report.Block {
    guard !comparison.people.isEmpty else { return .text("Nothing changes for anybody named.") }
    return .table(
      Report.Table(
        "People for whom something changes", ["person", "id", "region", "needed", "what changes"],
        comparison.people.map { person in
          [
            .text(person.name), .text(person.id), .text(person.region),
            .text(person.isRequired ? "required" : "preferred"),
            .text(person.changes.joined(separator: "; ")),
          ]
        }))
  }

  /// Tables of sessions, activities, kinds and regions, those without a difference left out.
  static func gains(_ comparison: Comparison) -> [Report.Block] {
    let groups: [(String, [Gains.Share])] = [
      ("Sessions", comparison.gains.sessions), ("Activities", comparison.gains.activities),
      ("Kinds", comparison.gains.kinds), ("Regions", comparison.gains.regions),
    ]
    let tables = groups.filter { !$0.1.isEmpty }.map { title, shares in
      Report.Block.table(
        Report.Table(
          "\(title) that gain or lose",
          [
            "id", "name", "outcome", "cost before", "cost after",
            "difference", "of it",
          ],
          shares.map { share in
            [
              .text(share.id), .text(share.name), outcome(share.verdict), .number(share.before),
              .number(share.after), signed(share.difference), .text(CompareWords.share(share)),
            ]
          }))
    }
    return tables.isEmpty ? [.text("Nobody gains and nobody loses.")] : tables
  }

  static let gainsNote =
    "The cost of a group is that of everything in which one of its sessions takes part, without"
    + " moves; a session's region is that of the people it requires, or of its NRI. A group that"
    + " loses a place loses, whatever it costs."

  private static func outcome(_ verdict: Gains.Verdict) -> Report.Cell {
    switch verdict {
    case .gains: .state(.good, "gains")
    case .loses: .state(.bad, "loses")
    case .even: .state(.plain, "even")
    }
  }

  static func signed(_ number: Int) -> Report.Cell { .code(number.signed) }
}
