// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Tables

/// Reads every file of a publication as its readers will, before anybody sees it. It sees no target
/// that writes them, so it can never share their mistakes.
public enum Lint {
  /// All that is wrong with the files of one publication; what they link to, and events that stand in
  /// several calendars, are looked for among all of them.
  ///
  /// - Parameter inherited: paths that are out already and keep their names, whatever these are.
  public static func findings(
    _ files: [LintFile], inherited: Set<String> = []
  ) -> [LintFinding] {
    var findings = NameLint.findings(files.map(\.path), inherited: inherited)
    var events = EventBook()
    let paths = Set(files.map(\.path))
    for file in files {
      findings += TextLint.findings(file)
      switch file.kind {
      case "ics": findings += CalendarLint(file).findings(&events)
      case "json": findings += json(file)
      case "xml", "atom": findings += XMLLint.findings(file)
      case "html": findings += PageLint(file, paths).findings
      case "eml": findings += MailLint.findings(file)
      case "csv": findings += csv(file)
      case "js": findings += WorkerLint(file, files, paths).findings
      default: break
      }
    }
    return findings
  }

  private static func json(_ file: LintFile) -> [LintFinding] {
    guard let value = try? JSONSerialization.jsonObject(with: file.data) else {
      return [LintFinding(file.path, .noJSON)]
    }
    guard file.path.hasSuffix(".jcal.json") else {
      return badAddresses(value).map { LintFinding(file.path, .badAddress($0)) }
    }
    guard isComponent(value, "vcalendar") else { return [LintFinding(file.path, .noJCal)] }
    return badURIs(value).map { LintFinding(file.path, .badAddress($0)) }
  }

  /// What stands under `url` anywhere in an object and is no address that goes out; a name of an event
  /// without a page (RFC 9562) is one of its own.
  private static func badAddresses(_ value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(badAddresses) }
    guard let object = value as? [String: Any] else { return [] }
    return object.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
      guard key == "url" || key == "base_url", let text = value as? String else {
        return badAddresses(value)
      }
      return WebAddress(exactly: text) != nil || text.hasPrefix("urn:uuid:") ? [] : [text]
    }
  }

  /// Values of the sorts `uri` and `cal-address` (RFC 7265, section 3.6).
  private static func badURIs(_ value: Any) -> [String] {
    guard let parts = value as? [Any], parts.count == 3 else { return [] }
    let own = (parts[1] as? [[Any]] ?? []).flatMap { property -> [String] in
      guard property.count > 3, ["uri", "cal-address"].contains(property[2] as? String) else {
        return []
      }
      return property.dropFirst(3).compactMap { $0 as? String }.filter {
        WebAddress(exactly: $0) == nil
      }
    }
    return own + (parts[2] as? [Any] ?? []).flatMap(badURIs)
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
