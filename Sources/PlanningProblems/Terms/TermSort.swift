// SPDX-License-Identifier: GPL-3.0-or-later

/// The sorts of term, in the order in which programs hold their rows; the raw value is the key in
/// `problem.json`.
package enum TermSort: String, CaseIterable, CodingKey, Sendable {
  case roomGaps = "roomGap"
  case sessionGaps = "requiredGap"
  case timeRelations = "relations"
  case sameRooms
  case countLimits = "limits"
  case dayCaps
  case roomGroups
  case moveCaps = "maxMoves"
  case leftOutCaps
  case overlapPrices = "overlapCost"

  /// The registry: what a sort's terms are.
  package var type: any TermSet.Type {
    switch self {
    case .roomGaps: RoomGaps.self
    case .sessionGaps: SessionGaps.self
    case .timeRelations: TimeRelations.self
    case .sameRooms: SameRooms.self
    case .countLimits: CountLimits.self
    case .dayCaps: DayCaps.self
    case .roomGroups: RoomGroups.self
    case .moveCaps: MoveCaps.self
    case .leftOutCaps: LeftOutCaps.self
    case .overlapPrices: OverlapPrices.self
    }
  }
}
