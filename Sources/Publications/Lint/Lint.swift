// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Something that must not go out.
public struct LintFinding: Sendable, Hashable, CustomStringConvertible {
  public let path: String
  /// `nil` where it is about the whole file.
  public let line: Int?
  public let sentence: String

  init(_ path: String, _ sentence: String) { self.init(path, nil, sentence) }

  init(_ path: String, _ line: Int?, _ sentence: String) {
    self.path = path
    self.line = line
    self.sentence = sentence
  }

  public var description: String {
    path + (line.map { ", line \($0)" } ?? "") + ": \(sentence)"
  }
}

/// Reads every file of a publication as its readers will, before anybody sees it. It shares no code
/// with what writes them.
public enum Lint {
  public static func findings(_ files: [PublicationFile]) -> [LintFinding] {
    var findings: [LintFinding] = []
    var events = EventBook()
    let paths = Set(files.map(\.path))
    if paths.count != files.count {
      findings.append(LintFinding("", "two files have one name"))
    }
    for file in files {
      findings += TextLint.findings(file)
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      switch name.split(separator: ".").last.map(String.init) ?? "" {
      case "ics": findings += CalendarLint(file).findings(&events)
      case "json": findings += json(file)
      case "xml", "atom": findings += MarkupLint(file, paths, .xml).findings
      case "html": findings += MarkupLint(file, paths, .html).findings
      case "csv": findings += csv(file)
      default: break
      }
    }
    return findings
  }

  private static func json(_ file: PublicationFile) -> [LintFinding] {
    guard let value = try? JSONSerialization.jsonObject(with: file.data) else {
      return [LintFinding(file.path, "is no JSON")]
    }
    guard file.path.hasSuffix(".jcal.json") else { return [] }
    return isComponent(value, "vcalendar") ? [] : [LintFinding(file.path, "is no jCal")]
  }

  /// Name, properties of four parts or more, components (RFC 7265, section 3.3).
  private static func isComponent(_ value: Any, _ name: String? = nil) -> Bool {
    guard let parts = value as? [Any], parts.count == 3, let own = parts[0] as? String,
      name == nil || own == name, let properties = parts[1] as? [[Any]],
      let components = parts[2] as? [Any]
    else { return false }
    return properties.allSatisfy { $0.count >= 4 && $0[0] is String && $0[2] is String }
      && components.allSatisfy { isComponent($0) }
  }

  private static func csv(_ file: PublicationFile) -> [LintFinding] {
    let (table, findings) = Table.read([UInt8](file.data), file: file.path)
    if table == nil { return [LintFinding(file.path, "is no table")] }
    return findings.filter { $0.isGrave }.map {
      LintFinding(file.path, $0.line, $0.sentence)
    }
  }
}
