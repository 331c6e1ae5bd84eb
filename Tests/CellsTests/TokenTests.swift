// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Cells

@Suite("Ids, fixed words, lists and addresses")
struct TokenTests {
  @Test("Ids lose only what cannot be seen or is wide")
  func ids() {
    #expect(ColumnKind.id.plain("ws.a\u{200B}").value == "ws.a")
    #expect(ColumnKind.id.plain("ｗｓ．ａ").value == "ws.a")
    #expect(ColumnKind.id.plain("ws‑a").value == "ws-a")
    #expect(ColumnKind.id.plain("Bürgersaal").value == "Bürgersaal")
    #expect(ColumnKind.references(.activity).plain("ws.b, ws.c").value == "ws.b;ws.c")
    #expect(ColumnKind.references(.activity).plain("ws.b\nws.c").value == "ws.b;ws.c")
    #expect(ColumnKind.references(.activity).plain("ws.b；ws.c").value == "ws.b;ws.c")
    #expect(ColumnKind.people.plain("NO").value == "no")
    #expect(ColumnKind.people.plain("FALSE").value == "no")
    #expect(ColumnKind.kinds.plain("ws, Main").value == "WS;MAIN")
    #expect(ColumnKind.requirement.plain("dc-7").value == "DC-7")
  }

  @Test("Fixed words are read in any letters, with other blanks and hyphens")
  func choices() {
    let known = ["must", "optional", "back-to-back", "onsite"]
    for (text, word) in [
      ("Must", "must"), ("OPTIONAL", "optional"), ("back to back", "back-to-back"),
      ("Back–to–back", "back-to-back"), ("on-site", "onsite"), ("On site", "onsite"),
    ] {
      #expect(ChoiceCell.read(text, among: known).value == word)
    }
    #expect(ChoiceCell.read("optinal", among: known) == .refused(.unlike(["optional"])))
  }

  @Test("A cell that may hold an answer or a text keeps every text")
  func answerOrText() {
    #expect(ColumnKind.answerOrText.plain("FALSE").value == "no")
    #expect(ColumnKind.answerOrText.plain("WAHR").value == "yes")
    #expect(ColumnKind.answerOrText.plain("1").value == "1")
    #expect(ColumnKind.answerOrText.plain("igf@un.org").value == "igf@un.org")
    #expect(ColumnKind.dateOrAnswer.plain("TRUE").value == "yes")
    #expect(ColumnKind.numberOrAnswer(0...10).plain("1").value == "1")
    #expect(ColumnKind.numberOrAnswer(0...10).plain("FAUX").value == "no")
  }

  @Test(
    "Ids that a spreadsheet rewrites, and what it makes of them",
    arguments: [
      ("007", "7"), ("1E5", "1.00E+05"), ("1E5", "100000"), ("1-2", "01-Feb"), ("MAR1", "1-Mar"),
      ("1-2", "2025-02-01"), ("1.10", "1.1"), ("true", "TRUE"),
      ("123456789012345678", "1.23456789012345678E+17"),
    ])
  func rewritten(id: String, text: String) {
    #expect(SpreadsheetIDs.isRewritten(id))
    #expect(SpreadsheetIDs.original(of: text, among: ["a-1", id, "ws7"]) == id)
  }

  @Test(
    "Ids that stay as they are", arguments: ["7", "ws7", "a-1", "dc-iot-1", "s.1", "HLP1", "0"])
  func kept(id: String) {
    #expect(!SpreadsheetIDs.isRewritten(id))
  }

  @Test("An id is only proposed where one alone may be meant")
  func onlyOne() {
    #expect(SpreadsheetIDs.original(of: "7", among: ["007", "07"]) == nil)
    #expect(SpreadsheetIDs.original(of: "8", among: ["007"]) == nil)
  }
}
