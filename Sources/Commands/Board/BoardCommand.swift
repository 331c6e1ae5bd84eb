// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Texts

/// `programme board SCENARIO [DRAFT]`: serves the board until it is ended.
enum BoardCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var draft: String?
    var port = 8018
    var shared: SharedAddress?
    var renewsLinks = false
    var out: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "board", summary: "opens a page on which a committee plans together, and serves it",
    arguments: [.needed("SCENARIO", \.scenario), .optional("DRAFT", \.draft)],
    options: [
      .number(
        "port", "N", in: 0...65_535, \.port,
        "where the page is on this machine; 0: any that is free"),
      .value(
        "share", "ADDRESS", \.shared,
        "show it to others, through a proxy at this address: prints one link to look, one to edit"
      ) { text throws(UsageFault) in
        guard let address = SharedAddress(text) else { throw .word(.notASharedAddress(text)) }
        return address
      },
      .flag("renew-links", \.renewsLinks, "only make new links; the old ones stop working at once"),
      .place("out", "DIR", \.out, "where its drafts are kept", usual: "Output/<scenario id>"),
      .json(\.isJSON),
    ],
    notes: """
      DRAFT is what the first draft of the board begins with: a schedule.csv, the folder of a draft,
      a number of 'programme drafts', or the name of a draft of the board.
      The page can be reached from this machine alone; ADDRESS (https://plan.example.org) is that of a
      proxy in front of it, which also sees to TLS. Ctrl-C ends the board; nothing is lost by it.

      """)

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> BoardAnswer {
    let opening = try BoardOpening(options, in: world)
    if options.renewsLinks { return BoardAnswer(links: try opening.renewedLinks()) }
    try opening.serve()
    return BoardAnswer(links: nil)
  }
}

/// What is said when a board has ended, or instead of opening one.
struct BoardAnswer: CommandAnswer {
  /// New links of a shared board, where they were asked for.
  let links: SharedLinks?

  var status: ExitStatus { .yes }

  func text(width: Int) -> String {
    links.map { $0.text + "The links before these no longer work.\n" } ?? ""
  }

  func json() throws(CommandFailure) -> String {
    guard let links else { return "" }
    return try AnswerJSON.of(["links": links.object])
  }
}

/// The links of a shared board as they are handed out.
struct SharedLinks: Equatable {
  let look: String
  let edit: String

  init(_ links: BoardLinks) {
    let base = links.address.hasSuffix("/") ? String(links.address.dropLast()) : links.address
    look = "\(base)/?key=\(links.look)"
    edit = "\(base)/?key=\(links.edit)"
  }

  var text: String { "To look: \(look)\nTo edit: \(edit)\n" }
  var object: [String: Any] { ["look": look, "edit": edit] }
}
