// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables

/// A scenario's tables in the contract's form, beside what stands in its folder: found out by reading
/// alone, so that the difference can be shown before anything is written.
public struct TidyPlan: Sendable {
  /// Files that are to be written otherwise, in the contract's order.
  public let files: [TidiedFile]
  /// Errors and warnings that stay: what has no one meaning is left as it is.
  public let left: [Finding]
  let folder: URL
  /// The bytes of every file that was read: the plan holds for these alone.
  let read: [String: Data]

  /// Reads a folder.
  public init(_ folder: URL) {
    let source = TidySource(folder)
    var files = Self.texts(source)
    var refused: [Finding] = []
    for table in Self.tables(source) {
      guard let found = source.tables[table.name]?.found else { continue }
      let file = table.file(found)
      if file.isChanged, !table.isReadBack {
        refused.append(Self.refusal(found.file))
      } else {
        files.append(file)
      }
    }
    self.folder = folder
    read = source.bytes
    self.files = files.filter(\.isChanged)
    left = Self.left(in: folder, after: self.files) + refused
  }

  /// Whether all is in the contract's form already, as far as it has one meaning.
  public var isEmpty: Bool { files.isEmpty }

  // MARK: Files

  /// The tables that can be read, in the contract's order.
  private static func tables(_ source: TidySource) -> [TidiedTable] {
    var raw = RawScenario()
    raw.meeting = source.meeting
    for (name, table) in source.tables {
      raw.tables[name] = table.grid.table().table.map {
        TableHeader(name, Reporter()).named($0)
      }
    }
    raw.makePlain(Reporter())
    let names = NamesForIDs(identities: ScenarioBuilder(raw, Reporter()).identities())
    return TableName.allCases.compactMap { name in
      source.tables[name].flatMap { TidiedTable(name, $0.grid, raw.context, names) }
    }
  }

  /// The texts that are no tables: their encoding and name alone, every letter of them is kept.
  private static func texts(_ source: TidySource) -> [TidiedFile] {
    source.texts.sorted { $0.key < $1.key }.map { name, found in
      var file = TidiedFile(
        name: name, oldName: found.file, before: found.bytes,
        after: PlainText.bytes(found.bytes, file: found.file))
      file.layout = PlainText.layout(found.bytes, file: found.file)
      return file
    }
  }

  private static func refusal(_ file: String) -> Finding {
    Finding(
      "tidy", .warning, file: file,
      "In the contract's form the table would not read as it does now; it is left as it is.",
      suggestion: "is one of its own headings made of ';' or tabs?")
  }

  // MARK: What stays

  /// The findings of the folder as it stands, without those that the plan mends.
  private static func left(in folder: URL, after files: [TidiedFile]) -> [Finding] {
    var named: Set<[String]> = []
    for file in files {
      for cell in file.cells where cell.reason == .nameForID {
        named.insert([file.oldName, "\(cell.line)", cell.column])
      }
    }
    let renamed = Set(files.filter(\.isRenamed).flatMap { [$0.name, $0.oldName] })
    return ScenarioFolder.read(folder).findings.filter { finding in
      switch finding.rule {
      case _ where finding.severity == .note: false
      case "missing-file", "unknown-file": !renamed.contains(finding.file)
      case "name-for-id":
        !named.contains([finding.file, "\(finding.line ?? 0)", finding.column ?? ""])
      default: true
      }
    }
  }
}
