// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a scenario cannot be written to a place; nothing there was touched.
public enum TargetFailure: Error, Hashable {
  case noFolder(String)
  case folderNotEmpty(String)
  /// A workbook's name must end in `.xlsx`.
  case notXLSX(String)
  case fileThere(String)
  /// Something that is not a file is where a workbook should be.
  case noFile(String)
  /// There is a workbook that may be replaced if that is asked for.
  case notReplaced(String)
  /// What should be written cannot be read whole.
  case unreadableSource(String)
}

extension TargetFailure: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .noFolder(let path): "\(path) is not a folder; name a new one"
    case .folderNotEmpty(let path): "\(path) is not empty; name a new folder"
    case .notXLSX(let path): "\(path) does not end in .xlsx, as a workbook does"
    case .fileThere(let path): "\(path) is there already; name a new file"
    case .noFile(let path): "\(path) is there but is not a file"
    case .notReplaced(let path): "\(path) is there already; --force replaces it"
    case .unreadableSource(let file): "\(file) cannot be read whole; 'programme check' says why"
    }
  }
}
