// SPDX-License-Identifier: GPL-3.0-or-later

import Register

/// How a publication follows the previous one: which sessions get a new version, and with which
/// number (RFC 5546, section 2.1.4; CalConnect's recommendation for titles and rooms).
///
/// SEQUENCE rises when start, end or status change. Another title or room, or anything else that a
/// calendar shows, the room's name among it, is a new LAST-MODIFIED and DTSTAMP under the same
/// SEQUENCE. A session that is no more in the programme is cancelled; one that comes back is the same
/// event again. Another id alone is nothing that a calendar shows: what was renamed goes on.
public struct Succession: Sendable {
  /// The number of the new publication.
  public let number: Int
  /// When it is published, in seconds since 1970-01-01 00:00 UTC.
  public let instant: Int
  /// What to add to the register; empty if nothing is new.
  public private(set) var versions: [PublicationRegister.Version] = []
  /// Whether there is anything to publish at all.
  public private(set) var isNew: Bool

  /// - Parameter now: the time of publication; later than the last one's in any case, since
  ///   calendars order changes by it.
  public init(_ proposal: Proposal, after previous: PublicationState?, now: Int) throws {
    number = (previous?.number ?? 0) + 1
    instant = max(now, (previous?.instant ?? Int.min) + 1)
    isNew = previous.map { Self.differs(proposal.head, $0.head) } ?? true
    let previous = previous?.renamed(by: proposal.head.renames ?? [])
    let known = previous?.bySession ?? [:]
    let lineage = previous?.lineage ?? Lineage()
    var uids = Set(known.values.map(\.uid))
    for (session, event) in proposal.events.sorted(by: { $0.key < $1.key }) {
      let entry = known[session]
      let uid = entry?.uid ?? Self.free(proposal.identities[session] ?? session, uids)
      uids.insert(uid)
      try add(lineage.key(.session, session), event, entry, uid)
    }
    let gone = known.values.filter { proposal.events[$0.session] == nil }
    for entry in gone.sorted(by: { $0.session < $1.session }) {
      var event = entry.event
      event.status = proposal.head.cancelled == .visible ? .tombstone : .cancelled
      event.cancellation = proposal.cancellations[entry.session]
      try add(entry.key, event, entry, entry.uid)
    }
    if !versions.isEmpty { isNew = true }
  }

  /// A UID that no session has: that of an id which was another session's once has `~2` in it.
  private static func free(_ uid: String, _ taken: Set<String>) -> String {
    let local = uid.prefix { $0 != "@" }
    var free = uid
    var number = 2
    while taken.contains(free) {
      free = "\(local)~\(number)\(uid.dropFirst(local.count))"
      number += 1
    }
    return free
  }

  /// A note belongs to its publication: to publish the same again without one is nothing new. So do
  /// renames.
  private static func differs(_ head: PublicationHead, _ previous: PublicationHead) -> Bool {
    var previous = previous
    previous.renames = nil
    if head.note.isEmpty { previous.note = "" }
    // Of files that are out nothing changes by it.
    previous.fileNames = head.fileNames
    return head != previous
  }

  private mutating func add(
    _ key: String, _ event: PublishedEvent, _ entry: PublicationState.Entry?, _ uid: String
  ) throws {
    guard entry?.event != event else { return }
    let shows = entry.map { !$0.event.showsSame(as: event) } ?? true
    versions.append(
      PublicationRegister.Version(
        publication: number, session: key, uid: uid,
        sequence: Self.sequence(event, after: entry),
        modified: shows ? instant : entry?.modified ?? instant,
        event: try RegisterText.text(event)))
  }

  private static func sequence(
    _ event: PublishedEvent, after entry: PublicationState.Entry?
  ) -> Int {
    guard let entry else { return 0 }
    let old = entry.event
    // A clock with another name may show another time for the same instant.
    let isRescheduled =
      (old.start, old.end, old.zone) != (event.start, event.end, event.zone)
      || old.status != event.status
    return isRescheduled ? entry.sequence + 1 : entry.sequence
  }
}
