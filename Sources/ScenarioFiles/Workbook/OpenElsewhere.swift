// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// The files that spreadsheets put beside a workbook while they have it open.
enum OpenElsewhere {
  static func report(_ workbook: URL, _ reporter: Reporter) {
    let name = workbook.lastPathComponent
    let folder = workbook.deletingLastPathComponent()
    let program =
      isThere("~$\(name)", folder)
      ? "Excel" : isThere(".~lock.\(name)#", folder) ? "LibreOffice" : nil
    guard let program else { return }
    reporter.add(
      Finding(
        "open-workbook", .note, file: name,
        "The workbook is open in \(program): what is not saved yet is not seen.",
        suggestion: "save it there and run the command again"))
  }

  private static func isThere(_ name: String, _ folder: URL) -> Bool {
    FileManager.default.fileExists(
      atPath: folder.appending(path: name).path(percentEncoded: false))
  }
}
