// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Testing

@Suite("rules.md says what the rules say of themselves")
struct RulesPageTests {
  private let page: ContractPage

  init() throws { page = try ContractPage("Sources/rules.md") }

  @Test("The hard rules: each once, in order, by id and title")
  func hard() {
    let rows = page.section("Hard rules").table(["id", "title", "holds when"])
    #expect(
      rows.map { Array($0.prefix(2)) }
        == HardRule.allCases.map { ["`\($0.rawValue)`", $0.words.title] })
  }

  @Test("The soft rules: each once, in order, by id, title, unit and default weight")
  func soft() {
    let rows = page.section("Soft rules")
      .table(["id", "title", "one unit", "several", "units", "default weight"])
    let told = rows.map { (cells: [String]) in cells.prefix(4) + cells.suffix(1) }
    let own = SoftRule.allCases.map { rule in
      let unit = rule.words.unit
      return [
        "`\(rule.rawValue)`", rule.words.title, unit?.one ?? "", unit?.many ?? "",
        "\(rule.defaultWeight)",
      ]
    }
    #expect(told.map(Array.init) == own)
  }

  @Test("A meeting that names no weights weighs by the page")
  func weights() {
    for rule in SoftRule.allCases { #expect(Weights()[rule] == rule.defaultWeight) }
  }

  @Test("Every kind of link is told, and no other")
  func links() {
    let told = page.section("Links").code.filter {
      $0 != "from" && $0 != "to" && !$0.hasSuffix("gap`")
    }
    let kinds = Set(told).subtracting([
      "min_gap", "max_gap", "min_gap` ≤ start(b) − end(a) ≤ `max_gap",
    ])
    #expect(kinds == Set(Link.Kind.allCases.map(\.rawValue)))
  }

  @Test("What check proves is reported under ids of hard rules or of the checks")
  func proofs() {
    let ids = page.section("What `check` proves").table(["id", "what"]).flatMap {
      ($0.first ?? "").code
    }
    let own = [
      "link-ring", "link-days", "link-rooms", "link-chain", "overload", "clock-change", "what-if",
    ]
    let rules = HardRule.allCases.map(\.rawValue)
    #expect(ids.filter { !rules.contains($0) } == own)
    #expect(Set(ids).count == ids.count)
  }
}
