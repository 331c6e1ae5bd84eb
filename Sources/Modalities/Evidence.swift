// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What an activity's row shows about a requirement; columns are those of the activities' table.
public enum Evidence: Hashable, Sendable {
  case yes(String)
  case no(String)
  case empty(String)
  /// All of these hold something.
  case filled([String])
  case date(String, CalendarDate)
  /// A date within so many months before the meeting's first day.
  case recent(String, CalendarDate, months: Int, before: CalendarDate)
  /// A date more than so many months before the meeting's first day.
  case tooEarly(String, CalendarDate, months: Int, before: CalendarDate)
  /// A date after the meeting's first day.
  case tooLate(String, CalendarDate)
  /// What the cell holds where a date is asked for.
  case noDate(String, String)
  /// So many different values.
  case values(String, Int)
  case fewValues(String, Int, least: Int)
  case number(String, Int)
  case smallNumber(String, Int, least: Int)
  /// What the cell holds where a number is asked for.
  case noNumber(String, String)
  /// Somebody who meets all conditions, as an index into `Scenario.people`.
  case person(String, Int)
  /// The cell says that there is none.
  case nobody(String)
  /// The tables do not say enough about the people named.
  case uncertainPeople(String)
  /// Nobody named meets all of these.
  case unfitPeople(String, [Requirement.PersonCondition])

  /// What follows from it for the requirement.
  public var state: Eligibility.State {
    switch self {
    case .yes, .filled, .date, .recent, .values, .number, .person: .met
    case .no, .tooEarly, .tooLate, .fewValues, .smallNumber, .nobody, .unfitPeople: .missing
    case .empty, .noDate, .noNumber, .uncertainPeople: .unknown
    }
  }
}

extension Evidence {
  /// As a sentence.
  ///
  /// - Parameter scenario: the one whose row it is about, for the names of people.
  public func words(in scenario: Scenario) -> String {
    switch self {
    case .yes(let column): "\(column) says yes."
    case .no(let column): "\(column) says no."
    case .empty(let column): "\(column) is empty."
    case .filled(let columns): "\(columns.joined(separator: ", ")): there."
    case .date(let column, let date): "\(column): \(date)."
    case .recent(let column, let date, let months, let first):
      "\(column): \(date), within \(months) months before \(first)."
    case .tooEarly(let column, let date, let months, let first):
      "\(column), \(date), is more than \(months) months before \(first)."
    case .tooLate(let column, let date):
      "\(column), \(date), is after the meeting's first day."
    case .noDate(let column, let text): "\(column) says '\(text)', which is not a date."
    case .values(let column, let count): "\(column) names \(count)."
    case .fewValues(let column, let count, let least):
      "\(column) names \(count); \(least) different ones are asked for."
    case .number(let column, let number): "\(column): \(number)."
    case .smallNumber(let column, let number, let least):
      "\(column) is \(number); at least \(least) is asked for."
    case .noNumber(let column, let text): "\(column) says '\(text)', which is not a number."
    case .person(let column, let person): "\(scenario.name(ofPerson: person)) (\(column))."
    case .nobody(let column): "\(column) says there is none."
    case .uncertainPeople(let column):
      "the tables do not say enough about the people in \(column)."
    case .unfitPeople(let column, let conditions):
      "nobody in \(column) \(conditions.map(\.words).joined(separator: " and "))."
    }
  }
}

extension Requirement.PersonCondition {
  fileprivate var words: String {
    switch self {
    case .isMAGMember: "is a MAG member"
    case .isSecretariat: "belongs to the Secretariat"
    case .isIn(let column): "is in \(column)"
    case .isNotIn(let column): "is outside \(column)"
    }
  }
}
