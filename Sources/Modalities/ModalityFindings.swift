// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables
import Texts

/// What the tables leave open or contradict about the seed's requirements; never blocks a check.
public enum ModalityFindings {
  /// Warnings, by subject and in the order of the tables.
  public static func all(_ scenario: Scenario) -> [Finding] {
    requirements(scenario) + secretariatAtCoalitions(scenario) + liaisons(scenario)
      + penholders(scenario) + collectiveSupport(scenario) + waivers(scenario)
  }

  /// For each activity, one finding for what is unknown and one for what holds it back.
  private static func requirements(_ scenario: Scenario) -> [Finding] {
    let eligibility = Eligibility(scenario)
    var findings: [Finding] = []
    for (index, activity) in scenario.activities.enumerated() {
      let sessions = scenario.sessions(of: .activity(index)).map { scenario.sessions[$0].id }
      // Activities without a session ask for no place, so nothing depends on them.
      guard !sessions.isEmpty else { continue }
      let answers = eligibility.answers[index]
      let missing = answers.filter(\.holdsBack)
      if !missing.isEmpty {
        let what = missing.map {
          "\($0.requirement.id) (\($0.requirement.title)): \($0.evidence.words(in: scenario))"
        }
        let effect =
          scenario.meeting.eligibility == .hold ? "not placed" : "placed all the same"
        findings.append(
          Finding(
            "eligibility", .warning, file: activity.file, line: activity.line, column: "id",
            value: activity.id,
            "\(activity.name) misses \(what.joined(separator: " ")) Its sessions are \(effect):"
              + " \(sessions.joined(separator: ", ")).",
            suggestion: "complete the row, or lift the requirement in waivers.csv"))
      }
      let unknown = answers.filter { $0.state == .unknown && $0.waiver == nil }
      if !unknown.isEmpty {
        findings.append(
          Finding(
            "eligibility-unknown", .warning, file: activity.file, line: activity.line,
            column: "id", value: activity.id,
            "\(activity.name): not known whether "
              + unknown.map(\.requirement.id).joined(separator: ", ")
              + (unknown.count == 1 ? " is met." : " are met."),
            suggestion: "fill the cells; unknown holds nothing back"))
      }
    }
    return findings
  }

  private static func secretariatAtCoalitions(_ scenario: Scenario) -> [Finding] {
    scenario.roles.compactMap { role in
      let person = scenario.people[role.person]
      guard person.isSecretariat == true, role.attendance == .required,
        scenario.sessions(of: role.subject).contains(where: {
          scenario.kinds(ofSession: $0) == [.dc]
        })
      else { return nil }
      return Finding(
        "dc-support", .warning, file: "roles.csv", line: role.line, column: "person",
        value: person.id,
        "\(scenario.name(ofPerson: role.person)) of the Secretariat is required at \(scenario.id(of: role.subject)), but"
          + " individual DCs do not receive secretariat support.",
        suggestion: "make it preferred, or leave it out")
    }
  }

  /// The Coordination Group's session needs its one liaison.
  private static func liaisons(_ scenario: Scenario) -> [Finding] {
    var findings: [Finding] = []
    for (index, activity) in scenario.activities.enumerated() where activity.kind == .coord {
      let sessions = Set(scenario.sessions(of: .activity(index)))
      guard !sessions.isEmpty else { continue }
      let roles = scenario.roles.filter { role in
        role.role == "dc-liaison"
          && !sessions.isDisjoint(with: scenario.sessions(of: role.subject))
      }
      let people = Set(roles.map(\.person)).sorted()
      if people.count != 1 {
        let found =
          people.isEmpty ? "none" : people.map(scenario.name(ofPerson:)).listed
        findings.append(
          Finding(
            "dc-liaison", .warning, file: activity.file, line: activity.line, column: "id",
            value: activity.id,
            "\(activity.name) needs the one MAG member who is the liaison between the Coordination"
              + " Group and the MAG; there is \(found).",
            suggestion: "give one person the role dc-liaison in roles.csv"))
      } else if scenario.people[people[0]].isMAGMember == false {
        findings.append(
          Finding(
            "dc-liaison", .warning, file: "roles.csv", line: roles[0].line, column: "person",
            value: scenario.people[people[0]].id,
            "\(scenario.name(ofPerson: people[0])) is dc-liaison but not a MAG member.",
            suggestion: "one MAG member volunteers as liaison"))
      }
    }
    return findings
  }

  private static func penholders(_ scenario: Scenario) -> [Finding] {
    scenario.activities.filter { $0.kind == .bpf }.flatMap { activity in
      (activity.people["penholder"] ?? [])
        .filter { activity.people["mag_facilitators"]?.contains($0) ?? false }
        .map { person in
          Finding(
            "penholder", .warning, file: activity.file, line: activity.line, column: "penholder",
            value: scenario.people[person].id,
            "\(scenario.name(ofPerson: person)) is penholder of \(activity.name) and its facilitator;"
              + " the penholder is independent.",
            suggestion: "name a Secretariat person who is not a facilitator")
        }
    }
  }

  private static func collectiveSupport(_ scenario: Scenario) -> [Finding] {
    let attendances = Attendances(scenario)
    return scenario.sessions.indices.compactMap { index in
      let session = scenario.sessions[index]
      guard
        session.activities.contains(where: {
          scenario.activities[$0].kind == .nri && scenario.activities[$0].isCollective
        }),
        !attendances.required(index).contains(where: {
          scenario.people[$0].isSecretariat == true
        })
      else { return nil }
      return Finding(
        "collective-support", .warning, file: "sessions.csv", line: session.line, column: "id",
        value: session.id,
        "\(session.title) is a collective NRI session with no Secretariat person in a required role.",
        suggestion: "collective NRI work is supported by the Secretariat: add a role")
    }
  }

  private static func waivers(_ scenario: Scenario) -> [Finding] {
    scenario.waivers.compactMap { waiver in
      let empty = [("by", waiver.by), ("on", waiver.on), ("reason", waiver.reason)]
        .filter { $0.1.isEmpty }.map(\.0)
      guard let first = empty.first else { return nil }
      return Finding(
        "waiver", .warning, file: "waivers.csv", line: waiver.line, column: first,
        "The waiver of \(waiver.requirement) for \(scenario.activities[waiver.activity].name) does"
          + " not say \(empty.joined(separator: ", ")).",
        suggestion: "a waiver is printed in every review with by, on and reason")
    }
  }
}
