// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Everything that a scenario says, as text from its files or sheets, before it is interpreted:
/// headings as written, the user's own columns too, rows in their order.
public struct ScenarioContent {
  /// `meeting.json` as an object.
  public var meeting: [String: Any]
  /// The tables that exist; cells by heading.
  public var tables: [TableName: Table]
  /// In order of their names.
  public var whatIfs: [WhatIfContent]
  /// Sheets that are not part of a scenario: their contents are not in here.
  public var others: [String]

  public init(
    meeting: [String: Any] = [:], tables: [TableName: Table] = [:],
    whatIfs: [WhatIfContent] = [], others: [String] = []
  ) {
    self.meeting = meeting
    self.tables = tables
    self.whatIfs = whatIfs
    self.others = others
  }

  /// `meeting.json`: its text, the keys in the contract's order.
  public var meetingText: String {
    JSONLayout(order: MeetingFile.keys + ["date", "label", "open", "starts"]).text(meeting)
  }
}

/// A what-if before its changes mean anything.
public struct WhatIfContent {
  /// The file's name without its ending.
  public var name: String
  /// In the words of the person who asks; perhaps empty.
  public var question: String
  /// As the members of a file's `changes`.
  public var changes: [[String: Any]]

  public init(name: String, question: String, changes: [[String: Any]]) {
    self.name = name
    self.question = question
    self.changes = changes
  }

  /// `what-if/NAME.json`: its text.
  public var text: String {
    JSONLayout(order: ["question", "changes", "table", "id", "where", "set", "add", "remove"])
      .text(["question": question, "changes": changes])
  }
}
