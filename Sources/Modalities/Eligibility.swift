// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Which activities have what the seed asks, and which sessions are held back (`modalities.md`).
public struct Eligibility: Sendable {
  /// How a requirement is answered.
  public enum State: String, Sendable, CaseIterable { case met, missing, unknown }

  /// One requirement of one activity.
  public struct Answer: Sendable {
    /// What is asked.
    public let requirement: Requirement
    /// What the activity's row shows.
    public let evidence: Evidence
    /// The waiver that lifts the requirement for this activity.
    public let waiver: Waiver?

    /// How it is answered, waivers apart.
    public var state: State { evidence.state }
    /// Whether the answer holds the activity's sessions back.
    public var holdsBack: Bool { state == .missing && waiver == nil && !requirement.isAdvisory }
  }

  /// By activity; empty for kinds that have no requirements, and for collective NRIs.
  public let answers: [[Answer]]
  /// Sessions that are not to be placed; empty when the meeting only reports.
  public let held: Set<Int>

  /// - Complexity: O(*activities* × requirements of a kind).
  public init(_ scenario: Scenario) {
    let answers = scenario.activities.enumerated().map { index, activity in
      Self.requirements(of: activity).map { requirement in
        Answer(
          requirement: requirement, evidence: requirement.evidence(activity, in: scenario),
          waiver: scenario.waivers.first {
            $0.activity == index && $0.requirement == requirement.id
          })
      }
    }
    self.answers = answers
    // A joint session needs every one of its activities eligible.
    held =
      scenario.meeting.eligibility == .report
      ? []
      : Set(
        scenario.sessions.indices.filter { session in
          scenario.sessions[session].activities.contains {
            answers[$0].contains(where: \.holdsBack)
          }
        })
  }

  /// Whether nothing holds an activity's sessions back.
  public func isEligible(activity: Int) -> Bool { !answers[activity].contains(where: \.holdsBack) }

  private static func requirements(of activity: Activity) -> [Requirement] {
    if activity.kind == .nri && activity.isCollective { return [] }
    return Requirement.of(activity.kind)
  }
}

extension Activity {
  /// A collective NRI activity: supported by the Secretariat, not recognised on its own.
  var isCollective: Bool { cells["scope"]?.lowercased() == "collective" }
}
