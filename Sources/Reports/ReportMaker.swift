// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Rules
import Tables

extension Report {
  /// Everything there is to say about a schedule, for the people who discuss it.
  ///
  /// - Parameters:
  ///   - findings: errors in the tables by which it was judged even so; they come first.
  ///   - unread: sessions that are not judged, since their rows are not sessions.
  public init(
    _ scenario: Scenario, _ schedule: Schedule, _ review: Review, bound: Int? = nil,
    findings: [Finding] = [], unread: [String] = []
  ) {
    let view = ReportView(scenario, schedule, review)
    title = "Review: \(scenario.meeting.name)"
    sections = findings.isEmpty ? [] : [TablesSection.section(findings, unread)]
    sections += [
      Verdict.section(view, bound: bound), TimetableSection.section(view),
      RulesSection.section(view), Slack.section(view), ModalitiesSection.section(view),
      Linkages.section(view), Weaving.section(view), Fairness.section(view),
      Pictures.section(view), Glossary.section(view),
    ]
  }
}

/// What every section reads: the schedule resolved once.
struct ReportView {
  struct Placed {
    let session: Int
    let stay: Interval
    /// The room's id; empty where none is known yet.
    let room: String
  }

  let scenario: Scenario
  let review: Review
  let eligibility: Eligibility
  let attendances: Attendances
  let links: LinkOutcomes
  let marks: Marks
  /// In order of time and room.
  let placed: [Placed]
  let bySession: [Int: Placed]
  /// Sessions that are placed without an hour, with their day where it is known.
  let undated: [(session: Int, date: CalendarDate?)]

  init(_ scenario: Scenario, _ schedule: Schedule, _ review: Review) {
    self.scenario = scenario
    self.review = review
    marks = Marks(scenario)
    eligibility = Eligibility(scenario)
    attendances = Attendances(scenario)
    links = LinkOutcomes(scenario: scenario, schedule: schedule)
    let rows = schedule.firstRows
    let placed = scenario.sessions.indices.compactMap { index -> Placed? in
      let session = scenario.sessions[index]
      guard let row = rows[session.id], row.status == .placed,
        let stay = row.stay(lasting: session.minutes)
      else { return nil }
      return Placed(session: index, stay: stay, room: row.room ?? "")
    }
    undated = scenario.sessions.indices.compactMap { index in
      let row = rows[scenario.sessions[index].id]
      guard let row, row.status == .placed, row.start == nil else { return nil }
      return (index, row.date)
    }
    self.placed = placed.sorted {
      ($0.stay.start.minutes, $0.room, $0.session) < ($1.stay.start.minutes, $1.room, $1.session)
    }
    bySession = Dictionary(placed.map { ($0.session, $0) }) { first, _ in first }
  }

  /// The name that people know, with the id where it says something else, even for a room that the
  /// scenario no longer has.
  func name(ofRoom id: String) -> String {
    if id.isEmpty { return "no room yet" }
    return scenario.rooms.first { $0.id == id }?.nameWithID ?? id
  }

  func id(_ session: Int) -> String { scenario.sessions[session].id }

  /// The title that people know, and the id where it says something else.
  func named(_ session: Int) -> String {
    let own = scenario.sessions[session]
    return own.title.isEmpty || own.title.lowercased() == own.id.lowercased()
      ? own.id : "\(own.title) (\(own.id))"
  }

  /// The same of what a link or a wish is about.
  func named(_ subject: Subject) -> String {
    guard case .activity(let index) = subject else {
      if case .session(let session) = subject { return named(session) }
      return scenario.id(of: subject)
    }
    let own = scenario.activities[index]
    return own.name.isEmpty || own.name.lowercased() == own.id.lowercased()
      ? own.id : "\(own.name) (\(own.id))"
  }

  func kinds(_ session: Int) -> [Kind] { scenario.kinds(ofSession: session) }

  /// When a session begins and ends, as instants, which a clock change does not move.
  func start(_ entry: Placed) -> Int { scenario.meeting.zone.instant(entry.stay.start) }
  func end(_ entry: Placed) -> Int { start(entry) + entry.stay.minutes * 60 }

  func placed(on date: CalendarDate) -> [Placed] { placed.filter { $0.stay.start.date == date } }

  /// Whether nothing begins earlier, or ends later, on its day.
  func isFirst(_ entry: Placed) -> Bool {
    placed(on: entry.stay.start.date).allSatisfy { $0.stay.start >= entry.stay.start }
  }
  func isLast(_ entry: Placed) -> Bool {
    placed(on: entry.stay.start.date).allSatisfy { $0.stay.end <= entry.stay.end }
  }
}
