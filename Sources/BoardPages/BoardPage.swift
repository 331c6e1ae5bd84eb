// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// The board's page as it is served: a shell that loads one style and one module, which asks the board
/// for everything else. Nothing of a meeting stands in it, so it is the same for everybody.
public enum BoardPage {
  /// What the page may do: run the board's own scripts, use its style, ask the board, and nothing
  /// else. It is sent as `Content-Security-Policy` with the page.
  public static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// From its first line to its last.
  public static let html =
    HTML.page {
      VoidElement.meta(
        .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
      VoidElement.meta(.named("name", "color-scheme"), .named("content", "light dark"))
      VoidElement.meta(.named("name", "referrer"), .named("content", "no-referrer"))
      Element.title { "Board" }
      VoidElement.link(.named("rel", "icon"), .named("href", sign))
      VoidElement.link(.named("rel", "stylesheet"), .href("/assets/\(BoardAssets.styleName)"))
      for name in BoardAssets.scriptNames {
        // Told at once, so that no module waits for the one that imports it.
        VoidElement.link(.named("rel", "modulepreload"), .href("/assets/\(name)"))
      }
      HTML.module("/assets/board.js")
    } body: {
      Element.div(.id("board"), .class("board")) {
        Element.p(.class("fail")) { "The board is being read …" }
      }
    }.markup

  /// The tab's sign, a timetable of three rooms.
  private static let sign =
    "data:image/svg+xml,"
    + "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    + "%3Crect width='16' height='16' rx='3' fill='%2314508f'/%3E"
    + "%3Cpath d='M3 3h3v5H3zM6.5 5h3v8h-3zM10 3h3v4h-3z' fill='%23fff'/%3E%3C/svg%3E"
}
