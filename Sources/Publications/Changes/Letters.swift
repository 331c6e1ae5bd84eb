// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

/// A text that the Secretariat can send as it is.
struct Letter: Sendable {
  let to: String
  let subject: String
  let body: [String]

  var text: String {
    "To: \(CalendarText.line(to))\nSubject: \(CalendarText.line(subject))\n\n"
      + body.map { CalendarText.line($0) }.joined(separator: "\n") + "\n"
  }
}

/// The letters of one publication, for the people its changes concern.
struct Letters {
  enum Audience: String, CaseIterable {
    case organisers, speakers, rooms, interpreters, `public`

    var heading: String {
      switch self {
      case .organisers: "Organisers"
      case .speakers: "Speakers and others who are to be there"
      case .rooms: "Room and AV teams"
      case .interpreters: "Interpreters and captioners"
      case .public: "The public"
      }
    }
  }

  private let state: PublicationState
  private let previous: PublicationState?
  private let all: ProgrammeChange
  private let words: StayText
  private var changes: [EventChange] { all.sessions }

  init(_ state: PublicationState, after previous: PublicationState?, _ words: StayText) {
    self.state = state
    self.previous = previous
    self.words = words
    all = ProgrammeChange(previous, state)
  }

  func letters(to audience: Audience) -> [Letter] {
    switch audience {
    case .organisers: byAddressee(activities, "the organisers of") { paragraph($1) }
    case .speakers: byAddressee(people, "") { paragraph($1, for: $0) }
    case .rooms: rooms
    case .interpreters: interpreters
    case .public: [announcement]
    }
  }

  /// All letters to one audience, one below the other.
  func text(for audience: Audience) -> String {
    let letters = letters(to: audience)
    guard !letters.isEmpty else {
      return "Publication \(state.number) changes nothing for them.\n"
    }
    return letters.map(\.text).joined(separator: "\n" + String(repeating: "-", count: 72) + "\n\n")
  }

  private var meeting: String { state.head.name }

  /// The ids and names of a session's activities, before and after.
  private func activities(_ event: PublishedEvent) -> [(String, String)] {
    event.activities.map { ($0.id, $0.name) }
  }

  private func people(_ event: PublishedEvent) -> [(String, String)] {
    event.attendees.filter(\.isRequired).map { ($0.id, $0.name) }
  }

  private func byAddressee(
    _ addressees: (PublishedEvent) -> [(String, String)], _ prefix: String,
    _ paragraph: (_ id: String, EventChange) -> [String]
  ) -> [Letter] {
    var names: [String: String] = [:]
    var own: [String: [EventChange]] = [:]
    for change in changes {
      var seen: Set<String> = []
      for (id, name) in change.events.flatMap(addressees) {
        names[id] = name
        if seen.insert(id).inserted { own[id, default: []].append(change) }
      }
    }
    return own.sorted {
      ($0.value[0].after.event.start, $0.key) < ($1.value[0].after.event.start, $1.key)
    }
    .map { id, changes in
      let name = names[id] ?? id
      return letter(
        "\(prefix) \(name) (\(id))".trimmingBlanks, greeting: prefix.isEmpty ? name : "all",
        changes, paragraphs: changes.flatMap { paragraph(id, $0) })
    }
  }

  private func letter(
    _ to: String, greeting: String, _ changes: [EventChange], paragraphs: [String]
  ) -> Letter {
    let isFirst = previous == nil
    let subject =
      changes.count == 1
      ? "\(meeting): \(isFirst ? "your session" : "a change to your session")"
      : "\(meeting): \(isFirst ? "your sessions" : "changes to \(changes.count) of your sessions")"
    return Letter(
      to: to, subject: subject,
      body: ["Dear \(greeting),", "", opening, ""] + paragraphs + closing)
  }

  private var opening: String {
    let status = state.head.status == .final ? "programme" : "draft programme"
    return previous == nil
      ? "The \(status) of \(meeting) is out. Times are on the venue's clock."
      : "The \(status) of \(meeting) has changed (publication \(state.number))."
        + " Times are on the venue's clock."
  }

  private func paragraph(_ change: EventChange) -> [String] {
    [title(change) + " (\(change.session))"] + words.lines(change).map { "  \($0)" } + [""]
  }

  /// To somebody who has to be, or had to be, in it.
  private func paragraph(_ change: EventChange, for person: String) -> [String] {
    let personal = PersonalChange(of: person, in: change)
    return [title(change) + " (\(change.session))"]
      + words.lines(change, for: personal).map { "  \($0)" } + [""]
  }

