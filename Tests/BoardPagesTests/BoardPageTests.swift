// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import BoardPages

@Suite("The board's page and its files")
struct BoardPageTests {
  @Test("The page names each script and the style, and each of them is there")
  func names() throws {
    let addresses = BoardPage.html.matches(of: /(?:src|href)="\/assets\/([^"]+)"/).map {
      String($0.1)
    }
    #expect(Set(addresses) == Set(BoardAssets.names))
    for name in addresses { #expect(BoardAssets.asset(named: name) != nil, "\(name)") }
  }

  @Test("Every module imports modules that are there, by their names beside it")
  func imports() throws {
    for name in BoardAssets.names where name.hasSuffix(".js") {
      let text = try #require(BoardAssets.asset(named: name)).text
      for found in text.matches(of: /} from "([^"]+)";/) {
        let imported = String(found.1)
        #expect(imported.hasPrefix("./"), "\(name)")
        #expect(
          BoardAssets.asset(named: String(imported.dropFirst(2))) != nil, "\(name): \(imported)")
      }
    }
  }

  @Test(
    "Nothing in the page runs that its policy would stop: no script, style or event in the markup")
  func policy() {
    #expect(!BoardPage.html.contains("<style") && !BoardPage.html.contains(" style="))
    #expect(BoardPage.html.matches(of: /<script(?![^>]* src=)/).isEmpty)
    #expect(BoardPage.html.matches(of: /\son[a-z]+=/).isEmpty)
    #expect(BoardPage.policy.contains("default-src 'none'"))
    #expect(!BoardPage.policy.contains("unsafe"))
  }

  @Test("No script makes markup of a text")
  func noMarkup() throws {
    for name in BoardAssets.names where name.hasSuffix(".js") {
      let text = try #require(BoardAssets.asset(named: name)).text
      for way in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser",
      ] {
        #expect(!text.contains(way), "\(name): \(way)")
      }
    }
  }

  @Test("A name that is none of them is nothing, however it looks")
  func strangers() {
    for name in ["", "board", "../board.js", "package.json", "board.d.ts", "BOARD.JS"] {
      #expect(BoardAssets.asset(named: name) == nil, "\(name)")
    }
  }

  @Test("The page and its files are written for the checks in a browser, where those ask for it")
  func written() throws {
    guard let folder = ProcessInfo.processInfo.environment["PAGES"] else { return }
    let site = URL(filePath: folder).appending(path: "board")
    let assets = site.appending(path: "assets")
    try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
    try Data(BoardPage.html.utf8).write(to: site.appending(path: "index.html"))
    for name in BoardAssets.names {
      let text = try #require(BoardAssets.asset(named: name)).text
      try Data(text.utf8).write(to: assets.appending(path: name))
    }
  }
}
