// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Texts

extension Requirement {
  /// What an activity's row shows about the requirement.
  ///
  /// An empty cell is unknown; `no` is missing; `yes` where a date is asked for says that something
  /// is there but not when (`rules.md`, settled readings). A date that no calendar has is unknown
  /// too.
  func evidence(_ activity: Activity, in scenario: Scenario) -> Evidence {
    switch test {
    case .yes(let column): yes(column, activity)
    case .filled(let columns): filled(columns, activity)
    case .date(let column, let months): date(column, months, activity, scenario)
    case .values(let column, let least): values(column, least, activity)
    case .count(let column, let least): count(column, least, activity)
    case .person(let column, let conditions): person(column, conditions, activity, scenario)
    }
  }

  private func cell(_ column: String, _ activity: Activity) -> String {
    activity.cells[column] ?? ""
  }

  private func yes(_ column: String, _ activity: Activity) -> Evidence {
    switch cell(column, activity).lowercased() {
    case "yes": .yes(column)
    case "no": .no(column)
    default: .empty(column)
    }
  }

  private func filled(_ columns: [String], _ activity: Activity) -> Evidence {
    if let refused = columns.first(where: { cell($0, activity).lowercased() == "no" }) {
      return .no(refused)
    }
    if let empty = columns.first(where: { cell($0, activity).isEmpty }) { return .empty(empty) }
    return .filled(columns)
  }

  private func date(
    _ column: String, _ months: Int?, _ activity: Activity, _ scenario: Scenario
  ) -> Evidence {
    let text = cell(column, activity)
    if text.isEmpty { return .empty(column) }
    if text.lowercased() == "no" { return .no(column) }
    guard let date = CalendarDate(text) else { return .noDate(column, text) }
    guard let months, let first = scenario.meeting.days.first?.date else {
      return .date(column, date)
    }
    if date < first.adding(months: -months) {
      return .tooEarly(column, date, months: months, before: first)
    }
    // What comes after the meeting's first day is not there when the meeting begins.
    if date > first { return .tooLate(column, date) }
    return .recent(column, date, months: months, before: first)
  }

  private func values(_ column: String, _ least: Int, _ activity: Activity) -> Evidence {
    let text = cell(column, activity)
    if text.isEmpty { return .empty(column) }
    let different = Set(text.cellParts.map { $0.lowercased() }.filter { $0 != "no" })
    return different.count >= least
      ? .values(column, different.count)
      : .fewValues(column, different.count, least: least)
  }

  private func count(_ column: String, _ least: Int, _ activity: Activity) -> Evidence {
    let text = cell(column, activity)
    if text.isEmpty { return .empty(column) }
    if text.lowercased() == "no" { return .no(column) }
    guard let number = Int(text) else { return .noNumber(column, text) }
    return number >= least ? .number(column, number) : .smallNumber(column, number, least: least)
  }

  private func person(
    _ column: String, _ conditions: [PersonCondition], _ activity: Activity, _ scenario: Scenario
  ) -> Evidence {
    let text = cell(column, activity)
    if text.isEmpty { return .empty(column) }
    if text.lowercased() == "no" { return .nobody(column) }
    let people = activity.people[column] ?? []
    let verdicts = people.map { person in
      conditions.map { holds($0, person, activity, scenario) }
    }
    // One person who certainly meets everything is enough; one who may meet it leaves it open.
    if let i = verdicts.firstIndex(where: { $0.allSatisfy { $0 == true } }) {
      return .person(column, people[i])
    }
    if verdicts.contains(where: { !$0.contains(false) }) { return .uncertainPeople(column) }
    return .unfitPeople(column, conditions)
  }

  /// `nil`: the tables do not say.
  private func holds(
    _ condition: PersonCondition, _ person: Int, _ activity: Activity, _ scenario: Scenario
  ) -> Bool? {
    switch condition {
    case .isMAGMember: return scenario.people[person].isMAGMember
    case .isSecretariat: return scenario.people[person].isSecretariat
    case .isIn(let column):
      if cell(column, activity).isEmpty { return nil }
      return activity.people[column]?.contains(person) ?? false
    case .isNotIn(let column):
      // An empty cell names nobody, so nobody is in it.
      return !(activity.people[column]?.contains(person) ?? false)
    }
  }
}
