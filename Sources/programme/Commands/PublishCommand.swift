// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Publications
import Rules

extension Command {
  /// `programme publish SCENARIO DRAFT`: calendars, pages and change pack, one publication after
  /// another.
  static let publish = Command(
    name: "publish", arguments: ["SCENARIO", "DRAFT"],
    summary: "publishes a reviewed schedule: calendars that follow it, pages, what changed",
    options: [
      Option(
        name: "status", value: "draft|final",
        help: "how firm it is (as in the last publication; draft in the first)"),
      Option(name: "note", value: "TEXT", help: "what everyone should know about it"),
      Option(
        name: "with-violations", value: "REASON",
        help: "although rules are broken; the page shows the reason"),
      Option(
        name: "cancelled", value: "standard|visible",
        help: "cancelled sessions: as the standard says, or kept with the word in their title"),
      Option(
        name: "people", value: "private|listed",
        help: "people's own calendars: at secret addresses, or listed for everybody"),
      Option(
        name: "address", value: "URL",
        help: "where the files will be found (as before; https://<calendar.domain>/ at first)"),
      Option(
        name: "new-address", value: "PERSON;…",
        help: "gives these people another secret address; the old one ends"),
      Option(name: "preview", value: nil, help: "says what calendars will show; writes nothing"),
      Option(name: "out", value: "DIR", help: "where the register is (Output/<scenario id>)"),
      Option(name: "now", value: "TIME", help: "time of publication, such as 2025-05-01T12:00:00Z"),
      Option(name: "force", value: nil, help: "replace published files that were edited since"),
      DraftReference.option, Command.json,
    ],
    notes: DraftReference.notes("DRAFT")
  ) { typed throws(UsageError) in
    try PublishRun(typed).run()
  }
}

/// One publishing, from a schedule to what everybody sees.
struct PublishRun {
  private let typed: Invocation
  private let now: Int
  private let status: PublicationHead.Status?
  private let cancelled: PublicationHead.Cancelled?
  private let people: PublicationHead.People?
  private let address: String?
  private let reason: String?

  init(_ typed: Invocation) throws(UsageError) {
    self.typed = typed
    status = try Self.choice("status", typed)
    cancelled = try Self.choice("cancelled", typed)
    people = try Self.choice("people", typed)
    address = try typed.text("address").map { text throws(UsageError) in
      try Self.address(text)
    }
    reason = typed.text("with-violations").map { $0.trimmingCharacters(in: .whitespaces) }
    if reason?.isEmpty == true {
      throw UsageError("--with-violations needs a reason, which the page will show")
    }
    if let text = typed.text("now") {
      guard let now = Self.instant(text) else {
        throw UsageError("--now '\(text)' is not a time such as 2025-05-01T12:00:00Z")
      }
      self.now = now
    } else {
      now = Int(Date().timeIntervalSince1970)
    }
  }

  func run() throws(UsageError) -> ExitStatus {
    guard let scenario = Loading(typed.arguments[0], whatIf: nil).usable() else {
      return .unusable
    }
    let path = try DraftReference.schedule(
      typed.arguments[1], typed, of: scenario.meeting.id, isOwn: true
    ).path
    guard let schedule = Loading.schedule(path, against: scenario) else { return .unusable }
    let review = Review(scenario: scenario, schedule: schedule)
    if !review.violations.isEmpty && reason == nil {
      Terminal.note(PublishWords.refusal(review))
      return .no
    }
    let folder = URL(filePath: typed.text("out") ?? "Output/\(scenario.meeting.id)")
    let publisher = Publisher(folder: folder)
    let request = Publisher.Request(
      now: now, newAddresses: list("new-address"), isForced: typed.has("force")
    ) { previous in
      Proposal(Programme(schedule, of: scenario), wording(previous, scenario, review))
    }
    do {
      let isPreview = typed.has("preview")
      let outcome = try isPreview ? publisher.preview(request) : publisher.publish(request)
      let words = PublishWords(outcome, folder: folder.relativePath, isPreview: isPreview)
      Terminal.say(typed.has("json") ? words.json : words.text)
      return .yes
    } catch {
      Terminal.complain("\(error)")
      if let failure = error as? Publisher.Failure {
        for finding in failure.findings.prefix(50) { Terminal.note("  \(finding)\n") }
      }
      return .unusable
    }
  }

  /// What is not said stays as it was.
  private func wording(
    _ previous: PublicationHead?, _ scenario: Scenario, _ review: Review
  ) -> Proposal.Wording {
    let domain = scenario.meeting.calendar?.domain
    return Proposal.Wording(
      status: status ?? previous?.status ?? .draft,
      cancelled: cancelled ?? previous?.cancelled ?? .standard,
      people: people ?? previous?.people ?? .private,
      address: address ?? previous?.address ?? domain.map { "https://\($0)/" } ?? "",
      note: typed.text("note") ?? "",
      violationsReason: review.violations.isEmpty ? nil : reason,
      violations: review.violations.count)
  }

  private func list(_ option: String) -> [String] {
    (typed.text(option) ?? "").split(separator: ";").map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
  }

  private static func choice<T: RawRepresentable & CaseIterable>(
    _ option: String, _ typed: Invocation
  ) throws(UsageError) -> T? where T.RawValue == String {
    guard let text = typed.text(option) else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue).joined(separator: " or ")
    throw UsageError("--\(option) '\(text)' is not known; \(known)")
  }

  /// An absolute address that files can be appended to.
  private static func address(_ text: String) throws(UsageError) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"\"<>?#\\^`{|}".utf8.contains($0)
    }
    guard isPlain, let scheme = ["https://", "http://"].first(where: text.hasPrefix),
      text.utf8.count > scheme.utf8.count, text.utf8.count < 400
    else {
      throw UsageError("--address '\(text)' is not an address such as https://igf.example/2025/")
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// `2025-05-01T12:00:00Z`.
  private static func instant(_ text: String) -> Int? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(parts[0]), parts[1].utf8.count == 9,
      parts[1].hasSuffix("Z"), let minutes = ClockTime.minutes(parts[1].prefix(5)), minutes < 1440,
      let seconds = ClockTime.minutes("00" + parts[1].dropFirst(5).prefix(3))
    else { return nil }
    return date.dayNumber * 86_400 + minutes * 60 + seconds
  }
}
