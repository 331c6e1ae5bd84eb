// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that must not be published.
public struct LintFinding: Sendable, Hashable, CustomStringConvertible {
  /// The file, inside the publication.
  public let path: String
  /// `nil` if it is about the whole file.
  public let line: Int?
  /// What is wrong with it.
  public let fault: LintFault

  init(_ path: String, _ fault: LintFault) { self.init(path, nil, fault) }

  init(_ path: String, _ line: Int?, _ fault: LintFault) {
    self.path = path
    self.line = line
    self.fault = fault
  }

  public var description: String {
    path + (line.map { ", line \($0)" } ?? "") + ": \(fault)"
  }
}
