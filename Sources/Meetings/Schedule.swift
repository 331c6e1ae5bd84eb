// SPDX-License-Identifier: GPL-3.0-or-later

/// Where sessions are placed: a list of rows, good or bad, as a file or a search left them.
public struct Schedule: Sendable, Hashable {
  /// Whether a session takes place.
  public enum Status: String, Sendable, CaseIterable { case placed, unplaced, held }

  /// What happens to one session.
  public struct Row: Sendable, Hashable {
    /// The session's id.
    public var session: String
    /// Whether it takes place.
    public var status: Status
    /// `nil` unless placed, or if its day or hour is not known.
    public var start: WallTime?
    /// When it ends, where the schedule says so; otherwise it lasts the minutes of its table.
    public var end: WallTime?
    /// The day, if nothing else is known of the time.
    public var date: CalendarDate?
    /// The room's id; `nil` unless placed, or if it is not known. A baseline may name a room that
    /// no longer exists.
    public var room: String?

    public init(
      session: String, status: Status, start: WallTime? = nil, end: WallTime? = nil,
      date: CalendarDate? = nil, room: String? = nil
    ) {
      self.session = session
      self.status = status
      self.start = start
      self.end = end
      self.date = date
      self.room = room
    }

    /// From its start to its end, if the schedule gives one; otherwise this many minutes later.
    public func stay(lasting minutes: Int) -> Interval? {
      start.map { Interval(start: $0, end: end ?? $0 + minutes) }
    }

    /// A session that has its place.
    public static func placed(_ session: String, _ start: WallTime, _ room: String) -> Row {
      Row(session: session, status: .placed, start: start, room: room)
    }
  }

  /// A row for each session at most.
  public var rows: [Row]

  public init(rows: [Row]) { self.rows = rows }

  /// The first row of each session, by its id (a second one breaks `placed-once` and counts for nothing else).
  public var firstRows: [String: Row] {
    Dictionary(rows.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
