// SPDX-License-Identifier: GPL-3.0-or-later

import CExpat
import Foundation

/// Reads one part of a workbook, an XML document, element by element.
///
/// Parts declare no document type (ECMA-376, part 2, 8.1.4): one that does is refused where it
/// begins, and with it every entity that could grow or fetch something. (FoundationXML's parser
/// traps on some malformed documents; expat does not.)
class PartReader {
  enum Failure: Error {
    case declaresType
    case broken(line: Int)
    case large
  }

  private var failure: Failure?
  private var parser: XML_Parser?
  private var depth = 0

  /// - Throws: `Failure`; what was read before it stays.
  final func read(_ bytes: Data) throws(Failure) {
    guard bytes.count < Int(Int32.max), let parser = XML_ParserCreate(nil) else { throw .large }
    self.parser = parser
    defer {
      XML_ParserFree(parser)
      self.parser = nil
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, onBegin, onEnd)
    XML_SetCharacterDataHandler(parser, onText)
    XML_SetStartDoctypeDeclHandler(parser, onType)
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), 1)
    }
    if let failure { throw failure }
    if status != XML_STATUS_OK {
      throw .broken(line: Int(truncatingIfNeeded: XML_GetCurrentLineNumber(parser)))
    }
  }

  /// Ends the reading from inside.
  final func stop(_ failure: Failure) {
    guard self.failure == nil else { return }
    self.failure = failure
    XML_StopParser(parser, XML_Bool(0))
  }

  /// Elements are told apart by their names without prefix: writers differ in the prefix.
  func begin(_ name: Substring, _ attributes: [String: String]) {}
  func end(_ name: Substring) {}
  func take(_ text: String) {}

  fileprivate final func beginElement(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if depth > 64 { return stop(.large) }
    if failure == nil { begin(Self.local(name), attributes) }
  }

  fileprivate final func endElement(_ name: String) {
    depth -= 1
    if failure == nil { end(Self.local(name)) }
  }

  private static func local(_ name: String) -> Substring {
    name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
  }
}

private func reader(_ user: UnsafeMutableRawPointer?) -> PartReader? {
  user.map { Unmanaged<PartReader>.fromOpaque($0).takeUnretainedValue() }
}

private func onBegin(
  _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let reader = reader(user), let name else { return }
  var attributes: [String: String] = [:]
  var place = 0
  while let key = list?[place], let value = list?[place + 1] {
    attributes[String(cString: key)] = String(cString: value)
    place += 2
  }
  reader.beginElement(String(cString: name), attributes)
}

private func onEnd(_ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  if let name { reader(user)?.endElement(String(cString: name)) }
}

private func onText(
  _ user: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int32
) {
  guard let bytes else { return }
  let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(count))
  reader(user)?.take(String(decoding: buffer, as: UTF8.self))
}

private func onType(
  _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ public: UnsafePointer<CChar>?, _ hasInternal: Int32
) {
  reader(user)?.stop(.declaresType)
}

/// The sheets of a workbook by name, and where the days are counted from.
final class BookReader: PartReader {
  private(set) var sheets: [(name: String, relation: String)] = []
  /// Days from the end of 1899 to the day that this workbook counts from.
  private(set) var shift = 0.0

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "sheet":
      if sheets.count >= 1000 { return stop(.large) }
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

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    if targets.count >= 10_000 { return stop(.large) }
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

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "si":
      if strings.count >= 1_000_000 { return stop(.large) }
      text = ""
    case "rPh": isInPhonetic = true
    case "t": isInText = !isInPhonetic
    default: break
    }
  }

  override func end(_ name: Substring) {
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

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "row":
      // Writers may leave the number out: then it is the next.
      let number = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
      guard (1...1_048_576).contains(number) else { return stop(.large) }
      rowNumber = number
      cells = [:]
      column = -1
    case "c":
      count += 1
      if count > Self.most { return stop(.large) }
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      text = ""
    case "rPh": isInPhonetic = true
    case "v", "t": isInValue = !isInPhonetic
    default: break
    }
  }

  override func end(_ name: Substring) {
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
