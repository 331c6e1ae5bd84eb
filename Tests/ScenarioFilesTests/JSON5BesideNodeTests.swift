// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Testing

@testable import ScenarioFiles

/// JSON5 is a part of JavaScript (ECMAScript 5.1): what both read must be the same.
@Suite("JSON5 beside JavaScript")
struct JSON5BesideNodeTests {
  private static let escapes = [
    "a", "é", "会", "👩‍👩‍👧", " ", "\\n", "\\t", "\\r", "\\b", "\\f", "\\v", "\\0", "\\\\", "\\/", "\\'",
    "\\\"", "\\u00e9", "\\uD83D\\uDE00", "\\x41", "\\xe9", "\\a", "\\\n", "\\\r\n", "//", "/*", "{",
    "]", ",", ":",
  ]

  private static func text(_ dice: inout Dice) -> String {
    let quote = dice.pick(["\"", "'"])
    return quote + (0..<dice.roll(5)).map { _ in dice.pick(escapes) }.joined() + quote
  }

  private static func blank(_ dice: inout Dice) -> String {
    dice.pick([
      "", "", " ", "\n", "\r\n", "\t", "// a } comment\n", "/* one ' more */", "\u{FEFF}", "\u{A0}",
    ])
  }

  private static func value(_ depth: Int, _ dice: inout Dice) -> String {
    switch dice.roll(depth > 3 ? 6 : 9) {
    case 0: return dice.pick(["true", "false", "null"])
    case 1:
      return dice.pick([
        "0", "7", "-3", "+4", "12345678901", "2.5", ".5", "5.", "-1e3", "1E-2", "-.25", "0.0",
      ])
    case 2, 3, 4, 5: return text(&dice)
    case 6:
      let items = (0..<dice.roll(4)).map { _ in
        blank(&dice) + value(depth + 1, &dice) + blank(&dice)
      }
      return "[" + items.joined(separator: ",") + (items.isEmpty ? "" : dice.pick(["", ", "])) + "]"
    default: return object(depth + 1, &dice)
    }
  }

  private static func object(_ depth: Int, _ dice: inout Dice) -> String {
    let members = (0..<dice.roll(5)).map { number in
      let key = dice.pick([
        "key\(number)", "$k\(number)", "_\(number)", "\"k-\(number)\"", "'é\(number)'",
        "é\(number)",
      ])
      return blank(&dice) + key + blank(&dice) + ":" + blank(&dice) + value(depth, &dice)
        + blank(&dice)
    }
    return "{" + members.joined(separator: ",") + (members.isEmpty ? "" : dice.pick(["", ","]))
      + "}"
  }

  /// What JavaScript makes of each text; `null` where it is none.
  private static func judge(_ texts: [String]) throws -> [Any] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = """
      const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
      const read = (text) => { try { return [eval("(" + text + "\\n)")]; } catch { return null; } };
      process.stdout.write(JSON.stringify(texts.map(read)));
      """
    process.arguments = ["node", "-e", script]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let data = try JSONSerialization.data(withJSONObject: texts)
    let writing = Thread {
      try? input.fileHandleForWriting.write(contentsOf: data)
      try? input.fileHandleForWriting.close()
    }
    writing.start()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try #require(try JSONSerialization.jsonObject(with: answer) as? [Any])
  }

  @Test("Random texts with all that JSON5 allows are read as JavaScript reads them")
  func random() throws {
    var dice = Dice(state: 5)
    let texts = (0..<400).map { _ in Self.object(0, &dice) }
    let theirs = try Self.judge(texts)
    #expect(theirs.count == texts.count)
    for (text, judged) in zip(texts, theirs) {
      var parser = JSON5Parser(text)
      let ours: Any
      do throws(JSON5Parser.Failure) {
        ours = try parser.parse()
      } catch {
        Issue.record("\(error.sentence): \(text.debugDescription)")
        continue
      }
      let read = try #require(
        judged as? [Any], "JavaScript does not read \(text.debugDescription)")
      #expect(NSArray(array: [ours]) == NSArray(array: read), "\(text.debugDescription)")
    }
  }

  @Test(
    "What JavaScript does not read either is refused",
    arguments: [
      "{a:1 b:2}", "{,}", "[,]", "[1,,2]", "{a:'\n'}", "{a:'\\u12'}", "{a:'\\x4'}", "{a:01e}",
      "{a:--1}",
      "{a:'", "/* {}", "{}}", "{a:tru}", "{a:.}",
    ])
  func refused(text: String) throws {
    var parser = JSON5Parser(text)
    #expect(throws: JSON5Parser.Failure.self) { try parser.parse() }
  }
}
