// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Texts

@Suite("Numbers, lists and commands in words")
struct WordsTests {
  @Test("A number goes with its noun and verb")
  func counts() {
    #expect(Count.of(1, "session") == "1 session")
    #expect(Count.of(0, "session") == "0 sessions")
    #expect(Count.of(2, "person", "people") == "2 people")
    #expect((1...3).map(Count.times) == ["once", "twice", "3 times"])
    #expect(Count.are(1) == "1 is")
    #expect(Count.are(2) == "2 are")
    #expect(Count.noun(1, "change") == "change")
  }

  @Test("Lists are joined as in speech, long ones are cut")
  func lists() {
    let words = ["a", "b", "c"]
    #expect([String]().listed == "")
    #expect(words.prefix(1).listed == "a")
    #expect(words.prefix(2).listed == "a and b")
    #expect(words.listed == "a, b and c")
    #expect(words.listed(atMost: 2) == "a, b and 1 more")
    #expect(words.listed(atMost: 3) == "a, b, c")
  }

  @Test("Differences carry their sign, also the least number there is")
  func signed() {
    #expect([3, -3, 0].map(\.signed) == ["+3", "−3", "±0"])
    #expect(Int.min.signed == "−9223372036854775808")
  }

  @Test("Shares have one digit")
  func percent() { #expect(Percent.text(0.0649) == "6.5 %") }

  @Test(
    "A shell takes a quoted word for the word itself",
    arguments: [
      "plain-1.csv", "two words", "it's", "$HOME `x` \"y\" \\", "", "é", "a\nb", "'", "*",
    ])
  func shell(_ word: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "printf %s \(ShellWord.quoted(word))"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: said, as: UTF8.self) == word)
  }

  @Test("Words that mean nothing to a shell stay as they are")
  func plain() {
    #expect(ShellWord.command(["programme", "draft", "a b"]) == "programme draft 'a b'")
    #expect(ShellWord.inSentence("programme draft") == "'programme draft'")
    #expect(ShellWord.inSentence("draft 'a b'") == "“draft 'a b'”")
  }
}
