// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What tells one state of a scenario's files from another without reading them.
enum FolderMark {
  /// Names, sizes and times of the files of a folder, or of a workbook.
  static func of(_ scenario: String) -> String {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: scenario, isDirectory: &isFolder) else { return "" }
    guard isFolder.boolValue else { return line(scenario) }
    // What-ifs are in a folder of their own, which does not change when one of them does.
    return [scenario, "\(scenario)/what-if"].flatMap { folder in
      ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .map { line("\(folder)/\($0)") }
    }.joined(separator: "\n")
  }

  private static func line(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return path }
    return "\(path) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec)"
      + ".\(status.st_mtim.tv_nsec)"
  }
}
