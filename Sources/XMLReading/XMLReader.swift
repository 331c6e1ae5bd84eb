// SPDX-License-Identifier: GPL-3.0-or-later

import CExpat
import Foundation

/// Reads an XML document element by element, through expat. A subclass takes what it needs.
///
/// Neither the parts of a workbook (ECMA-376, part 2, 8.1.4) nor the files of a publication declare a
/// document type: one that does is refused where the declaration begins, and with it every entity
/// that could expand or fetch something. (FoundationXML's parser traps on some malformed documents;
/// expat does not.)
open class XMLReader {
  /// Why a document was not read to its end.
  public enum Failure: Error, Equatable {
    case declaresType
    /// It is not well formed on this line (XML 1.0, section 2.1).
    case broken(line: Int)
    /// It is larger, or nested deeper, than any document that should be read here.
    case large
  }

  public init() {}

  private var failure: Failure?
  private var parser: XML_Parser?
  private var depth = 0

  /// Reads a whole document, once.
  ///
  /// - Throws: `Failure`; what was read before it stays.
  public final func read(_ bytes: Data) throws(Failure) {
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
  public final func stop(_ failure: Failure) {
    guard self.failure == nil else { return }
    self.failure = failure
    XML_StopParser(parser, XML_Bool(0))
  }

  /// Elements are distinguished by their names without prefix, since writers differ in prefixes.
  open func begin(_ name: Substring, _ attributes: [String: String]) {}

  /// Where an element ends, by its name without prefix.
  open func end(_ name: Substring) {}

  /// Text between tags, in as many pieces as expat likes.
  open func take(_ text: String) {}

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

private func reader(_ user: UnsafeMutableRawPointer?) -> XMLReader? {
  user.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
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
