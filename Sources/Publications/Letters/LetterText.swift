// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Meetings
import Programmes
import Texts

/// A personal letter in words: its subject, and its blocks.
struct LetterText {
  private let letter: PersonalLetter
  private let step: PersonalLetters.Step
  private let state: PublicationState
  private let clock: ZoneClock
  /// The person's own calendar; `nil` where no address is known.
  private let calendar: FeedAddress?
  private let words: Words

  init(
    _ letter: PersonalLetter, of letters: PersonalLetters, _ clock: ZoneClock,
    calendar: FeedAddress?
  ) {
    self.letter = letter
    self.calendar = calendar
    self.clock = clock
    step = letters.step
    state = letters.state
    words = Words(letter.person.language ?? letters.state.head.language ?? .english)
  }

  var language: Language { words.language }

  private var meeting: String { state.head.name }
  private var isFinal: Bool { state.head.status == .final }

  /// What happened, in a line.
  var subject: String {
    switch step {
    case .first:
      words(
        isFinal ? "letter.subject.first-final" : "letter.subject.first-draft",
        ["meeting": meeting])
    case .final where letter.news.isEmpty: words("letter.subject.final", ["meeting": meeting])
    case .draft where letter.news.isEmpty: words("letter.subject.draft", ["meeting": meeting])
    case .final: words("letter.subject.news-final", ["meeting": meeting, "what": happened])
    case .draft: words("letter.subject.news-draft", ["meeting": meeting, "what": happened])
    case .same: words("letter.subject.news", ["meeting": meeting, "what": happened])
    }
  }

  /// Of one session its title and what became of it; of several how many of each sort.
  private var happened: String {
    if letter.news.count == 1, let only = letter.news.first, let what = only.what.first {
      return words("letter.one.\(what.name)", ["title": title(only.after, atMost: 60)])
    }
    let counts = PersonalLetter.What.all.compactMap { what -> String? in
      let count = letter.news.count { $0.what.first == what }
      return count == 0 ? nil : words("letter.many.\(what.name)", count: count)
    }
    return words.list(counts)
  }

  var blocks: [LetterBlock] {
    [greeting, .paragraph(opening)] + note + news + sessions + calendars
  }

  private var greeting: LetterBlock {
    .paragraph([line("letter.greeting", ["name": .text(letter.person.name)])])
  }

  private var opening: [LetterBlock.Line] {
    let first =
      step == .first
      ? line(
        isFinal ? "letter.opening.first-final" : "letter.opening.first-draft",
        ["meeting": .text(meeting)])
      : line(
        "letter.opening.changed", ["meeting": .text(meeting), "number": .words("\(state.number)")])
    let firm =
      isFinal ? "letter.firm" : step == .draft ? "letter.draft-again" : "letter.not-firm"
    return [first, line(firm), line("letter.clock")]
  }

  /// What the publisher has to say to everyone.
  private var note: [LetterBlock] {
    let lines = CalendarText.clean(state.head.note).split(separator: "\n").map(String.init)
    return lines.isEmpty ? [] : [.paragraph(lines.map { [.text($0)] })]
  }

  private var news: [LetterBlock] {
    guard !letter.news.isEmpty else { return [] }
    return [.heading(words("letter.news"))]
      + letter.news.map { .item(name($0.after), lines($0)) }
  }

  private func lines(_ news: PersonalLetter.News) -> [LetterBlock.Line] {
    let now = news.after.event
    var lines: [LetterBlock.Line] = []
    for what in news.what {
      let key = "letter.change.\(what.name)"
      switch what {
      case .event(.moved), .event(.room): continue
      case .event(.people): lines += news.people.map(self.people) ?? []
      case .roomName:
        lines.append(
          line(
            key,
            [
              "before": .text(news.before?.event.room.words ?? ""), "after": .text(now.room.words),
            ]))
      case .event(.title):
        lines.append(line(key, ["title": .text(news.before?.event.title ?? "")]))
      case .event(.cancelled):
        lines.append(line(key, ["when": .text(full(news.before?.event ?? now))]))
        if let reason = now.cancellation, !reason.isEmpty {
          lines.append(line("letter.reason", ["reason": .text(reason)]))
        }
      case .event, .joined, .left: lines.append(line(key, ["when": .text(full(now))]))
      }
    }
    let isMoved = news.what.contains(.event(.moved)) || news.what.contains(.event(.room))
    if isMoved, let before = news.before?.event {
      lines.append(line("letter.change.before", ["when": .text(full(before))]))
      lines.append(line("letter.change.now", ["when": .text(full(now))]))
    }
    return lines
  }

