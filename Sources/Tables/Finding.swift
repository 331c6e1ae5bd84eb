// SPDX-License-Identifier: GPL-3.0-or-later

/// Something to say about a table that a user wrote: where it is, what is there, what would be
/// right.
///
/// Findings are values, not errors: reading goes on, so that one run names all of them.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// The file cannot be read as the table it should be (exit status 2 everywhere).
    case unreadable
    /// The scenario contradicts itself or the contract; it cannot be planned.
    case error
    /// Worth knowing; holds nothing back.
    case warning
    /// How something was understood that can stay as it is.
    case note
  }

  /// One of several cells that a finding is about.
  public struct Cell: Hashable, Sendable {
    /// The line of the file, or the row of the sheet.
    public var line: Int
    /// Its place in the workbook, if it is in one.
    public var sheet: SheetPlace?
    /// What is there.
    public var value: String
    /// What it was read as.
    public var plain: String?

    public init(line: Int, value: String, plain: String? = nil) {
      self.line = line
      self.value = value
      self.plain = plain
    }
  }

  /// What kind of finding it is, a short token such as `unknown-id` or the id of a rule.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// The file's name inside the scenario's folder, such as `rooms.csv`, or a workbook's.
  public var file: String
  /// Line in the file, the header being line 1, or a sheet's row; `nil` where the finding is about the
  /// whole file or sheet.
  public var line: Int?
  /// The place in the workbook that the file is.
  public var sheet: SheetPlace?
  /// The heading of the column, or the key of a setting, by its path.
  public var column: String?
  /// What stands there, where it is about one value.
  public var value: String?
  /// The whole finding as a sentence, without place and suggestion.
  public var sentence: String
  /// What would be right, as a sentence; `nil` where nothing can be proposed.
  public var suggestion: String?
  /// All cells of a finding about a whole column, in order; empty for one about a single place.
  public var cells: [Cell] = []

  /// `rooms.csv, line 7`, `rooms.csv`; in a workbook `plan.xlsx, rooms!C7`.
  public var placeWords: String {
    if let sheet { return "\(file), \(sheet.text)" }
    return file + (line.map { ", line \($0)" } ?? "")
  }

  /// Whether the scenario cannot be used as it is.
  public var isGrave: Bool { severity == .error || severity == .unreadable }

  public init(
    _ rule: String, _ severity: Severity = .error, file: String, line: Int? = nil,
    column: String? = nil, value: String? = nil, _ sentence: String, suggestion: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.sentence = sentence
    self.suggestion = suggestion
  }
}
