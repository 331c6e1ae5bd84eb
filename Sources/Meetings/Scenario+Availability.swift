// SPDX-License-Identifier: GPL-3.0-or-later

extension Scenario {
  /// Whether rooms and people are there at no time at which they are not in other tables, those with the
  /// same ids compared. Every schedule that these tables allow is then allowed by the others, if nothing
  /// else tells the two apart.
  ///
  /// Windows are compared one by one: two that touch do not count as one.
  public func isAvailable(onlyWithin other: Scenario) -> Bool {
    func windows<Owner>(
      _ owners: [Owner], _ id: KeyPath<Owner, String>, _ available: KeyPath<Owner, [Interval]?>
    ) -> [String: [Interval]?] {
      Dictionary(
        owners.map { ($0[keyPath: id], $0[keyPath: available]) },
        uniquingKeysWith: { one, _ in one })
    }
    func isInside(_ own: [String: [Interval]?], _ wide: [String: [Interval]?]) -> Bool {
      own.allSatisfy { id, windows in
        guard let around = wide[id] else { return false }
        guard let around else { return true }
        return windows.map { $0.allSatisfy(around.hold) } ?? false
      }
    }
    return isInside(
      windows(rooms, \.id, \.available), windows(other.rooms, \.id, \.available))
      && isInside(windows(people, \.id, \.available), windows(other.people, \.id, \.available))
  }
}
