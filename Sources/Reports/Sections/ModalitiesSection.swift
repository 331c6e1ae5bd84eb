// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Texts

/// What the modalities ask of each kind, each activity's answer, and what follows for the schedule.
enum ModalitiesSection {
  static func section(_ view: ReportView) -> Report.Section {
    var blocks: [Report.Block] = []
    for kind in Kind.intersessional { blocks += table(kind, view) }
    blocks += waivers(view)
    let findings = ModalityFindings.all(view.scenario).filter {
      !["eligibility", "eligibility-unknown"].contains($0.rule)
    }
    if !findings.isEmpty { blocks.append(.list(findings.map(\.sentence))) }
    return Report.Section(
      id: "modalities", title: "What the modalities ask", blocks: blocks)
  }

  private static func table(_ kind: Kind, _ view: ReportView) -> [Report.Block] {
    let scenario = view.scenario
    let activities = scenario.activities.indices.filter {
      scenario.activities[$0].kind == kind && !scenario.sessions(of: .activity($0)).isEmpty
    }
    guard !activities.isEmpty else { return [] }
    let requirements = Requirement.of(kind)
    let rows = activities.map { activity -> [Report.Cell] in
      let answers = view.eligibility.answers[activity]
      let states = requirements.map { requirement -> Report.Cell in
        guard let answer = answers.first(where: { $0.requirement.id == requirement.id }) else {
          return .state(.plain, "not asked")
        }
        if answer.waiver != nil { return .state(.good, "waived") }
        switch answer.state {
        case .met: return .state(.good, "met")
        case .missing: return .state(requirement.isAdvisory ? .open : .bad, "missing")
        case .unknown: return .state(.open, "unknown")
        }
      }
      return [.text(scenario.activities[activity].name)] + states
        + [.text(effect(activity, view))]
    }
    let asked = requirements.map { requirement -> [Report.Cell] in
      [
        .text(requirement.id),
        .text(requirement.title + (requirement.isAdvisory ? " (advisory)" : "")),
        .text(requirement.sentence),
      ]
    }
    return [
      .table(
        Report.Table(
          "\(kind): each activity's state", ["activity"] + requirements.map(\.id) + ["so"], rows)),
      .table(
        Report.Table(
          "\(kind): what is asked", ["id", "requirement", "IGF intersessional modalities say"],
          asked)),
    ]
  }

  /// Held, or who must be in the room.
  private static func effect(_ activity: Int, _ view: ReportView) -> String {
    let sessions = view.scenario.sessions(of: .activity(activity))
    if !view.eligibility.isEligible(activity: activity) {
      let reasons = view.eligibility.answers[activity].filter(\.holdsBack).map {
        $0.evidence.words(in: view.scenario)
      }
      let what = view.scenario.meeting.eligibility == .hold ? "held back" : "placed all the same"
      return "\(what): \(reasons.joined(separator: " "))"
    }
    let people = Set(sessions.flatMap { view.attendances.required($0) }).sorted()
    if people.isEmpty { return "nobody is required by name" }
    return "in the room: " + people.map(view.scenario.name(ofPerson:)).listed(atMost: 6)
  }

  private static func waivers(_ view: ReportView) -> [Report.Block] {
    guard !view.scenario.waivers.isEmpty else { return [] }
    let rows = view.scenario.waivers.map { waiver -> [Report.Cell] in
      [
        .text(view.scenario.activities[waiver.activity].name), .text(waiver.requirement),
        .text(waiver.by), .text(waiver.on), .text(waiver.reason),
      ]
    }
    return [
      .table(Report.Table("Waivers", ["activity", "requirement", "by", "on", "reason"], rows))
    ]
  }
}
