// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FoundationXML

/// Reads one part of a workbook, an XML document, element by element.
///
/// Parts declare no document type (ECMA-376, part 2, 8.1.4): one that does is refused before it is
/// parsed, and with it every entity that could grow or fetch something.
class PartReader: NSObject, XMLParserDelegate {
  enum Failure: Error {
    case declaresType, encoding
    case broken(line: Int)
    case large
  }

  private(set) var failure: Failure?
  private var depth = 0

  /// - Throws: `Failure`; what was read before it stays.
  func read(_ bytes: Data) throws(Failure) {
    try Self.check(bytes)
    let parser = XMLParser(data: bytes)
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    let isWhole = parser.parse()
    if let failure { throw failure }
    if !isWhole { throw .broken(line: parser.lineNumber) }
  }

  /// Ends the reading from inside.
  func stop(_ parser: XMLParser, _ failure: Failure) {
    self.failure = failure
    parser.abortParsing()
  }

  private static func check(_ bytes: Data) throws(Failure) {
    // Anything but UTF-8 could hide a declaration from the search.
    if bytes.isEmpty { throw .broken(line: 1) }
    if bytes.contains(0) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw .encoding
    }
    let head = String(decoding: bytes.prefix(400), as: UTF8.self).lowercased()
    if let range = head.range(of: "encoding"), head.hasPrefix("<?xml") || head.contains("<?xml"),
      let end = head.range(of: "?>"), range.lowerBound < end.lowerBound
    {
      let name = head[range.upperBound..<end.lowerBound]
      guard name.contains("utf-8") || name.contains("utf8") || name.contains("us-ascii") else {
        throw .encoding
      }
    }
    if bytes.range(of: Data("<!DOCTYPE".utf8)) != nil
      || bytes.range(of: Data("<!ENTITY".utf8)) != nil
    {
      throw .declaresType
    }
  }

  /// Elements are told apart by their names without prefix: writers differ in the prefix.
  func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {}
  func end(_ name: Substring, _ parser: XMLParser) {}
  func take(_ text: String) {}

  final func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    depth += 1
    if depth > 64 { return stop(parser, .large) }
    begin(Self.local(elementName), attributeDict, parser)
  }

  final func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    depth -= 1
    end(Self.local(elementName), parser)
  }

  final func parser(_ parser: XMLParser, foundCharacters string: String) { take(string) }

  final func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
    take(String(decoding: CDATABlock, as: UTF8.self))
  }

  private static func local(_ name: String) -> Substring {
    name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
  }
}

/// The sheets of a workbook by name, and where the days are counted from.
final class BookReader: PartReader {
  private(set) var sheets: [(name: String, relation: String)] = []
  /// Days from the end of 1899 to the day that this workbook counts from.
  private(set) var shift = 0.0

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    switch name {
    case "sheet":
      if sheets.count >= 1000 { return stop(parser, .large) }
      let relation = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value ?? ""
      sheets.append((attributes["name"] ?? "", relation))
    case "workbookPr":
      if ["1", "true"].contains(attributes["date1904"] ?? "") { shift = 1462 }
    default: break
    }
  }
}

/// Where the parts lie that others refer to.
final class RelationReader: PartReader {
  private(set) var targets: [String: String] = [:]
  private(set) var sharedStrings: String?
  private(set) var workbook: String?

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    if targets.count >= 10_000 { return stop(parser, .large) }
    targets[id] = target
    let type = attributes["Type"] ?? ""
    if type.hasSuffix("/sharedStrings") { sharedStrings = target }
    if type.hasSuffix("/officeDocument") { workbook = target }
  }
}

/// The texts that cells refer to by number.
final class StringsReader: PartReader {
  private(set) var strings: [String] = []
  private var text = ""
  private var isInText = false
  private var isInPhonetic = false

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    switch name {
    case "si":
      if strings.count >= 1_000_000 { return stop(parser, .large) }
      text = ""
    case "rPh": isInPhonetic = true
    case "t": isInText = !isInPhonetic
    default: break
    }
  }

  override func end(_ name: Substring, _ parser: XMLParser) {
    switch name {
    case "si": strings.append(WorkbookText.unescaped(text))
    case "rPh": isInPhonetic = false
    case "t": isInText = false
    default: break
    }
  }

  override func take(_ text: String) { if isInText { self.text += text } }
}

/// The cells of a sheet.
final class CellsReader: PartReader {
  private(set) var rows: [Sheet.Row] = []
  private let strings: [String]
  private var count = 0
  private var rowNumber = 0
  private var cells: [Int: Sheet.Cell] = [:]
  private var column = -1
  private var type = ""
  private var text = ""
  private var isInValue = false
  private var isInPhonetic = false

  /// More cells than a programme of any size has.
  static let most = 500_000

  init(strings: [String]) { self.strings = strings }

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    switch name {
    case "row":
      // Writers may leave the number out: then it is the next.
      let number = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
      guard (1...1_048_576).contains(number) else { return stop(parser, .large) }
      rowNumber = number
      cells = [:]
      column = -1
    case "c":
      count += 1
      if count > Self.most { return stop(parser, .large) }
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      text = ""
    case "rPh": isInPhonetic = true
    case "v", "t": isInValue = !isInPhonetic
    default: break
    }
  }

  override func end(_ name: Substring, _ parser: XMLParser) {
    switch name {
    case "c": if let cell { cells[column] = cell }
    case "row": if !cells.isEmpty { rows.append(Sheet.Row(number: rowNumber, cells: cells)) }
    case "rPh": isInPhonetic = false
    case "v", "t": isInValue = false
    default: break
    }
  }

  override func take(_ text: String) { if isInValue { self.text += text } }

  private var cell: Sheet.Cell? {
    guard (0..<16_384).contains(column) else { return nil }
    switch type {
    case "s":
      guard let place = Int(text), strings.indices.contains(place) else { return nil }
      return strings[place].isEmpty ? nil : .text(strings[place])
    case "str", "inlineStr":
      return text.isEmpty ? nil : .text(WorkbookText.unescaped(text))
    // ISO 8601, as some writers put dates.
    case "d": return text.isEmpty ? nil : .text(text)
    case "b": return text.isEmpty ? nil : .text(text == "1" ? "yes" : "no")
    case "e": return .failure(text)
    default:
      if text.isEmpty { return nil }
      guard let number = Double(text), number.isFinite else { return .text(text) }
      return .number(number)
    }
  }

  /// The column of `AB12`.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      switch byte {
      case 0x41...0x5A: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39: return column - 1
      default: return nil
      }
      if column > 16_384 { return nil }
    }
    return nil
  }
}
