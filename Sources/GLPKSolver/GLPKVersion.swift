// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKGuard

/// A version of the GNU Linear Programming Kit, `major.minor`.
public struct GLPKVersion: Comparable, Sendable, CustomStringConvertible {
  /// The number before the point.
  public let major: Int
  /// The number behind the point.
  public let minor: Int

  public init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// - Parameter text: as the library gives it: two whole numbers with a point between them.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Self.whole(parts[0]), let minor = Self.whole(parts[1])
    else { return nil }
    self.init(major: major, minor: minor)
  }

  private static func whole(_ text: Substring) -> Int? {
    text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
  }

  public static func < (one: GLPKVersion, other: GLPKVersion) -> Bool {
    (one.major, one.minor) < (other.major, other.minor)
  }

  public var description: String { "\(major).\(minor)" }
}

/// Why the solver cannot be used as it is installed.
public enum GLPKFault: Error, Hashable, Sendable {
  /// The library says something that is not a version.
  case unreadable(String)
  case tooOld(GLPKVersion)
}

extension GLPKFault: CustomStringConvertible {
  /// As a sentence, with what to do.
  public var description: String {
    let what =
      switch self {
      case .unreadable(let text): "says that its version is '\(text)'"
      case .tooOld(let version): "is version \(version)"
      }
    return "the GLPK library that is installed \(what), and schedules are searched with"
      + " \(GLPK.neededVersion) or later; install that version (on Debian and Ubuntu the package"
      + " libglpk40)"
  }
}

extension GLPKVersion: Hashable {}

extension GLPK {
  /// The version that the program was made and tested with: from 5.0 on the same program gives the
  /// same answer, and the guard knows how its fatal errors come back.
  public static let neededVersion = GLPKVersion(major: 5, minor: 0)

  /// Checks the version of the loaded library, which may differ from that of the headers.
  public static func checkVersion() throws(GLPKFault) {
    try check(version: String(cString: glp_version()))
  }

  /// - Parameter text: what the library says.
  static func check(version text: String) throws(GLPKFault) {
    guard let version = GLPKVersion(text) else { throw .unreadable(text) }
    if version < neededVersion { throw .tooOld(version) }
  }
}
