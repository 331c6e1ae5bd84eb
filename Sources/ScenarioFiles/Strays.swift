// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables

/// Files in a scenario's folder that look like tables but are not read.
enum Strays {
  /// Reports every file whose name contains a table's, or nearly: a warning if that table is
  /// missing, a note if it is there.
  static func report(_ folder: URL, _ reporter: Reporter) {
    let names = names(in: folder)
    let known = TableName.allCases.map(\.file)
    for name in names where !known.contains(name) {
      guard let table = table(meantBy: name) else { continue }
      let isThere = names.contains(table.file)
      reporter.add(
        Finding(
          "unknown-file", isThere ? .note : .warning, file: name, "The file is not read.",
          suggestion: isThere
            ? "\(table.file) is read; is this a newer one of it?" : advice(name, table.file)))
    }
  }

  /// A file that may be the missing one.
  static func near(_ file: String, in folder: URL) -> String? {
    let names = names(in: folder)
    if file == MeetingFile.name {
      let books = names.filter { isWorkbook($0) }
      return names.first { name in
        let folded = name.lowercased()
        return name != file && folded.hasPrefix("meeting")
          && (folded.contains(".json") || folded.hasSuffix(".txt"))
      } ?? (books.count == 1 ? books[0] : nil)
    }
    return names.first { table(meantBy: $0)?.file == file }
  }

  /// Files that hold a missing table's text under another name, by table; those whose name calls
  /// them old or spare do not count.
  static func texts(in folder: URL) -> [TableName: [String]] {
    let names = names(in: folder)
    var found: [TableName: [String]] = [:]
    for name in names where textEndings.contains(ending(name)) && !isSpare(name) {
      guard let table = table(meantBy: name), !names.contains(table.file) else { continue }
      found[table, default: []].append(name)
    }
    return found
  }

  /// `links-old.csv`, `Copy of rooms.csv`: what somebody put aside.
  private static func isSpare(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return !spareWords.isDisjoint(with: words)
  }

  private static let spareWords: Set<String> = [
    "old", "backup", "bak", "copy", "draft", "archive", "archived", "template", "example", "unused",
    "before", "previous", "alt", "alte", "kopie", "copie", "copia", "ancien", "test",
  ]

  private static let textEndings: Set<String> = ["csv", "tsv", "txt", "tab"]

  private static func advice(_ name: String, _ file: String) -> String {
    let ending = ending(name)
    return textEndings.contains(ending)
      ? "is '\(file)' meant? A table is read only under that name"
      : "is '\(file)' meant? Save the sheet as 'CSV UTF-8' under that name"
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
      ?? []).sorted()
  }

  /// Whether a file may be the whole scenario as a workbook.
  private static func isWorkbook(_ name: String) -> Bool {
    ["xlsx", "xlsm", "ods"].contains(ending(name)) && !name.hasPrefix("~$") && !name.hasPrefix(".")
  }

  private static let endings: Set<String> = [
    "csv", "tsv", "txt", "tab", "xlsx", "xlsm", "xls", "ods", "fods", "numbers",
  ]

  private static func ending(_ name: String) -> String {
    name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// The table whose name a file's name contains: `Annual meeting - links.csv`, `roles (1).csv`,
  /// `Limits.CSV`, `room.csv`.
  private static func table(meantBy name: String) -> TableName? {
    guard !name.hasPrefix("."), endings.contains(ending(name)),
      let dot = name.lastIndex(of: ".")
    else { return nil }
    let stem = String(name[..<dot])
    return TableName.held(in: stem.lowercased().hasSuffix(".csv") ? String(stem.dropLast(4)) : stem)
  }
}

extension TableName {
  /// The table whose name the name of a file or sheet contains, or nearly is.
  static func held(in name: String) -> TableName? {
    let plain = CellText(name).text.lowercased()
    let words = plain.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    let held = allCases.filter { "-\(words)-".contains("-\($0.rawValue)-") }
    if let longest = held.max(by: { $0.rawValue.count < $1.rawValue.count }) { return longest }
    let near = Nearest.to(words, among: allCases.map(\.rawValue))
    return near.flatMap { TableName(rawValue: $0) }
  }
}
