// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Publications

@Suite("What a session is about, in calendars")
struct CategoriesTests {
  private func files(_ themes: [String]) throws -> [String: String] {
    var event = Samples.event("A")
    event.themes = themes
    return try Samples.files([Samples.proposal(["a": event])])
  }

  private func categories(_ themes: [String]) throws -> [String] {
    let text = try files(themes)["public/programme.ics"] ?? ""
    return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
      .filter { $0.hasPrefix("CATEGORIES") }
  }

  @Test("Kinds by name and themes share one line, since some readers refuse a second")
  func oneLine() throws {
    #expect(try categories(["ai", "trust"]) == ["CATEGORIES:Dynamic Coalition,ai,trust"])
  }

  @Test("A comma, a semicolon or a backslash in a theme is no border between two")
  func escaped() throws {
    #expect(
      try categories(["trust, safety", "a;b", "c\\d"])
        == ["CATEGORIES:Dynamic Coalition,trust\\, safety,a\\;b,c\\\\d"])
  }

  @Test("jCal and xCal have a value for each")
  func otherForms() throws {
    let files = try files(["trust, safety", "ai"])
    #expect(
      files["public/programme.jcal.json"]?.contains(
        #"["categories",{},"text","Dynamic Coalition","trust, safety","ai"]"#) == true)
    let xml = files["public/programme.xcal.xml"] ?? ""
    #expect(xml.contains("<text>trust, safety</text>") && xml.contains("<text>ai</text>"))
  }
}
