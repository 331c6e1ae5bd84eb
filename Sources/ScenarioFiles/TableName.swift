// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

/// The tables of the contract, by the name of their file without `.csv`.
public enum TableName: String, CaseIterable, Sendable {
  case rooms
  case dynamicCoalitions = "dynamic-coalitions"
  case bestPracticeForums = "best-practice-forums"
  case nris
  case policyNetworks = "policy-networks"
  case programmeElements = "programme-elements"
  case sessions, people, roles, links, wishes, limits, waivers, cancellations

  /// The name of the file, `rooms.csv`.
  public var file: String { rawValue + ".csv" }

  /// The columns of the contract, in its order.
  public var contract: [Column] {
    switch self {
    case .rooms: Self.roomColumns
    case .dynamicCoalitions: Self.coalitionColumns
    case .bestPracticeForums: Self.forumColumns
    case .nris: Self.nriColumns
    case .policyNetworks: Self.networkColumns
    case .programmeElements: Self.elementColumns
    case .sessions: Self.sessionColumns
    case .people: Self.peopleTableColumns
    case .roles: Self.roleColumns
    case .links: Self.linkColumns
    case .wishes: Self.wishColumns
    case .limits: Self.limitColumns
    case .waivers: Self.waiverColumns
    case .cancellations: Self.cancellationColumns
    }
  }

  /// Columns that a publication reads if the table has them, though the contract does not ask for
  /// them.
  public var further: [Column] { self == .sessions ? Self.furtherSessionColumns : [] }

  /// The names of the contract's columns, those that every row needs first.
  var columns: [String] { required + contract.filter { !$0.isRequired }.map(\.name) }

  var required: [String] { contract.filter(\.isRequired).map(\.name) }

  /// A column that is read, by its name.
  public func column(_ name: String) -> Column? {
    (contract + further).first { $0.name == name }
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

  /// What its rows' ids refer to; `nil` for tables that others do not refer to.
  public var sort: IDKind? {
    switch self {
    case .rooms: .room
    case .sessions: .session
    case .people: .person
    case .roles, .links, .wishes, .limits, .waivers, .cancellations: nil
    default: .activity
    }
  }

  static let activityTables: [TableName] = [
    .dynamicCoalitions, .bestPracticeForums, .nris, .policyNetworks, .programmeElements,
  ]

  /// Columns that hold people's ids, in the tables of activities.
  static let peopleColumns = Set(
    activityTables.flatMap(\.contract).filter { $0.kind == .people }.map(\.name))
}
