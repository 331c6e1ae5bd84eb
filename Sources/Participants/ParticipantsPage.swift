// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages
import Programmes

/// The participants' page, `index.html`: one file that fetches nothing.
///
/// The HTML holds the whole programme by day and works by itself. The script finds its data in that
/// HTML and adds what needs a script: filters, other clocks, the timetable, a personal agenda.
/// The policy in the head names the style and the script by their digests, so no text from a table
/// can ever run.
public struct ParticipantsPage: Sendable {
  private let programme: PublishedProgramme

  public init(_ programme: PublishedProgramme) { self.programme = programme }

  /// The page: the same bytes for the same programme.
  public var html: String {
    let listing = Listing(programme)
    return PageShell.page(
      title: listing.words("page.title", ["meeting": programme.name]),
      language: programme.language, policy: ContentPolicy.text, style: PageStyle.css,
      about: PageAbout(listing).html
    ) {
      Element.a(.class("skip"), .href("#programme")) { listing.words.html("page.skip") }
      PageHead(listing).html
      Element.div(.id("controls"))
      bar(listing)
      main(listing)
      footer(listing.words)
      HTML.embedded(json: PageData(listing).json, id: "data")
      HTML.embedded(script: PageScript.text)
      HTML.embedded(linkedData: LinkedData(listing).json)
    }
  }

  private func bar(_ listing: Listing) -> HTML {
    Element.div.lines(.class("bar")) {
      DaySections(listing).navigation
      Element.div(.id("views"))
    }
  }

  private func main(_ listing: Listing) -> HTML {
    Element.main(.id("programme"), .tabIndex(-1)) {
      "\n"
      HTML.lines {
        Element.h2(.class("unseen")) { listing.words.html("page.programme") }
        Element.div(.id("notices"))
        DaySections(listing).html
      }
      "\n"
      HTML.lines {
        PeopleSection(listing).html
        RoomsSection(listing).html
        FilesSection(programme).html
      }
    }
  }

  private func footer(_ words: Words) -> HTML {
    let number = programme.publication.number
    let name = HTML.text(programme.name)
    return Element.footer {
      Element.p {
        number > 0
          ? words.html("page.foot.publication", ["meeting": name, "number": "\(number)"])
          : words.html("page.foot.not-published", ["meeting": name])
        " "
        words.html("page.foot")
      }
    }
  }
}
