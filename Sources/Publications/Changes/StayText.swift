// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Texts

/// Times and places in the words of letters.
struct StayText {
  let clock: ZoneClock

  /// `Mon 9 Oct 2023, 09:30–11:00 (UTC+9)`.
  func time(_ event: PublishedEvent) -> String {
    let start = clock.wallTime(atInstant: event.start)
    let end = clock.wallTime(atInstant: event.end)
    return "\(VenueClock.short(start.date)) \(start.date.year), \(start.clock)–\(end.clock)"
      + " (\(VenueClock(zone: clock).offset(at: event.start)))"
  }

  /// With its room.
  func full(_ event: PublishedEvent) -> String { "\(time(event)), \(event.room.words)" }

  func date(_ event: PublishedEvent) -> CalendarDate {
    clock.wallTime(atInstant: event.start).date
  }

  /// What happened to a session, a line for each part of it.
  func lines(_ change: EventChange) -> [String] {
    let new = change.after.event
    guard let old = change.before?.event else { return ["It is new: \(full(new))."] }
    var lines: [String] = []
    for what in change.what {
      switch what {
      case .cancelled:
        let reason = new.cancellation ?? ""
        lines.append("It is cancelled. It was to be: \(full(old)).")
        if !reason.isEmpty { lines.append("Reason: \(reason)") }
      case .returned: lines.append("It takes place after all: \(full(new)).")
      case .new: lines.append("It is new: \(full(new)).")
      case .moved, .room: continue
      case .people: lines += (change.people.map { ChangeWords.lines($0) } ?? []).map { "\($0)." }
      case .title: lines.append("Its title was: \(old.title)")
      case .details: lines.append("What is said about it has changed; time and room have not.")
      }
    }
    if change.what.contains(.moved) || change.what.contains(.room) {
      lines.append("Before: \(full(old)).")
      lines.append("Now:    \(full(new)).")
    }
    return lines
  }

  /// The same to somebody who has to be, or had to be, in it.
  func lines(_ change: EventChange, for personal: PersonalChange) -> [String] {
    let new = change.after.event
    let old = change.before?.event ?? new
    switch personal {
    case .goes(let roles):
      return [
        "You are no longer \(Self.roles(roles)) it: \(full(old)).",
        "Your own calendar no longer holds it.",
      ]
    case .comes(let roles):
      let online = new.conference.address?.text ?? new.conference.words
      let place = online.map { ["Online: \($0)"] } ?? []
      return ["You are now \(Self.roles(roles)) it: \(full(new))."] + place
        + ["Your own calendar holds it."]
    case .changesRole(let before, let after):
      return ["You are now \(Self.roles(after)) it; before: \(before.listed)."] + lines(change)
    case .stays: return lines(change)
    }
  }

  /// `speaker and moderator of`; `in`, where no role is said.
  private static func roles(_ roles: [String]) -> String {
    let said = roles.filter { !$0.isEmpty }
    return said.isEmpty ? "in" : "\(said.listed) of"
  }

  /// `Moved, room changed`.
  static func words(_ change: EventChange) -> String {
    let words = change.what.map(\.word).joined(separator: ", ").lowercased()
    return words.capitalizedFirst
  }
}
