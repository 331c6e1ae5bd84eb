// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What each rule of the contract becomes, one file for each rule. A rule that is forgotten does
/// not compile.
extension PlanningProblem {
  mutating func add(_ rule: HardRule) {
    switch rule {
    case .openHours, .length, .roomFit, .roomAvailable, .personAvailable, .pinned, .allowed:
      // They look at one session alone: `PlaceTable` has no other places.
      break
    case .placedOnce:
      // A session has one place or none; that it must have one is the other half of `unplaced`.
      break
    case .eligible:
      // Sessions that are held are none of `sessions`.
      break
    case .roomFree: addRoomFree()
    case .personFree: addPersonFree()
    case .exclusive: addExclusive()
    case .link: addLinks()
    case .limit: addLimits()
    case .maxMoves: addMaxMoves()
    }
  }

  mutating func add(_ rule: SoftRule) {
    switch rule {
    case .unplaced: addUnplaced()
    case .themeClash: addThemeClash()
    case .kindClash: addKindClash()
    case .intersessionalClash: addIntersessionalClash()
    case .personalCapacity: addPersonalCapacity()
    case .link, .limit:
      // With those that must hold: terms are in the order of the tables.
      break
    case .wish: addWishes()
    case .awkwardHour: addAwkwardHours()
    case .emptySeats: addEmptySeats()
    case .dayBalance: addDayBalance()
    case .roomChange: addRoomChange()
    case .overload: addOverload()
    case .moved: addMoved()
    }
  }
}
