// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import XMLReading

/// Reads the cells of a workbook (XLSX, ECMA-376, or ODS, ISO/IEC 26300), whoever wrote it.
/// Formulas count with their last value; formatting, macros and links to other files are passed
/// over.
public enum WorkbookReader {
  /// - Parameter file: what findings call the workbook.
  /// - Returns: no sheets where the file is not a workbook; then a finding says why.
  public static func read(_ url: URL, file: String) -> (sheets: [Sheet]?, findings: [Finding]) {
    do {
      if let other = try otherFormat(url) { throw other }
      return (try sheets(ZipArchive(url)), [])
    } catch let locked as Locked {
      return (nil, [finding(locked, file)])
    } catch let failure as ZipArchive.Failure {
      return (nil, [finding(failure, file)])
    } catch let failure as PartFailure {
      return (nil, [finding(failure, file)])
    } catch {
      return (nil, [Finding("workbook", .unreadable, file: file, "\(error)")])
    }
  }

  /// A workbook that cannot be read as one.
  private enum Locked: Error { case byPassword, olderFormat }

  /// What a file in Microsoft's compound format is: a newer workbook behind a password, or an older one.
  private static func otherFormat(_ url: URL) throws -> Locked? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? handle.close() }
    let begin = try handle.read(upToCount: 1 << 20) ?? Data()
    guard begin.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
    let name = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    return begin.range(of: name) == nil ? .olderFormat : .byPassword
  }

  private static func finding(_ locked: Locked, _ file: String) -> Finding {
    switch locked {
    case .byPassword:
      Finding(
        "workbook", .unreadable, file: file, "The workbook is protected by a password.",
        suggestion: "save it without one")
    case .olderFormat:
      Finding(
        "workbook", .unreadable, file: file,
        "The file is in the older format of workbooks (.xls), which is not read.",
        suggestion: "save it as 'Excel workbook (.xlsx)' or as 'OpenDocument (.ods)'")
    }
  }

  /// Which part could not be read, and why.
  private struct PartFailure: Error {
    let part: String
    let reason: XMLReader.Failure?
  }

  private static func sheets(_ archive: ZipArchive) throws -> [Sheet] {
    if let type = try archive.bytes("mimetype"),
      String(decoding: type, as: UTF8.self).contains("opendocument.spreadsheet")
    {
      // A password leaves the names of all parts, but makes them unreadable.
      if let list = try archive.bytes("META-INF/manifest.xml"),
        String(decoding: list, as: UTF8.self).contains("encryption-data")
      {
        throw Locked.byPassword
      }
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
    var areMoments: [Bool] = []
    if let target = relations.styles {
      areMoments = try read(StylesReader(), resolved(target, in: folder), archive).areMoments
    }
    var sheets: [Sheet] = []
    for (name, relation, isHidden) in book.sheets {
      // Charts and dialogs are sheets without cells.
      guard let target = relations.targets[relation] else { continue }
      let path = resolved(target, in: folder)
      guard path.lowercased().contains("worksheets/") else { continue }
      let cells = CellsReader(strings: strings, areMoments: areMoments)
      _ = try read(cells, path, archive)
      let rows = book.shift == 0 ? cells.rows : cells.rows.map { shifted($0, by: book.shift) }
      var sheet = Sheet(name: name, rows: rows)
      sheet.isHidden = isHidden
      sheet.hiddenColumns = cells.hiddenColumns
      sheet.merges = cells.merges
      sheets.append(sheet)
    }
    return sheets
  }

  private static func read<Reader: XMLReader>(
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

  /// Days from 1904 as days from 1900; a part of a day alone stays as it is.
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
        "workbook", .unreadable, file: file, "The file is not a workbook.",
        suggestion:
          "save it as 'Excel workbook (.xlsx)', as 'OpenDocument (.ods)' or as 'CSV UTF-8'")
    case .cutOff:
      Finding(
        "workbook", .unreadable, file: file,
        "The workbook is cut off or damaged: the list of its parts, at its end, is missing.",
        suggestion: "fetch or save the file again")
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
