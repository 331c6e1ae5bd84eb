// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Testing

@testable import ScenarioFiles

@Suite("Words that go out, come back, or look like others")
struct WordTests {
  private let elements = "id,kind,themes\nws,WS,ai\n"

  @Test(
    "Lists separated by other signs are named with what to write",
    arguments: [",", "，", "；", "،", "؛", "、", "|", "\n"])
  func separators(sign: String) throws {
    let reading = try Folder.read([
      "programme-elements.csv": "id,kind,themes\nws,WS,\"ai\(sign) security;access\"\n"
    ])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1 && finding.rule == "list-separator")
    #expect(finding.line == 2 && finding.column == "themes" && finding.severity == .warning)
    #expect(finding.suggestion == "write ai;security;access, if they are several")
    #expect(reading.scenario?.activities[1].themes.count == 2)
  }

  @Test(
    "Words apart only in case, width, blanks or what cannot be seen are one finding with the fix",
    arguments: [
      "Ai Ethics", "ai  ethics", "aiethics", "ａｉ ethics", "ai\u{200B} ethics", "ai\u{A0}ethics",
    ])
  func sameWords(word: String) throws {
    let reading = try Folder.read([
      "programme-elements.csv":
        "id,kind,themes\nws,WS,ai ethics\nwt,WS,ai ethics\nwu,WS,\(word)\nwv,WS,x;\(word)\n"
    ])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1 && finding.rule == "same-word")
    #expect(finding.suggestion == "write ai ethics")
    #expect(finding.line == 4 && finding.cells.map(\.line) == [4, 5])
    #expect(finding.sentence.contains(" differ only in "))
  }

  @Test("Words of features and of people's groups are compared across tables; dc-liaison is fixed")
  func acrossTables() throws {
    let reading = try Folder.read([
      "rooms.csv":
        "id,capacity,parts,features\nr1,50,,Hybrid\nr2,60,,hybrid\nbig,110,r1;r2,hybrid\n",
      "sessions.csv": "id,activity,minutes,needs\ns1,dc,60,hybrid\ns2,ws,60,\nj,dc;ws,90,\n",
      "roles.csv": "person,subject,role\nben,ws,DC Liaison\n",
    ])
    #expect(reading.findings.map(\.rule) == ["same-word", "same-word"])
    #expect(reading.findings.map(\.suggestion) == ["write hybrid", "write dc-liaison"])
  }

  @Test("Names where ids belong are reported, with the id")
  func names() throws {
    let findings = try Folder.findings([
      "rooms.csv": "id,name,capacity,parts\nr1,Main Hall,50,\nr2,,60,\nbig,,110,r1;r2\n",
      "sessions.csv":
        "id,activity,title,minutes,room\ns1,dc,On Children,60,main hall\ns2,ws,Two,60,\nj,dc;ws,Three,90,\n",
      "roles.csv":
        "person,subject,role\nBen,ws,speaker\nada,On children,speaker\nada,\"s1, s2\",x\n",
    ]).filter { !$0.contains("The name is empty") }
    #expect(
      findings == [
        "sessions.csv:2 room 'main hall' is the name of room r1, not its id. → write r1",
        "roles.csv:2 person 'Ben' is the name of person ben, not its id. → write ben",
        "roles.csv:3 subject 'On children' is the title of session s1, not its id. → write s1",
        "roles.csv:4 subject 's1, s2' is a list; one session or activity is expected here."
          + " → a row for each of s1, s2",
      ])
  }

  @Test("Ids that spreadsheets rewrite get one warning, and are found again")
  func spreadsheetIDs() throws {
    let findings = try Folder.findings([
      "programme-elements.csv": "id,kind\nws,WS\n007,WS\n1E5,WS\n",
      "roles.csv": "person,subject,role\nben,7,speaker\nben,1.00E+05,speaker\n",
    ])
    #expect(
      findings == [
        "programme-elements.csv:3 id A spreadsheet takes '007', '1E5' for numbers or dates, and saves"
          + " them as something else. → ids that begin with a letter and hold a '-' are safe, such as"
          + " s-007",
        "roles.csv:2 subject There is no session or activity '7'. → did you mean '007'? A spreadsheet"
          + " rewrites such ids",
        "roles.csv:3 subject There is no session or activity '1.00E+05'. → did you mean '1E5'? A"
          + " spreadsheet rewrites such ids",
      ])
  }

  @Test("Ids that file systems do not keep apart, or that Windows reserves")
  func fileNames() throws {
    let reading = try Folder.read([
      "people.csv": "id,name,available\nada,Ada,\nben,Ben,\nBen,Bén,\ncon,Con,\naux.1,Aux,\n",
      "what-if/W.json": "{ changes: [] }",
    ])
    #expect(
      reading.findings.map(\.rule) == ["id-case", "id-case", "reserved-name", "reserved-name"])
    #expect(reading.findings.allSatisfy { $0.severity == .warning })
  }

  @Test("An empty title, and addresses in words")
  func outgoing() throws {
    let findings = try Folder.findings([
      "sessions.csv":
        "id,activity,title,minutes,url,conference\ns1,dc,,60,see the web,https://x.example/a b\ns2,ws,Two,60,www.x.example,\nj,dc;ws,Three,90,,\n"
    ])
    #expect(
      findings == [
        "sessions.csv:2 title The title is empty; the agenda shows its activity's name."
          + " → a title that distinguishes it from the activity's other sessions",
        "sessions.csv:2 url 'see the web' is no address; it is shown as words."
          + " → an address begins with https://",
        "sessions.csv:3 url The address goes out as https://www.x.example: it lacks https://."
          + " → write https://www.x.example",
        "sessions.csv:2 conference The address goes out as https://x.example/a%20b: a blank stands at"
          + " place 20. → write https://x.example/a%20b",
      ])
  }
}
