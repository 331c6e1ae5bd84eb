// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Testing

@testable import Modalities

@Suite("modalities.md says what each kind is asked")
struct ModalitiesPageTests {
  private let page: ContractPage

  init() throws { page = try ContractPage("Sources/modalities.md") }

  private func section(_ kind: Kind) -> ContractPage {
    let heading = page.lines.first { $0.hasPrefix("## ") && $0.hasSuffix("(\(kind))") }
    return page.section(String(heading?.dropFirst(3) ?? "none"))
  }

  @Test("Every requirement, in order, and no other", arguments: Kind.intersessional)
  func ids(kind: Kind) {
    let rows = section(kind).table(["id", "requirement", "met when"])
    #expect(rows.map(\.first) == Requirement.of(kind).map(\.id))
  }

  @Test(
    "What is advisory, and which cells and numbers answer", arguments: Requirement.all.map(\.id))
  func answers(id: String) throws {
    let requirement = try #require(Requirement.all.first { $0.id == id })
    let row = try #require(
      section(requirement.kind).table(["id", "requirement", "met when"])
        .first { $0.first == id })
    #expect(row[1].contains("(advisory") == requirement.isAdvisory)
    let asked = requirement.asked
    #expect(Set(row[2].code.filter { $0 != "no" }).isSuperset(of: asked.columns))
    let numbers = row[2].split { !$0.isNumber }.compactMap { Int($0) }
    #expect(numbers == asked.numbers)
  }

  @Test("Its sentence is the seed's own", arguments: Requirement.all.map(\.id))
  func sentences(id: String) throws {
    let seed = try ContractPage.text("Sources/igf-intersessional-modalities.txt")
    let sentence = try #require(Requirement.all.first { $0.id == id }).sentence
    #expect(seed.contains(sentence))
  }

  @Test("Who must be in the room by the activity's own row", arguments: Kind.intersessional)
  func inTheRoom(kind: Kind) throws {
    let table = try #require(Self.tables[kind])
    let columns = table.contract.map(\.name)
    let activity = Activity(
      id: "a", name: "A", kind: kind,
      people: Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, [$0]) }))
    let brought = Attendances.broughtBy(activity).map { "\(columns[$0.person]) \($0.attendance)" }
    let told = try #require(
      section(kind).line(after: "In the room: ")?.split(separator: ". ").first)
    #expect(Self.attendances(String(told)) == brought)
  }

  private static let tables: [Kind: TableName] = [
    .dc: .dynamicCoalitions, .bpf: .bestPracticeForums, .nri: .nris, .pn: .policyNetworks,
  ]

  /// `a`, `b` (`required`), `c` (`preferred`): each column with the attendance that follows it.
  private static func attendances(_ words: String) -> [String] {
    var waiting: [String] = []
    var found: [String] = []
    for word in words.code {
      if let attendance = Attendance(rawValue: word) {
        found += waiting.map { "\($0) \(attendance)" }
        waiting = []
      } else {
        waiting.append(word)
      }
    }
    return found + waiting
  }
}

extension Requirement {
  /// The cells that answer it, and the numbers that it compares with.
  fileprivate var asked: (columns: Set<String>, numbers: [Int]) {
    switch test {
    case .yes(let column): ([column], [])
    case .filled(let columns): (Set(columns), [])
    case .date(let column, let months): ([column], months.map { [$0] } ?? [])
    case .values(let column, let least), .count(let column, let least): ([column], [least])
    case .person(let column, let conditions):
      (conditions.reduce(into: [column]) { $0.formUnion($1.columns) }, [])
    }
  }
}

extension Requirement.PersonCondition {
  fileprivate var columns: Set<String> {
    switch self {
    case .isIn(let column): [column]
    default: []
    }
  }
}
