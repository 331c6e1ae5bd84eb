// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The tables of the contract, by the name of their file without `.csv`.
enum TableName: String, CaseIterable, Sendable {
  case rooms
  case dynamicCoalitions = "dynamic-coalitions"
  case bestPracticeForums = "best-practice-forums"
  case nris
  case policyNetworks = "policy-networks"
  case programmeElements = "programme-elements"
  case sessions, people, roles, links, wishes, limits, waivers

  var file: String { rawValue + ".csv" }

  /// The columns of the contract, those that every row needs first.
  var columns: [String] { required + optional }

  var required: [String] {
    switch self {
    case .rooms: ["id", "capacity"]
    case .dynamicCoalitions, .bestPracticeForums, .nris, .policyNetworks: ["id"]
    case .programmeElements: ["id", "kind"]
    case .sessions: ["id", "activity", "minutes"]
    case .people: ["id"]
    case .roles: ["person", "subject"]
    case .links: ["from", "to", "kind", "strength"]
    case .wishes: ["subject", "want", "strength"]
    case .limits: ["id", "at_most", "per", "strength"]
    case .waivers: ["activity", "requirement"]
    }
  }

  private var optional: [String] {
    switch self {
    case .rooms: ["name", "features", "available", "turnover_minutes", "location", "parts"]
    case .dynamicCoalitions:
      [
        "name", "themes", "statement_of_need", "action_plan", "mailing_list", "contact",
        "open_membership", "open_mailing_list", "open_archives", "stakeholder_groups",
        "recognised", "annual_report", "coordination_group",
      ]
    case .bestPracticeForums:
      [
        "name", "themes", "proposed_by", "selected_by_mag", "mag_facilitators",
        "coordinating_team", "open_meetings", "output", "penholder", "last_mag_update",
        "mailing_list", "web_page",
      ]
    case .nris:
      [
        "name", "themes", "scope", "region", "written_statement", "open", "transparent",
        "inclusive", "bottom_up", "multistakeholder", "non_commercial", "recognised", "contact",
      ]
    case .policyNetworks:
      [
        "name", "themes", "priority", "proposal", "mag_liaisons", "consultant", "expert_groups",
        "secretariat_focal_point",
      ]
    case .programmeElements: ["name", "themes"]
    case .sessions:
      [
        "title", "audience", "themes", "needs", "placement", "priority", "day", "start", "room",
        "allowed", "exclusive", "url",
      ]
    case .people:
      [
        "name", "stakeholder_group", "region", "time_zone", "mag_member", "secretariat",
        "presence", "available", "max_per_day",
      ]
    case .roles: ["role", "attendance"]
    case .links: ["min_gap", "max_gap", "reason", "asked_by"]
    case .wishes: ["window", "room", "reason", "asked_by"]
    case .limits: ["kinds", "themes", "needs", "activities", "rooms", "reason"]
    case .waivers: ["by", "on", "reason"]
    }
  }

  /// The kind of the activities in this table; `nil` for programme elements and other tables.
  var kind: Kind? {
    switch self {
    case .dynamicCoalitions: .dc
    case .bestPracticeForums: .bpf
    case .nris: .nri
    case .policyNetworks: .pn
    default: nil
    }
  }

  /// What its rows' ids stand for; `nil` for tables that others do not refer to.
  var sort: Sort? {
    switch self {
    case .rooms: .room
    case .sessions: .session
    case .people: .person
    case .roles, .links, .wishes, .limits, .waivers: nil
    default: .activity
    }
  }

  static let activityTables: [TableName] = [
    .dynamicCoalitions, .bestPracticeForums, .nris, .policyNetworks, .programmeElements,
  ]

  /// Columns that hold people's ids, in the tables of activities.
  static let peopleColumns: Set<String> = [
    "proposed_by", "mag_facilitators", "mag_liaisons", "penholder", "consultant",
    "secretariat_focal_point", "contact", "coordinating_team",
  ]

  /// Columns of yes and no, in the tables of activities.
  static let yesNoColumns: Set<String> = [
    "open_membership", "open_mailing_list", "open_archives", "coordination_group",
    "written_statement", "open", "transparent", "inclusive", "bottom_up", "multistakeholder",
    "non_commercial",
  ]

  /// Columns that hold a date, or yes or no, in the tables of activities.
  static let dateColumns: Set<String> = [
    "recognised", "annual_report", "selected_by_mag", "last_mag_update",
  ]
}
