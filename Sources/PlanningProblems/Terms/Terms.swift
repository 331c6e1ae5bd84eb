// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that ties sessions of a problem together, a value for each sort.
package struct Terms: Sendable {
  var roomGaps: RoomGaps
  var sessionGaps: SessionGaps
  /// Links about two times.
  package var timeRelations = TimeRelations()
  /// Links `same-room`.
  package var sameRooms = SameRooms()
  var countLimits = CountLimits()
  var dayCaps = DayCaps()
  /// Sessions that should share a room.
  package var roomGroups = RoomGroups()
  /// `max-moves`.
  package var moveCaps = MoveCaps()
  var leftOutCaps = LeftOutCaps()
  var overlapPrices: OverlapPrices

  /// No terms at all.
  package init(sessions: Int, rooms: Int) {
    roomGaps = RoomGaps(rooms: rooms)
    sessionGaps = SessionGaps(sessions: sessions)
    overlapPrices = OverlapPrices(sessions: sessions)
  }

  /// Every sort, in order.
  package var all: [any TermSet] {
    func list<Set: TermSet>(_: Set.Type) -> any TermSet { self[keyPath: Set.list] }
    return TermSort.allCases.map { list($0.type) }
  }

  /// What lies among some sessions alone.
  package func inside(_ selection: Selection) -> Terms {
    var part = self
    for sort in TermSort.allCases { part.keepInside(sort.type, selection) }
    return part
  }

  /// What is left to say among the free sessions.
  package func among(_ holding: inout Holding) -> Terms {
    var part = self
    for sort in TermSort.allCases { part.keepAmong(sort.type, &holding) }
    return part
  }

  private mutating func keepInside<Set: TermSet>(_: Set.Type, _ selection: Selection) {
    self[keyPath: Set.list] = self[keyPath: Set.list].inside(selection)
  }

  private mutating func keepAmong<Set: TermSet>(_: Set.Type, _ holding: inout Holding) {
    self[keyPath: Set.list] = self[keyPath: Set.list].among(&holding)
  }
}
