// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A scenario as one workbook: a sheet for each table (`scenario-format.md`).
public enum ScenarioWorkbook {
  private static let endings: Set<String> = ["xlsx", "xlsm", "xls", "ods", "fods"]

  /// Whether a path is taken as a workbook: by its ending, or because it is a packed file.
  public static func isWorkbook(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    let path = url.path(percentEncoded: false)
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere && isFolder.boolValue { return false }
    if endings.contains(url.pathExtension.lowercased()) { return true }
    guard isThere, FileManager.default.isReadableFile(atPath: path), isPlain(path),
      let handle = try? FileHandle(forReadingFrom: url)
    else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 4)) == Data([0x50, 0x4B, 0x03, 0x04])
  }

  /// A pipe that nobody writes to would be waited for.
  private static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
