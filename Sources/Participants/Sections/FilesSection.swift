// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages
import Programmes

/// What is published beside the page: its changes, its calendars, and the programme as tables and data.
struct FilesSection {
  private let programme: PublishedProgramme
  private let words: Words

  /// By what they are for; each file with the key of its name.
  private static let groups: [(key: String, files: [(path: String, key: String)])] = [
    (
      "page.files.follow",
      [
        ("changes.html", "page.file.changes"), ("calendars.html", "page.file.calendars"),
        ("programme.ics", "page.file.ics"), ("changes.atom", "page.file.atom"),
      ]
    ),
    (
      "page.files.tables",
      [
        ("programme.xlsx", "page.file.workbook"), ("schedule-excel.csv", "page.file.excel"),
        ("google-calendar.csv", "page.file.google"), ("outlook.csv", "page.file.outlook"),
        ("sched.csv", "page.file.sched"), ("schedule.csv", "page.file.schedule"),
        ("changes.csv", "page.file.changes-table"),
      ]
    ),
    (
      "page.files.programs",
      [
        ("schedule.xml", "page.file.frab-xml"), ("schedule.json", "page.file.frab-json"),
        ("programme.jcal.json", "page.file.jcal"), ("programme.xcal.xml", "page.file.xcal"),
      ]
    ),
  ]

  init(_ programme: PublishedProgramme) {
    self.programme = programme
    words = Words(programme.language)
  }

  var html: HTML {
    if !programme.isPublished { return .empty }
    return Element.details(.class("extra"), .id("files")) {
      Element.summary { HTML.text(words("page.files")) }
      "\n"
      Element.dl.lines(.class("files")) {
        for group in Self.groups {
          Element.dt { HTML.text(words(group.key)) }
          Element.dd {
            group.files.map { file in
              Element.a(.href(file.path)) { HTML.text(words(file.key)) }
            }.joined(separator: " · ")
          }
        }
      }
    }
  }
}
