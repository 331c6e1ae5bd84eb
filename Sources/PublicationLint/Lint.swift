// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Reads every file of a publication as its readers will, before anybody sees it. It sees no target that
/// writes them, so that it can never share their mistakes.
public enum Lint {
  /// All that is wrong with the files of one publication; what they link to, and events that stand in
  /// several calendars, are looked for among all of them.
  public static func findings(_ files: [LintFile]) -> [LintFinding] {
    var findings: [LintFinding] = []
    var events = EventBook()
    var paths: Set<String> = []
    for file in files where !paths.insert(file.path).inserted {
      findings.append(LintFinding(file.path, .sameName))
    }
    for file in files {
      findings += TextLint.findings(file)
      switch file.kind {
      case "ics": findings += CalendarLint(file).findings(&events)
      case "json": findings += json(file)
      case "xml", "atom": findings += XMLLint.findings(file)
      case "html": findings += PageLint(file, paths).findings
      case "eml": findings += MailLint.findings(file)
      case "csv": findings += csv(file)
      default: break
      }
    }
    return findings
  }

  private static func json(_ file: LintFile) -> [LintFinding] {
    guard let value = try? JSONSerialization.jsonObject(with: file.data) else {
      return [LintFinding(file.path, .noJSON)]
    }
    guard file.path.hasSuffix(".jcal.json") else { return [] }
    return isComponent(value, "vcalendar") ? [] : [LintFinding(file.path, .noJCal)]
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

  private static func csv(_ file: LintFile) -> [LintFinding] {
    let (table, findings) = Table.read([UInt8](file.data), file: file.path)
    if table == nil { return [LintFinding(file.path, .noTable)] }
    return findings.filter { $0.isGrave }.map {
      LintFinding(file.path, $0.line, .cell($0.sentence))
    }
  }
}
