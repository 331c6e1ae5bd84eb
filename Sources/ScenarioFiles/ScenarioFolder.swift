// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables

/// What came of reading a folder: a scenario if its tables allow one, and everything there is to
/// say.
public struct ScenarioReading: Sendable {
  /// Consistent even if findings left rows out, but not to be planned while there are errors.
  public let scenario: Scenario?
  /// Everything there is to say about the tables, in order.
  public let findings: [Finding]
  /// SHA-256 over the names and bytes of all files read, the what-if included.
  public let digest: String
  /// The meeting's frame, even if the other tables do not make a scenario.
  public var meeting: Meeting?
  /// The question of the what-if: its own, or made from its changes.
  public var question: String?
  /// What the what-if changes, a clause for each change.
  public var changes: [String] = []
  /// Whether the what-if changes nothing but when rooms and people are there.
  public var isAboutAvailability = false
  /// Where every row and key that was read is.
  public var places = RowPlaces()
  /// Ids of the rows of sessions.csv that are not sessions: the scenario is without them, and
  /// findings say why.
  public var unreadSessions: [String] = []
}

/// Where a what-if comes from.
public enum WhatIfSource: Hashable, Sendable, Codable {
  /// `what-if/NAME.json`.
  case named(String)
  /// Typed, as `TypedChange` reads it.
  case typed(String)
}

/// Reads scenarios (`scenario-format.md`), folders and workbooks alike.
public enum ScenarioFolder {
  /// Reads all tables, with the changes of `what-if/NAME.json` where a name is given.
  public static func read(_ folder: URL, whatIf: String? = nil) -> ScenarioReading {
    read(folder, asking: whatIf.map { .named($0) })
  }

  /// Reads all tables, with the changes of a what-if.
  ///
  /// - Parameter number: which of several typed what-ifs it is, from 1, for findings to name.
  public static func read(
    _ folder: URL, asking source: WhatIfSource?, number: Int? = nil
  ) -> ScenarioReading {
    let reporter = Reporter()
    guard var raw = RawScenario.read(folder, reporter) else {
      return ScenarioReading(scenario: nil, findings: placed(reporter), digest: "")
    }
    IDNames.checkFiles(raw.whatIfs?.names ?? WhatIfFile.names(in: folder), reporter)
    var question: String?
    var clauses: [String] = []
    var isAboutAvailability = false
    if let source, let whatIf = whatIf(source, number, folder, &raw, reporter) {
      clauses = WhatIfWords(raw: raw).clauses(whatIf.changes)
      isAboutAvailability = whatIf.isAboutAvailability
      question = whatIf.question.isEmpty ? WhatIfWords.question(clauses) : whatIf.question
      whatIf.apply(to: &raw, reporter)
    }
    let cancelled = CancellationsTable.takeOut(of: &raw, reporter)
    let built = ScenarioBuilder(raw, reporter).build()
    var scenario = built.scenario
    scenario?.cancellations = cancelled
    // Where there is no scenario, its findings about the frame are in already.
    let meeting =
      scenario?.meeting ?? MeetingFile(Reporter(), raw.meetingPlaces).meeting(raw.meeting)
    return ScenarioReading(
      scenario: scenario, findings: placed(reporter), digest: raw.digest,
      meeting: meeting,
      question: question, changes: clauses, isAboutAvailability: isAboutAvailability,
      places: raw.places, unreadSessions: built.unread)
  }

  /// The names of a scenario's what-ifs, in order.
  public static func whatIfs(in folder: URL) -> [String] {
    guard ScenarioWorkbook.isWorkbook(folder) else { return WhatIfFile.names(in: folder) }
    return WorkbookScenario.read(folder, Reporter())?.whatIfs.names ?? []
  }

  /// The findings, with places as their reader knows them.
  private static func placed(_ reporter: Reporter) -> [Finding] {
    let findings = reporter.findings.map { finding in
      let finding = withoutTypedLine(finding)
      return reporter.sheets?.placed(finding) ?? finding
    }
    // It has already been reported that a cell is empty because of a formula's error.
    let failed = Set(findings.filter { $0.rule == SheetTable.failure }.compactMap(\.sheet))
    return findings.filter { finding in
      finding.rule == SheetTable.failure || finding.sheet.map { !failed.contains($0) } ?? true
    }
  }

  /// What findings about a typed what-if name as their file.
  public static let typedFile = "--change"

  private static func whatIf(
    _ source: WhatIfSource, _ number: Int?, _ folder: URL, _ raw: inout RawScenario,
    _ reporter: Reporter
  ) -> WhatIf? {
    switch source {
    case .named(let name): return WhatIfFile(name, in: folder, reporter).read(&raw)
    case .typed(let text):
      do {
        let changes = try TypedChange.parse(text)
        raw.count("\(typedFile) \(text)")
        return WhatIf(
          file: typedFile, number: number, question: "", changes: changes, lines: [:])
      } catch {
        reporter.add(
          Finding(
            "what-if", .unreadable, file: typedFile, value: text,
            (number.map { "Change \($0): " } ?? "") + "'\(shortened(text))': \(error.sentence).",
            suggestion: "such as 'rooms ws3 available=2023-10-09'; 'programme what-if --help'"
              + " shows every form"))
        return nil
      }
    }
  }

  /// What was typed, as far as a sentence can hold it.
  static func shortened(_ text: String) -> String {
    text.count > 100 ? text.prefix(80) + "…" : text
  }

  /// What was typed has no lines.
  private static func withoutTypedLine(_ finding: Finding) -> Finding {
    guard finding.file == typedFile else { return finding }
    var finding = finding
    finding.line = nil
    return finding
  }
}