  /// Who follows whom in which role, a line each.
  private func people(_ change: PeopleChange) -> [LetterBlock.Line] {
    change.turns.map { turn in
      let role = turn.role.isEmpty ? words("page.session.with") : words.role(turn.role)
      let key =
        turn.left.isEmpty
        ? "letter.people.came" : turn.came.isEmpty ? "letter.people.left" : "letter.people.turn"
      return line(
        key,
        [
          "role": .text(role.capitalizedFirst), "came": .text(words.list(turn.came)),
          "left": .text(words.list(turn.left)),
        ])
    }
      + change.renamed.map {
        line("letter.people.renamed", ["before": .text($0.before), "after": .text($0.after)])
      }
  }

  private var sessions: [LetterBlock] {
    guard !letter.parts.isEmpty else {
      return [.paragraph([line("letter.sessions.none")])]
    }
    return [.heading(words("letter.sessions"))]
      + letter.parts.map { .item(name($0.entry), lines($0)) }
  }

  private func lines(_ part: PersonalLetter.Part) -> [LetterBlock.Line] {
    let event = part.entry.event
    var lines: [LetterBlock.Line] = [[.text(full(event))]]
    if let own = ownTime(event) { lines.append(own) }
    if !part.roles.isEmpty {
      let roles = words.list(part.roles.map(words.role))
      lines.append(line("letter.part", ["roles": .text(roles)]))
    }
    if !part.isRequired {
      lines.append(line("letter.part.preferred"))
    } else if part.roles.isEmpty {
      lines.append(line("letter.part.required"))
    }
    if let online = run(event.conference) {
      lines.append(line("letter.online", ["address": online]))
    }
    if let page = run(event.page) { lines.append(line("letter.page", ["address": page])) }
    return lines
  }

  /// A link, or the words that stand in its place.
  private func run(_ address: TypedAddress) -> LetterBlock.Run? {
    address.address.map { .link($0.text) } ?? address.words.map { .text($0) }
  }

  /// The time where the person is, where clocks there show another.
  private func ownTime(_ event: PublishedEvent) -> LetterBlock.Line? {
    guard let zone = letter.person.zone, let own = ZoneClock(zone),
      own.offset(at: event.start) != clock.offset(at: event.start)
    else { return nil }
    return line("letter.own-time", ["zone": .text(zone), "time": .text(time(event, own))])
  }

  private var calendars: [LetterBlock] {
    let address = state.head.address
    guard let calendar, let https = WebAddress(exactly: calendar.https)?.text,
      let webcal = WebAddress(exactly: calendar.webcal)?.text
    else { return [] }
    var lines = [
      line("letter.calendar.words"), line("letter.calendar.subscribe", ["address": .link(webcal)]),
      line("letter.calendar.paste", ["address": .link(https)]),
    ]
    if state.head.people == .private { lines.append(line("letter.calendar.secret")) }
    return [
      .heading(words("letter.calendar")), .paragraph(lines),
      .paragraph([line("letter.programme", ["address": .link(address)])]),
    ]
  }

  // MARK: Parts of lines

  private func line(
    _ key: String, _ values: KeyValuePairs<String, LetterBlock.Run> = [:]
  ) -> LetterBlock.Line {
    LetterBlock.line(words.pieces(key), values)
  }

  private func title(_ entry: PublicationState.Entry, atMost most: Int = 300) -> String {
    let title = CalendarText.line(entry.event.title).trimmingBlanks
    return title.isEmpty
      ? entry.session : title.count > most ? title.prefix(most) + "…" : title
  }

  /// `Opening Ceremony (opening-1)`.
  private func name(_ entry: PublicationState.Entry) -> String {
    let title = title(entry)
    return title == entry.session ? title : "\(title) (\(entry.session))"
  }

  private func full(_ event: PublishedEvent) -> String {
    let time = time(event, clock)
    let room = CalendarText.line(event.room.words)
    return room.isEmpty ? time : words("letter.place", ["time": time, "room": room])
  }

  private func time(_ event: PublishedEvent, _ clock: ZoneClock) -> String {
    let start = clock.wallTime(atInstant: event.start)
    return words(
      "letter.stay",
      [
        "day": words.shortWithYear(start.date), "start": start.clock,
        "end": clock.wallTime(atInstant: event.end).clock,
        "offset": clock.offsetText(at: event.start),
      ])
  }
}
