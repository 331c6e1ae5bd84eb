// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables

/// A scenario's tables in the contract's form, beside what its folder or workbook holds: worked out
/// only by reading, so that the difference can be shown before anything is written.
public struct TidyPlan: Sendable {
  /// Files or sheets that would be written differently, in the contract's order.
  public let files: [TidiedFile]
  /// Errors and warnings that stay: anything without exactly one meaning is left as it is.
  public let left: [Finding]
  /// What cannot be read of the tables and so would be missing from a copy elsewhere.
  public let unreadable: [Finding]
  /// Files or sheets that are not part of a scenario.
  public let others: [String]
  /// Where the tables are in the workbook that they come from; `nil` for a folder.
  public let sheets: SheetMap?
  let folder: URL
  /// The bytes of every file that was read: the plan is valid only for these.
  let read: [String: Data]
  /// All files of the scenario, changed or not.
  let all: [TidiedFile]

  /// Reads a folder, or a workbook.
  public init(_ url: URL) {
    let source =
      ScenarioWorkbook.isWorkbook(url) ? TidySource(workbook: url) : TidySource(url)
    var all = Self.texts(source)
    var refused: [Finding] = []
    let tables = Self.tables(source)
    for name in TableName.allCases {
      guard let found = source.tables[name]?.found else { continue }
      let file = tables[name]?.file(found)
      let isSure = tables[name]?.isReadBack ?? false
      if let file, file.isChanged, !isSure { refused.append(Self.refusal(found.file)) }
      // One that would read differently, or whose headings clash, stays as it is.
      let own = isSure ? file : nil
      all.append(own ?? TidiedFile(unchanged: found, as: name.file))
    }
    folder = url
    read = source.bytes
    sheets = source.sheets
    unreadable = source.unreadable
    others = source.others
    self.all = all
    files = all.filter(\.isChanged)
    left = Self.left(in: url, after: files) + refused
  }

  /// Whether everything is already in the contract's form, as far as it has one meaning.
  public var isEmpty: Bool { files.isEmpty }

  /// Whether there is a scenario at all.
  public var isThere: Bool { !all.isEmpty }

  // MARK: Files

  /// The tables that can be written in the plain form.
  private static func tables(_ source: TidySource) -> [TableName: TidiedTable] {
    var raw = RawScenario()
    raw.meeting = source.meeting
    for (name, table) in source.tables {
      raw.tables[name] = table.grid.table().table.map {
        TableHeader(name, Reporter()).named($0)
      }
    }
    raw.makePlain(Reporter())
    let names = NamesForIDs(identities: ScenarioBuilder(raw, Reporter()).identities())
    var tables: [TableName: TidiedTable] = [:]
    for (name, table) in source.tables {
      tables[name] = TidiedTable(name, table.grid, raw.context, names)
    }
    return tables
  }

  /// The texts that are not tables: every letter is kept except dates, hours and times in
  /// meeting.json.
  private static func texts(_ source: TidySource) -> [TidiedFile] {
    source.texts.sorted { $0.key < $1.key }.map { name, found in
      let bytes = PlainText.bytes(found.bytes, file: found.file)
      let meeting = name == MeetingFile.name ? Self.meeting(bytes, source.meeting) : nil
      var file = TidiedFile(
        name: name, oldName: found.file, before: found.bytes,
        after: meeting.map { Data($0.text.utf8) } ?? bytes)
      file.layout = PlainText.layout(found.bytes, file: found.file)
      file.cells = meeting?.cells ?? []
      return file
    }
  }

  /// `nil` if the bytes are not text.
  private static func meeting(_ bytes: Data, _ object: [String: Any]) -> MeetingSpellings? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let reporter = Reporter()
    let places = JSONFile(Array(bytes), file: MeetingFile.name).lines.mapValues {
      Table.Place(file: MeetingFile.name, line: $0)
    }
    _ = MeetingFile(reporter, places).meeting(object)
    return MeetingSpellings(text, reporter.findings.filter { $0.rule == "spelling" })
  }

  private static func refusal(_ file: String) -> Finding {
    Finding(
      "tidy", .warning, file: file,
      "In the contract's form the table would not read as it does now; it is left as it is.",
      suggestion: "is one of its own headings made of ';' or tabs?")
  }

  // MARK: What stays

  /// The findings about the scenario as it is, without those that the plan mends.
  private static func left(in folder: URL, after files: [TidiedFile]) -> [Finding] {
    var named: Set<[String]> = []
    for cell in files.flatMap(\.cells) where cell.reason == .nameForID {
      named.insert(["\(cell.line)", cell.column])
    }
    let renamed = Set(files.filter(\.isRenamed).flatMap { [$0.name, $0.oldName] })
    return ScenarioFolder.read(folder).findings.filter { finding in
      switch finding.rule {
      case _ where finding.severity == .note: false
      case "missing-file", "unknown-file": !renamed.contains(finding.file)
      case "name-for-id": !named.contains(["\(finding.line ?? 0)", finding.column ?? ""])
      default: true
      }
    }
  }
}

extension TidiedFile {
  /// A file that stays as it is.
  init(unchanged found: TidySource.Found, as name: String) {
    self.init(name: name, oldName: found.file, before: found.bytes, after: found.bytes)
  }
}
