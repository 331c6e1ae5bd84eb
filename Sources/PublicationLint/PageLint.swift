// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation

/// A page: whole, its elements paired, its texts escaped; nothing runs except its own script, ids
/// are unique, links lead to files that exist.
///
/// It has a reader of its own: because of HTML's empty elements it is not XML, and a browser's
/// reader repairs what should be refused.
struct PageLint {
  private let path: String
  private let text: String
  private let paths: Set<String>

  private static let empty: Set<String> = [
    "meta", "br", "link", "img", "input", "hr", "path", "rect", "circle", "use", "line",
  ]
  /// Elements whose content is not markup.
  private static let raw: Set<String> = ["script", "style"]

  init(_ file: LintFile, _ paths: Set<String>) {
    path = file.path
    text = String(decoding: file.data, as: UTF8.self)
    self.paths = paths
  }

  var findings: [LintFinding] {
    var findings: [LintFinding] = []
    if !text.hasPrefix("<!DOCTYPE html>\n") { findings.append(finding(.noDocumentType)) }
    if !text.contains("http-equiv=\"Content-Security-Policy\"") {
      findings.append(finding(.noPolicy))
    }
    return findings + elements
  }

  private func finding(_ fault: LintFault) -> LintFinding { LintFinding(path, fault) }

  private var elements: [LintFinding] {
    var findings: [LintFinding] = []
    var open: [String] = []
    var ids: Set<String> = []
    let bytes = Array(text.utf8)
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if !isEscaped(bytes[place..<start]) { findings.append(finding(.bareAmpersand)) }
      guard let end = tagEnd(bytes, start) else { return findings + [finding(.tagWithoutEnd)] }
      let tag = String(decoding: bytes[start + 1..<end], as: UTF8.self)
      place = end + 1
      if tag.hasPrefix("!") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
      if tag.hasPrefix("/") {
        guard open.popLast() == name else {
          return findings + [finding(.endsUnbegun("</\(name)>"))]
        }
        continue
      }
      if !isEscaped(bytes[start + 1..<end]) { findings.append(finding(.bareAmpersand)) }
      for (attribute, value) in attributes(tag) {
        if attribute.hasPrefix("on") { findings.append(finding(.runs(attribute: attribute))) }
        if attribute == "id", !ids.insert(value).inserted {
          findings.append(finding(.sameID(value)))
        }
        if attribute == "href" || attribute == "src" { findings += link(value) }
      }
      if tag.hasSuffix("/") || Self.empty.contains(name) { continue }
      if Self.raw.contains(name) {
        guard let close = closing(bytes, place, name) else {
          return findings + [finding(.elementWithoutEnd(name))]
        }
        place = close
        continue
      }
      open.append(name)
    }
    if !open.isEmpty { findings.append(finding(.elementWithoutEnd(open.last ?? ""))) }
    return findings
  }

  /// Whether each `&` begins the name or the number of a character.
  private func isEscaped(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(start + 1)...]
      let name = String(decoding: rest.prefix { $0 != UInt8(ascii: ";") }.prefix(9), as: UTF8.self)
      let isNumber =
        name.hasPrefix("#") && name.count > 1 && name.dropFirst().allSatisfy(\.isNumber)
      guard isNumber || ["amp", "lt", "gt", "quot", "apos", "nbsp"].contains(name) else {
        return false
      }
    }
    return true
  }

  /// The `>` that ends a tag, outside quotes.
  private func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var isQuoted = false
    for place in start..<bytes.count {
      if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[place] == UInt8(ascii: ">") && !isQuoted { return place }
    }
    return nil
  }

  /// The place after `</name>`.
  private func closing(_ bytes: [UInt8], _ start: Int, _ name: String) -> Int? {
    let end = Array("</\(name)>".utf8)
    guard bytes.count >= end.count else { return nil }
    var place = start
    while place <= bytes.count - end.count {
      if bytes[place] == end[0], bytes[place..<place + end.count].elementsEqual(end) {
        return place + end.count
      }
      place += 1
    }
    return nil
  }

  private func attributes(_ tag: String) -> [(String, String)] {
    var found: [(String, String)] = []
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let name = parts[index].split(separator: " ").last, name.hasSuffix("=") else {
        continue
      }
      found.append((String(name.dropLast()).lowercased(), String(parts[index + 1])))
    }
    return found
  }

  /// Only schemes that run nothing; without a scheme, a file of this publication or a place on the
  /// page.
  private func link(_ value: String) -> [LintFinding] {
    if value.hasPrefix("#") || value.lowercased().hasPrefix("data:image/") { return [] }
    if value.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil {
      return WebAddress(exactly: value) == nil ? [finding(.badAddress(value))] : []
    }
    var folder = path.split(separator: "/").dropLast().map(String.init)
    let target = value.prefix { $0 != "#" && $0 != "?" }
    for step in target.split(separator: "/") {
      if step == ".." { _ = folder.popLast() } else { folder.append(String(step)) }
    }
    let isThere = paths.contains(folder.joined(separator: "/"))
    return isThere ? [] : [finding(.deadLink(value))]
  }
}
