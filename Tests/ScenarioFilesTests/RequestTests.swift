// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("What the tables of requests refuse, in words")
struct RequestTests {
  @Test("Limits have ids of their own")
  func limitIds() throws {
    let findings = try Folder.findings([
      "limits.csv": """
      id,activities,at_most,per,strength
      l,ws,1,day,must
      l,ws,2,day,must
      ,ws,,day,must
      """
    ])
    #expect(
      findings == [
        "limits.csv:3 id The id 'l' is taken: limits.csv, line 2 has a limit of that name."
          + " → each limit has an id of its own",
        "limits.csv:4 id The cell is empty. → an id of its own, such as one-main-at-a-time",
        "limits.csv:4 at_most The cell is empty. → a whole number, such as 1",
      ])
  }

  @Test("A word that nothing else knows is doubted where one slip would make it known")
  func strangers() throws {
    let findings = try Folder.findings([
      "rooms.csv": "id,capacity,features\nr1,50,hybrid\nr2,60,\nbig,110,\n",
      "sessions.csv": "id,activity,minutes,needs\ns1,dc,60,hybird;quiet\ns2,ws,60,\n",
      "limits.csv": "id,kinds,themes,at_most,per,strength\nl,WSS;MAIN,ia,1,day,5\n",
    ])
    #expect(
      findings == [
        "sessions.csv:2 needs 'hybird' is asked for, but no room has it."
          + " → did you mean 'hybrid'?",
        "limits.csv:2 kinds 'WSS' is asked for, but no activity is of it. → did you mean 'WS'?",
        "limits.csv:2 themes 'ia' is asked for, but no session has it. → did you mean 'ai'?",
      ])
  }

  @Test("A waiver names a requirement of its activity's kind")
  func waivers() throws {
    let findings = try Folder.findings([
      "waivers.csv": "activity,requirement,on\ndc,BPF-1,2025-01-01\ndc,DC-9,1 May\nws,DC-1,\ndc,,\n"
    ])
    #expect(
      findings == [
        "waivers.csv:2 requirement 'BPF-1' is not asked of a DC activity."
          + " → one of DC-1 to DC-8",
        "waivers.csv:3 on '1 May' is not a date. → a date is written YYYY-MM-DD;"
          + " the meeting begins on 2025-06-23",
        "waivers.csv:3 requirement 'DC-9' is not asked of a DC activity."
          + " → one of DC-1 to DC-8",
        "waivers.csv:4 requirement 'DC-1' is not asked of a WS activity."
          + " → nothing is asked of this kind",
        "waivers.csv:5 requirement The cell is empty. → a requirement's id, such as DC-7",
      ])
  }

  @Test("Links and wishes that ask nothing or the impossible")
  func linksAndWishes() throws {
    let findings = try Folder.findings([
      "links.csv":
        "from,to,kind,strength,min_gap,max_gap\ns1,s1,apart,must,,\ns1,s2,before,5,60,30\n",
      "wishes.csv": "subject,want,window,room,strength\ns1,maybe,,,must\nada,yes,,r1,5\n",
    ])
    #expect(
      findings == [
        "links.csv:2 to The link is from a session to itself."
          + " → it asks nothing; name another session",
        "links.csv:3 max_gap The longest gap is shorter than the shortest, 60. → at least 60",
        "wishes.csv:2 want 'maybe' is neither yes nor no. → yes, no, or empty for not known",
        "wishes.csv:2 window The wish names neither a window nor a room."
          + " → fill window, room or both",
        "wishes.csv:2 strength 'must' is not a strength. → a whole number from 1 to 1000",
        "wishes.csv:3 subject 'ada' is a person (people.csv, line 2); a session or an activity is"
          + " expected. → write the id of a session or an activity",
      ])
  }

  @Test(
    "A time zone is found by its city",
    arguments: [
      ("Oslo", "did you mean 'Europe/Oslo'?"), ("New York", "did you mean 'America/New_York'?"),
      ("Asia/Kolkatta", "did you mean 'Asia/Kolkata'?"),
      ("Mars/Olympus_Mons", "an IANA name, such as Europe/Oslo"),
    ])
  func zones(name: String, suggestion: String) throws {
    let findings = try Folder.read([
      "people.csv": "id,time_zone\nada,\(name)\nben,\n"
    ]).findings
    #expect(findings.map(\.suggestion) == [suggestion])
  }

  @Test("A joined room is not made of joined rooms, nor of itself")
  func parts() throws {
    let findings = try Folder.findings([
      "rooms.csv": "id,capacity,parts\nr1,50,r1\nr2,60,\nbig,110,r1;r2;r3\n"
    ])
    #expect(
      findings == [
        "rooms.csv:4 parts There is no room 'r3'. → did you mean 'r1'?",
        "rooms.csv:2 parts The room 'r1' is a part of itself."
          + " → name the other rooms that it is made of",
        "rooms.csv:4 parts The part 'r1' is a joined room itself."
          + " → parts of parts are not allowed; name its parts instead",
      ])
  }
}
