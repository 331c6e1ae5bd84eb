// SPDX-License-Identifier: GPL-3.0-or-later

/// What is placed: one gathering of an activity, or of several.
public struct Session: Sendable {
  /// Whether a session may be left out.
  public enum Placement: String, Sendable, CaseIterable { case must, optional }

  /// What is settled beforehand; any part alone, or several together.
  public struct Pin: Sendable, Hashable {
    /// The day that it is tied to.
    public var date: CalendarDate?
    /// Minute of the day.
    public var start: Int?
    /// Index into `Scenario.rooms`.
    public var room: Int?

    public init(date: CalendarDate? = nil, start: Int? = nil, room: Int? = nil) {
      self.date = date
      self.start = start
      self.room = room
    }
  }

  /// Unique over all tables.
  public var id: String
  /// Indices into `Scenario.activities`; several for a joint session. Never empty.
  public var activities: [Int]
  /// As published.
  public var title: String
  /// How long it lasts.
  public var minutes: Int
  /// Seats wanted; 0 if the table names none.
  public var audience: Int
  /// Its own themes, or its activities' if the table names none; without repeats.
  public var themes: [String]
  /// What its room must have.
  public var needs: Set<String>
  /// Whether it may be left out.
  public var placement: Placement
  /// 1–5.
  public var priority: Int
  /// What its row ties it to.
  public var pin: Pin
  /// Stretches that it must be inside, or `nil` for anywhere.
  public var allowed: [Interval]?
  /// Whether nothing else may run at the same time.
  public var isExclusive: Bool
  /// The address of its page; perhaps empty.
  public var url: String
  /// The row as written, by column, cells trimmed: where a publication finds columns beyond the
  /// contract.
  public var cells: [String: String]
  /// The line that its row begins on, the header being line 1.
  public var line: Int

  public init(
    id: String, activities: [Int], title: String, minutes: Int, audience: Int = 0,
    themes: [String] = [], needs: Set<String> = [], placement: Placement = .must,
    priority: Int = 3, pin: Pin = Pin(), allowed: [Interval]? = nil, isExclusive: Bool = false,
    url: String = "", cells: [String: String] = [:], line: Int = 0
  ) {
    self.id = id
    self.activities = activities
    self.title = title
    self.minutes = minutes
    self.audience = audience
    self.themes = themes
    self.needs = needs
    self.placement = placement
    self.priority = priority
    self.pin = pin
    self.allowed = allowed
    self.isExclusive = isExclusive
    self.url = url
    self.cells = cells
    self.line = line
  }
}
