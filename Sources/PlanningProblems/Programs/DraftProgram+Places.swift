// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `placed-once`, and with the place tables all rules that look at one session alone.
  ///
  /// A session's start and its room class are columns of their own: rules about time see few
  /// columns, and branching settles times before rooms.
  mutating func addPlaces(_ allows: (SessionPosition, StartOption, RoomClass) -> Bool) {
    for p in problem.sessions.indices {
      let table = problem.places[p]
      let id = problem.session(p).id
      var once = LinearExpression()
      var times: TypedArray<StartOption, Column> = []
      var places: TypedArray<StartOption, [(roomClass: RoomClass, column: Column)]> = []
      for s in table.starts.indices {
        let options = classOptions(p, s).filter { allows(p, s, $0.roomClass) }
        let cheapest = options.map(\.price).min() ?? 0
        let when = column("\(id)@\(table.starts[s])", of: .only([p]), cost: cheapest, priority: 2) {
          $0.places[p]?.start == s ? 1 : 0
        }
        times.append(when)
        once.add(when)
        if options.isEmpty { program.setBounds(when, lower: 0, upper: 0) }
        var chosen: [(roomClass: RoomClass, column: Column)] = []
        if options.count == 1 {
          chosen = [(options[0].roomClass, when)]
        } else if !options.isEmpty {
          var rooms = LinearExpression()
          for option in options {
            let classOf = classes.classOf
            let roomClass = option.roomClass
            let here = column(
              "\(id)@\(table.starts[s]) in class \(roomClass)", of: .only([p]),
              cost: option.price - cheapest,
              priority: 1
            ) {
              guard let place = $0.places[p], place.start == s else { return 0 }
              return classOf[table.rooms[place.room]] == roomClass ? 1 : 0
            }
            rooms.add(here)
            chosen.append((roomClass, here))
          }
          rooms.add(when, times: -1)
          require("\(id)@\(table.starts[s]) has a room", rooms, atLeast: 0, atMost: 0)
        }
        places.append(chosen)
      }
      time.append(times)
      place.append(places)
      if let cost = problem.unplacedCost[p] {
        let left = column("\(id) left out", of: .only([p]), cost: cost, priority: 3) {
          $0.places[p] == nil ? 1 : 0
        }
        out.append(left)
        once.add(left)
      } else {
        out.append(nil)
      }
      require("\(id) placed once", once, atLeast: 1, atMost: 1)
    }
  }

  /// The classes that a session can use at a start, with their price.
  private func classOptions(_ p: SessionPosition, _ s: StartOption) -> [(
    roomClass: RoomClass, price: Int
  )] {
    let table = problem.places[p]
    var options: [(roomClass: RoomClass, price: Int)] = []
    for (r, room) in table.rooms.enumerated() {
      guard let price = table.price(s, r) else { continue }
      let roomClass = classes.classOf[room]
      if !options.contains(where: { $0.roomClass == roomClass }) {
        options.append((roomClass, price))
      }
    }
    return options
  }
}
