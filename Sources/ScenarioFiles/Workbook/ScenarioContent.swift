// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// All that a scenario says, as text that stands in its files or sheets, before anything is made of
/// it: headings as they stand, columns of the user's own too, rows in their order.
public struct ScenarioContent {
  /// `meeting.json` as an object.
  public var meeting: [String: Any]
  /// Each table that there is; cells by heading.
  public var tables: [TableName: Table]
  /// In order of their names.
  public var whatIfs: [WhatIfContent]
  /// Sheets that are no part of a scenario: what they hold is not in here.
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
  /// In the words of whoever asks; perhaps empty.
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
