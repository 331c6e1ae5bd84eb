// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Texts

extension Requirement {
  /// The answer of one activity, with its reason.
  ///
  /// An empty cell is unknown; `no` is missing; `yes` where a date is asked says that something is
  /// there but not when (`rules.md`, settled readings). A date that no calendar has is unknown too.
  func answer(_ activity: Activity, in scenario: Scenario) -> (Eligibility.State, String) {
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

  private func yes(_ column: String, _ activity: Activity) -> (Eligibility.State, String) {
    switch cell(column, activity).lowercased() {
    case "yes": (.met, "\(column) says yes.")
    case "no": (.missing, "\(column) says no.")
    default: (.unknown, "\(column) is empty.")
    }
  }

  private func filled(_ columns: [String], _ activity: Activity) -> (Eligibility.State, String) {
    if let refused = columns.first(where: { cell($0, activity).lowercased() == "no" }) {
      return (.missing, "\(refused) says no.")
    }
    if let empty = columns.first(where: { cell($0, activity).isEmpty }) {
      return (.unknown, "\(empty) is empty.")
    }
    return (.met, "\(columns.joined(separator: ", ")): there.")
  }

  private func date(
    _ column: String, _ months: Int?, _ activity: Activity, _ scenario: Scenario
  ) -> (Eligibility.State, String) {
    let text = cell(column, activity)
    if text.isEmpty { return (.unknown, "\(column) is empty.") }
    if text.lowercased() == "no" { return (.missing, "\(column) says no.") }
    guard let date = CalendarDate(text) else {
      return (.unknown, "\(column) says '\(text)', which is no date.")
    }
    guard let months, let first = scenario.meeting.days.first?.date else {
      return (.met, "\(column): \(date).")
    }
    let earliest = first.adding(months: -months)
    if date < earliest {
      return (.missing, "\(column), \(date), is more than \(months) months before \(first).")
    }
    // What lies after the meeting's first day is not there when the meeting begins.
    if date > first { return (.missing, "\(column), \(date), is after the meeting's first day.") }
    return (.met, "\(column): \(date), within \(months) months before \(first).")
  }

  private func values(
    _ column: String, _ least: Int, _ activity: Activity
  ) -> (Eligibility.State, String) {
    let text = cell(column, activity)
    if text.isEmpty { return (.unknown, "\(column) is empty.") }
    let different = Set(text.cellParts.map { $0.lowercased() }.filter { $0 != "no" })
    return different.count >= least
      ? (.met, "\(column) names \(different.count).")
      : (.missing, "\(column) names \(different.count); \(least) different ones are asked.")
  }

  private func count(
    _ column: String, _ least: Int, _ activity: Activity
  ) -> (Eligibility.State, String) {
    let text = cell(column, activity)
    if text.isEmpty { return (.unknown, "\(column) is empty.") }
    if text.lowercased() == "no" { return (.missing, "\(column) says no.") }
    guard let number = Int(text) else {
      return (.unknown, "\(column) says '\(text)', which is no number.")
    }
    return number >= least
      ? (.met, "\(column): \(number).")
      : (.missing, "\(column) is \(number); at least \(least) is asked.")
  }

  private func person(
    _ column: String, _ conditions: [PersonCondition], _ activity: Activity, _ scenario: Scenario
  ) -> (Eligibility.State, String) {
    let text = cell(column, activity)
    if text.isEmpty { return (.unknown, "\(column) is empty.") }
    if text.lowercased() == "no" { return (.missing, "\(column) says there is none.") }
    let people = activity.people[column] ?? []
    let verdicts = people.map { person in
      conditions.map { holds($0, person, activity, scenario) }
    }
    // One person who surely fulfils everything is enough; one who may leaves it open.
    if let i = verdicts.firstIndex(where: { $0.allSatisfy { $0 == true } }) {
      return (.met, "\(scenario.people[people[i]].name) (\(column)).")
    }
    if verdicts.contains(where: { !$0.contains(false) }) {
      return (.unknown, "the tables do not say enough about the people in \(column).")
    }
    return (.missing, "nobody in \(column) \(Self.words(conditions)).")
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

  private static func words(_ conditions: [PersonCondition]) -> String {
    conditions.map { condition in
      switch condition {
      case .isMAGMember: "is a MAG member"
      case .isSecretariat: "is of the Secretariat"
      case .isIn(let column): "stands in \(column)"
      case .isNotIn(let column): "is outside \(column)"
      }
    }.joined(separator: " and ")
  }
}
