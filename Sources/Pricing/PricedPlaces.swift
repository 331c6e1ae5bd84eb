// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What one place means for a session while all others stay.
public struct PricedPlace: Sendable, Hashable {
  /// How much more the whole programme costs with the session there than as it stands, in points of
  /// the objective; negative where it costs less.
  public let change: Int
  /// The hard rules that the session breaks there, by itself or with others.
  public let broken: BrokenRules
}

/// Every start and room for one session of a programme, each priced.
public struct PricedPlaces: Sendable {
  /// Index into `Scenario.sessions`.
  public let session: Int
  /// In order of time; what `places` has a row for.
  public let starts: [WallTime]
  /// How many rooms the scenario has; what each row has a place for.
  public let roomCount: Int
  /// The session taken out of the programme.
  public let leftOut: PricedPlace
  private let places: [PricedPlace]

  init(
    session: Int, starts: [WallTime], roomCount: Int, leftOut: PricedPlace, places: [PricedPlace]
  ) {
    self.session = session
    self.starts = starts
    self.roomCount = roomCount
    self.leftOut = leftOut
    self.places = places
  }

  /// - Parameters:
  ///   - start: index into `starts`.
  ///   - room: index into `Scenario.rooms`.
  public subscript(start: Int, room: Int) -> PricedPlace { places[start * roomCount + room] }

  /// The place at a start, if that is one of `starts`.
  public func place(at start: WallTime, room: Int) -> PricedPlace? {
    guard let index = starts.firstIndex(of: start), (0..<roomCount).contains(room) else {
      return nil
    }
    return self[index, room]
  }
}
