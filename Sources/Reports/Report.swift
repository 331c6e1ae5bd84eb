// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Pages

/// A review as sections of plain blocks. Page, Markdown and JSON are written from the same blocks,
/// so every number in one is in the others.
public struct Report: Sendable {
  /// What is at the top, and in the window's title bar.
  public var title: String
  /// In the order in which they are read.
  public var sections: [Section]

  public init(title: String, sections: [Section]) {
    self.title = title
    self.sections = sections
  }

  /// A heading with what is under it.
  public struct Section: Sendable {
    /// Short and fixed, for links and programs.
    public var id: String
    /// What the heading says.
    public var title: String
    /// From top to bottom.
    public var blocks: [Block]

    public init(id: String, title: String, blocks: [Block]) {
      self.id = id
      self.title = title
      self.blocks = blocks
    }
  }

  /// What a section is made of.
  public enum Block: Sendable {
    case text(String)
    case list([String])
    case table(Table)
    /// A picture with the table of what it shows, for those who do not see it.
    case picture(HTML, table: Table)
    case timetable(DayTimetable)
  }

  /// A table with a heading for each column.
  public struct Table: Sendable {
    /// What the table shows, in a few words.
    public var caption: String
    /// The headings, in order.
    public var columns: [String]
    /// A cell for each column.
    public var rows: [[Cell]]

    public init(_ caption: String, _ columns: [String], _ rows: [[Cell]]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }
  }

  /// What a cell holds, as a value: page and data show it in their own ways.
  public enum Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    case text(String)
    case number(Int)
    /// A part of a total.
    case share(Int, of: Int)
    /// A state with its sign, never shown by colour alone.
    case state(State, String)
    /// Something to copy exactly.
    case code(String)

    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// Whether something is as it should be.
  public enum State: String, Sendable { case good, bad, open, plain }

  /// One day: columns are rooms, side by side where two sessions share one at once.
  public struct DayTimetable: Sendable {
    /// One session's place.
    public struct Entry: Sendable {
      /// Its id.
      public var session: String
      /// Empty if it has none.
      public var title: String
      /// Position in `rooms`.
      public var column: Int
      /// Positions in `times`.
      public var from: Int
      /// The end, as a position in `times`.
      public var to: Int
      /// Its start and end, on the venue's clocks.
      public var clock: String
      /// What breaks a hard rule there, in a few words each.
      public var broken: [String]
      /// What costs there, in a few words each.
      public var costs: [String]
    }
    /// Which day it is.
    public var heading: String
    /// Names of the columns.
    public var rooms: [String]
    /// Every start and end of the day, on the venue's clocks.
    public var times: [String]
    /// Room by room, in order of time.
    public var entries: [Entry]
  }
}

extension Report.Cell {
  /// The cell in words.
  public var words: String {
    switch self {
    case .text(let text), .code(let text): text
    case .number(let number): "\(number)"
    case .share(let part, let whole):
      whole == 0
        ? "0 of 0"
        : "\(part) of \(whole) (\(Int((Double(part) * 100 / Double(whole)).rounded())) %)"
    case .state(let state, let text): "\(state.sign) \(text)"
    }
  }
}

extension Report.State {
  var sign: String {
    switch self {
    case .good: "✓"
    case .bad: "✗"
    case .open: "?"
    case .plain: "·"
    }
  }
}
