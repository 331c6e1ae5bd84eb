// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Meetings
import Pages
import Programmes

/// Where the rooms are, by building or floor, with the ways to them: where the tables say any of it.
struct RoomsSection {
  private let rooms: [PublishedProgramme.Room]
  private let words: Words

  init(_ listing: Listing) {
    rooms = listing.rooms
    words = listing.words
  }

  var html: HTML {
    guard rooms.contains(where: { !$0.location.isEmpty || Self.hasWay($0) }) else { return .empty }
    return Element.details(.class("extra"), .id("rooms")) {
      Element.summary {
        words.html(
          "page.rooms", count: rooms.count,
          ["count": Element.span(.class("count")) { "\(rooms.count)" }])
      }
      "\n"
      Element.ul.lines(.class("rooms")) {
        for place in places {
          Element.li {
            if !place.isEmpty { Element.bdi(.class("location")) { HTML.text(place) } }
            Element.ul.lines { for room in rooms where room.location == place { row(room) } }
          }
        }
      }
    }
  }

  /// Each once, in the order of the rooms.
  private var places: [String] {
    var seen: Set<String> = []
    return rooms.map(\.location).filter { seen.insert($0).inserted }
  }

  private func row(_ room: PublishedProgramme.Room) -> HTML {
    Element.li {
      Element.bdi(.class("name")) { HTML.text(room.name) }
      if !room.features.isEmpty {
        " "
        Element.span(.class("features")) {
          words.list(room.features.map { feature in Element.bdi { HTML.text(feature) } })
        }
      }
      Self.ways(room, words)
    }
  }

  static func hasWay(_ room: PublishedProgramme.Room) -> Bool {
    room.position != nil || !TypedAddress(room.map).shown.isEmpty
  }

  /// Links to what shows the way: the table's own page or picture, and the place on a map.
  static func ways(_ room: PublishedProgramme.Room, _ words: Words) -> HTML {
    HTML {
      let map = TypedAddress(room.map)
      if let address = map.address?.text {
        link(words("page.room.map"), address, room.name)
      } else if let said = map.words {
        " "
        Element.bdi { HTML.text(said) }
      }
      if let position = room.position {
        link(words("page.room.position"), Self.address(position), room.name)
      }
    }
  }

  private static func link(_ name: String, _ address: String, _ room: String) -> HTML {
    HTML {
      " "
      Element.a(.href(address)) {
        HTML.text(name)
        PageText.unseen(": \(room)")
      }
    }
  }

  /// The place marked on OpenStreetMap, near enough for houses to be told apart.
  private static func address(_ position: Position) -> String {
    let north = Position.degrees(position.latitude)
    let east = Position.degrees(position.longitude)
    return "https://www.openstreetmap.org/?mlat=\(north)&mlon=\(east)#map=18/\(north)/\(east)"
  }
}
