// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Reads the cells of a workbook (XLSX, ECMA-376, or ODS, ISO/IEC 26300), whoever wrote it. Formulas count for what they last
/// came to; looks, macros and links to other files are passed over.
public enum WorkbookReader {
  /// - Parameter file: what findings call the workbook.
  /// - Returns: no sheets where the file is no workbook; then a finding says why.
  public static func read(_ url: URL, file: String) -> (sheets: [Sheet]?, findings: [Finding]) {
    do {
      return (try sheets(ZipArchive(url)), [])
    } catch let failure as ZipArchive.Failure {
      return (nil, [finding(failure, file)])
    } catch let failure as PartFailure {
      return (nil, [finding(failure, file)])
    } catch {
      return (nil, [Finding("workbook", .unreadable, file: file, "\(error)")])
    }
  }

  /// Which part could not be read, and why.
  private struct PartFailure: Error {
    let part: String
    let reason: PartReader.Failure?
  }

  private static func sheets(_ archive: ZipArchive) throws -> [Sheet] {
    if let type = try archive.bytes("mimetype"),
      String(decoding: type, as: UTF8.self).contains("opendocument.spreadsheet")
    {
      return try read(OpenDocumentReader(), "content.xml", archive).sheets
    }
    let root = try read(RelationReader(), "_rels/.rels", archive)
    let bookPath = resolved(root.workbook ?? "xl/workbook.xml", in: "")
    let book = try read(BookReader(), bookPath, archive)
    let folder = bookPath.split(separator: "/").dropLast().joined(separator: "/")
    let name = bookPath.split(separator: "/").last.map(String.init) ?? ""
    let relations = try read(RelationReader(), "\(folder)/_rels/\(name).rels", archive)
    var strings: [String] = []
    if let target = relations.sharedStrings {
      strings = try read(StringsReader(), resolved(target, in: folder), archive).strings
    }
    var sheets: [Sheet] = []
    for (name, relation) in book.sheets {
      // Charts and dialogs are sheets without cells.
      guard let target = relations.targets[relation] else { continue }
      let path = resolved(target, in: folder)
      guard path.lowercased().contains("worksheets/") else { continue }
      var rows = try read(CellsReader(strings: strings), path, archive).rows
      if book.shift != 0 { rows = rows.map { shifted($0, by: book.shift) } }
      sheets.append(Sheet(name: name, rows: rows))
    }
    return sheets
  }

  private static func read<Reader: PartReader>(
    _ reader: Reader, _ path: String, _ archive: ZipArchive
  ) throws -> Reader {
    guard let bytes = try archive.bytes(path) else { throw PartFailure(part: path, reason: nil) }
    do {
      try reader.read(bytes)
    } catch {
      throw PartFailure(part: path, reason: error)
    }
    return reader
  }

  /// A target as a path in the archive: from its root, or from the folder of what refers to it.
  private static func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// Days from 1904 as days from 1900; a part of a day alone stays what it is.
  private static func shifted(_ row: Sheet.Row, by days: Double) -> Sheet.Row {
    var row = row
    row.cells = row.cells.mapValues { cell in
      guard case .number(let number) = cell, number >= 1 else { return cell }
      return .number(number + days)
    }
    return row
  }

  private static func finding(_ failure: ZipArchive.Failure, _ file: String) -> Finding {
    switch failure {
    case .notPacked:
      Finding(
        "workbook", .unreadable, file: file, "The file is no workbook.",
        suggestion:
          "save it as 'Excel workbook (.xlsx)', as 'OpenDocument (.ods)' or as 'CSV UTF-8'")
    case .damaged(let part):
      Finding(
        "workbook", .unreadable, file: file,
        "The workbook is damaged: its part \(part) cannot be"
          + " unpacked.", suggestion: "fetch or save the file again; is it protected by a password?"
      )
    case .large(let part):
      Finding(
        "large-file", .unreadable, file: file,
        "The workbook's part \(part) unpacks to more than \(ZipArchive.most >> 20) MiB; no"
          + " programme does.", suggestion: "is this another file?")
    }
  }

  private static func finding(_ failure: PartFailure, _ file: String) -> Finding {
    let part = failure.part
    let (sentence, suggestion) =
      switch failure.reason {
      case .none: ("The workbook lacks its part \(part).", "save the workbook again")
      case .declaresType:
        (
          "The workbook's part \(part) declares a document type, which no workbook does; it is not"
            + " read.", "save the workbook again from a spreadsheet"
        )
      case .broken(let line):
        (
          "The workbook's part \(part) is broken on its line \(line).",
          "fetch or save the file again"
        )
      case .large:
        (
          "The workbook's part \(part) is larger than any programme: more than"
            + " \(CellsReader.most) cells, or nested without end.", "is this another file?"
        )
      }
    return Finding("workbook", .unreadable, file: file, sentence, suggestion: suggestion)
  }
}
