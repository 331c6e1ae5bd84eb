// SPDX-License-Identifier: GPL-3.0-or-later

/// Which rows a relaxation is asked for next, from what its rounds gained.
///
/// The last known lines gain less and less, round by round; where lines about all sessions are left
/// for later, it is they that go on from there.
struct RoundProgress {
  enum Step {
    /// Rows that are known or quickly found.
    case quick
    /// Lines about all sessions.
    case aboutAll
    case end
  }

  /// Whether lines about all sessions are sought where the others end.
  let seeksAboutAll: Bool
  private var highest = -Double.infinity
  private var idle = 0
  private var asked = -Double.infinity
  private var inVain = 0

  init(seeksAboutAll: Bool) { self.seeksAboutAll = seeksAboutAll }

  /// Rounds without gain after which quick rows are at their end, and how often lines about all
  /// sessions are sought in vain.
  private static let patience = 6
  /// What a round gains, or it gained nothing.
  private static let leastGain = 0.02
  /// The same where better lines are to be had.
  private static let leastGainBeforeAll = 0.25

  /// - Parameter objective: the relaxation's, which no round lowers.
  mutating func next(_ objective: Double) -> Step {
    let least = seeksAboutAll ? Self.leastGainBeforeAll : Self.leastGain
    if objective > highest + least {
      idle = 0
      highest = objective
    } else {
      idle += 1
    }
    guard seeksAboutAll else { return idle > Self.patience ? .end : .quick }
    if idle < 2 { return .quick }
    idle = 0
    inVain = objective > asked + least ? 0 : inVain + 1
    asked = max(asked, objective)
    return inVain > Self.patience ? .end : .aboutAll
  }
}
