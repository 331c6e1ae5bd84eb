// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Languages
import Programmes
import Testing

@testable import Participants

@Suite("The participants' page in each language")
struct LanguagePagesTests {
  private static func page(_ language: Language) throws -> String {
    var programme = try SamplePages.kyoto()
    programme.language = language
    programme.feeds[0].name = Words(language)("page.subscribe.whole")
    return ParticipantsPage(programme).html
  }

  /// What stands between the style and the script.
  private static func body(_ html: String) -> String {
    html.components(separatedBy: "<script")[0].components(separatedBy: "</style>").last ?? ""
  }

  @Test("says its language and its direction, and leaves no gap open", arguments: Language.allCases)
  func whole(language: Language) throws {
    let html = try Self.page(language)
    #expect(html.contains("<html lang=\"\(language.tag)\" dir=\"\(language.direction)\">"))
    #expect(!Self.body(html).contains("{") && !Self.body(html).contains("page."))
    let data = try #require(
      html.components(separatedBy: "id=\"data\">").last?.components(separatedBy: "</script>").first)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    #expect(object["language"] as? String == language.tag)
    let words = try #require(object["words"] as? [String: Any])
    #expect(words["script.undo"] as? String == Words(language)("script.undo"))
    #expect(words["page.final"] == nil)
  }

  @Test("has its words in that language", arguments: Language.allCases.filter { $0 != .english })
  func foreign(language: Language) throws {
    let body = Self.body(try Self.page(language))
    let words = Words(language)
    for key in ["page.skip", "page.final", "page.foot", "script.session.where", "kind.WS"] {
      #expect(body.contains(words(key)), "\(key)")
    }
    for english in ["Skip to", "Final programme", "This page is", "Where</dt>", "Times in", " Oct"]
    {
      #expect(!body.contains(english), "\(english)")
    }
  }

  @Test("names the month apart, so that it can be left out, wherever it stands in the day")
  func months() throws {
    #expect(
      try Self.page(.english).contains("<span>Mon 9<span class=\"month\"> Oct</span></span>"))
    #expect(
      try Self.page(.chinese).contains("<span><span class=\"month\">10月</span>9日 周一</span>"))
  }

  /// `Tests/Browser/check_languages.py` opens these.
  @Test("is written for the browser", .enabled(if: folder != nil), arguments: Language.allCases)
  func written(language: Language) throws {
    let folder = try #require(Self.folder)
    let url = URL(filePath: folder).appending(path: "language-\(language.rawValue).html")
    try AtomicFile.write(Data(try Self.page(language).utf8), to: url)
  }

  private static let folder = ProcessInfo.processInfo.environment["PAGES"]
}
