// SPDX-License-Identifier: GPL-3.0-or-later

import XMLReading

/// The sheets of a workbook by name, and the day from which it counts days.
final class BookReader: XMLReader {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  /// Days from the end of 1899 to the day that this workbook counts from.
  private(set) var shift = 0.0

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    switch name {
    case "sheet":
      if sheets.count >= 1000 { return stop(.large) }
      let relation = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value ?? ""
      let isHidden = ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
      sheets.append((attributes["name"] ?? "", relation, isHidden))
    case "workbookPr":
      if ["1", "true"].contains(attributes["date1904"] ?? "") { shift = 1462 }
    default: break
    }
  }
}

/// Where the parts are that others refer to.
final class RelationReader: XMLReader {
  private(set) var targets: [String: String] = [:]
  private(set) var sharedStrings: String?
  private(set) var styles: String?
  private(set) var workbook: String?

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    if targets.count >= 10_000 { return stop(.large) }
    targets[id] = target
    let type = attributes["Type"] ?? ""
    if type.hasSuffix("/sharedStrings") { sharedStrings = target }
    if type.hasSuffix("/styles") { styles = target }
    if type.hasSuffix("/officeDocument") { workbook = target }
  }
}

/// The texts that cells refer to by number.
final class StringsReader: XMLReader {
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