  private func title(_ change: EventChange) -> String {
    let title = CalendarText.line(change.after.event.title).trimmingBlanks
    return title.isEmpty ? change.session : title.count > 300 ? title.prefix(300) + "…" : title
  }

  private var closing: [String] {
    var lines = ["Calendars that are subscribed to the programme follow by themselves."]
    if !state.head.address.isEmpty { lines.append("The programme: \(state.head.address)") }
    if !state.head.note.isEmpty { lines += ["", state.head.note] }
    return lines
  }

  /// A letter for each room: what leaves it, what comes, and what that requires.
  private var rooms: [Letter] {
    var names: [String: String] = [:]
    var lines: [String: [(Int, [String])]] = [:]
    for change in changes {
      let new = change.after.event
      let old = change.before?.event
      if let old { names[old.room.id] = old.room.words }
      names[new.room.id] = new.room.words
      let stood = old.flatMap { $0.status.isCancelled ? nil : $0 }
      let stands = new.status.isCancelled ? nil : new
      if let stood, stood.room.id != stands?.room.id || stood.start != stands?.start {
        let to = stands.map { $0.room.id == stood.room.id ? "moves" : "goes to \($0.room.words)" }
        lines[stood.room.id, default: []].append(
          (stood.start, ["OUT  \(words.time(stood))  \(title(change)): \(to ?? "cancelled")"]))
      }
      if let stands {
        var own = ["IN   \(words.time(stands))  \(title(change))"]
        if stood?.room.id == stands.room.id && stood?.start == stands.start {
          own = ["SAME \(words.time(stands))  \(title(change)): \(StayText.words(change))"]
        }
        if !stands.needs.isEmpty {
          own.append("     needs \(stands.needs.joined(separator: ", "))")
        }
        lines[stands.room.id, default: []].append((stands.start, own))
      }
    }
    for change in all.rooms {
      lines[change.after.id, default: []].append((.min, [ChangeWords.line(change), ""]))
    }
    for room in state.head.rooms { names[room.id] = room.words }
    return lines.sorted { $0.key < $1.key }.map { id, own in
      Letter(
        to: "the room and AV teams of \(names[id] ?? id)",
        subject: "\(meeting): \(names[id] ?? id), publication \(state.number)",
        body: [opening, ""]
          + own.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
          .flatMap(\.element.1))
    }
  }

  /// Sessions that ask for interpretation or captions, or are held in several languages.
  private var interpreters: [Letter] {
    let own = changes.filter { change in
      change.events.contains {
        $0.needs.contains("interpretation") || $0.needs.contains("captioning")
          || $0.languages.count > 1
      }
    }
    guard !own.isEmpty else { return [] }
    let paragraphs = own.flatMap { change -> [String] in
      let event = change.after.event
      var lines = paragraph(change).dropLast().map(\.self)
      let asked = event.needs.filter { $0 == "interpretation" || $0 == "captioning" }
      if !asked.isEmpty { lines.append("  It asks for \(asked.listed).") }
      if !event.languages.isEmpty {
        lines.append("  Languages: \(event.languages.joined(separator: ", ")).")
      }
      return lines + [""]
    }
    return [
      Letter(
        to: "interpreters and captioners",
        subject:
          "\(meeting): sessions with interpretation or captions, publication \(state.number)",
        body: ["Dear all,", "", opening, ""] + paragraphs + closing)
    ]
  }

  private var announcement: Letter {
    let isFinalNow = state.head.status == .final && previous?.head.status != .final
    var body = [opening]
    if isFinalNow && previous != nil { body.append("The programme is now final.") }
    body.append("")
    if previous == nil {
      body.append(
        "\(Count.of(changes.count, "session")) on \(Count.of(state.head.days.count, "day")).")
    } else if changes.isEmpty && all.rooms.isEmpty {
      body.append("No session has changed.")
    } else {
      if !all.rooms.isEmpty { body += all.rooms.map(ChangeWords.line) + [""] }
      var date = ""
      for change in changes {
        let day = VenueClock.long(words.date(change.after.event))
        if day != date { body += [day, ""] }
        date = day
        body += paragraph(change)
      }
    }
    return Letter(
      to: "all participants",
      subject:
        "\(meeting): \(previous == nil ? "the programme is out" : "changes to the programme")",
      body: body + [""] + closing)
  }
}
