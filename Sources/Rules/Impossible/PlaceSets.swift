// SPDX-License-Identifier: GPL-3.0-or-later

/// The order in which sets of places in a list are gone through.
enum PlaceSets {
  /// The smaller first; of one size by their places, each set being in order itself.
  static func isBefore(_ one: [Int], _ other: [Int]) -> Bool {
    one.count != other.count ? one.count < other.count : one.lexicographicallyPrecedes(other)
  }
}
