// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Scratch
import Tables

/// A scenario in a temporary folder: a valid one, with some files changed.
struct Folder {
  static let base = [
    "meeting.json": """
    // A comment, and a trailing comma below.
    { id: "m", name: "M", timeZone: "Europe/Oslo",
      days: [ { date: "2025-06-23", open: ["09:00-13:00"] }, { date: "2025-06-24", open: ["09:00-13:00"] }, ], }
    """,
    "rooms.csv": "id,capacity,parts\nr1,50,\nr2,60,\nbig,110,r1;r2\n",
    "dynamic-coalitions.csv": "id,name,contact\ndc,DC,ada\n",
    "programme-elements.csv": "id,kind,themes\nws,WS,ai\n",
    "sessions.csv": "id,activity,minutes,room\ns1,dc,60,\ns2,ws,60,r1\nj,dc;ws,90,\n",
    "people.csv": "id,name,available\nada,Ada,2025-06-23\nben,Ben,\n",
    "roles.csv": "person,subject,role\nben,ws,speaker\n",
    "links.csv": "from,to,kind,strength\ns1,s2,apart,must\n",
    "wishes.csv": "subject,want,window,room,strength\ns1,yes,,r2,5\n",
    "limits.csv": "id,activities,rooms,at_most,per,strength\nl,ws,,1,day,must\n",
    "what-if/w.json": "{ question: \"?\", changes: [] }",
  ]

  /// Reads the base scenario with some files replaced, `nil` to leave one out.
  static func read(_ changes: [String: String?] = [:], whatIf: String? = nil) throws
    -> ScenarioReading
  {
    try read(changes, asking: whatIf.map { .named($0) })
  }

  static func read(
    _ changes: [String: String?], asking source: WhatIfSource?, number: Int? = nil
  ) throws -> ScenarioReading {
    try with(changes) { ScenarioFolder.read($0, asking: source, number: number) }
  }

  /// Lays the folder out for as long as it is looked at.
  static func with<Result>(
    _ changes: [String: String?], _ body: (URL) throws -> Result
  ) throws -> Result {
    let files = FileManager.default
    let scratch = ScratchFolder()
    let folder = scratch.url
    try files.createDirectory(
      at: folder.appending(path: "what-if"), withIntermediateDirectories: true)
    for (name, text) in base.mapValues({ Optional($0) }).merging(changes, uniquingKeysWith: { $1 })
    {
      if let text { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }
    return try body(folder)
  }

  /// `file:line column sentence → suggestion` for each finding.
  static func findings(_ changes: [String: String?], whatIf: String? = nil) throws -> [String] {
    try findings(changes, asking: whatIf.map { .named($0) })
  }

  static func findings(_ changes: [String: String?], asking source: WhatIfSource?) throws
    -> [String]
  {
    try read(changes, asking: source).findings.map { finding in
      "\(finding.file):\(finding.line ?? 0) \(finding.column ?? "-") \(finding.sentence)"
        + (finding.suggestion.map { " → \($0)" } ?? "")
    }
  }
}
