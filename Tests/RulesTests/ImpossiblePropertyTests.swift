// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Meetings
import Rules
import Testing

@Suite("What check calls impossible is impossible")
struct ImpossiblePropertyTests {
  /// `IMPOSSIBLE_SEEDS` tries more.
  static let seeds: Int = {
    let text = ProcessInfo.processInfo.environment["IMPOSSIBLE_SEEDS"]
    return text.flatMap { Int($0) } ?? 150
  }()

  @Test("Every meeting with an error has no schedule, by trying all")
  func sound() {
    var named: [String: Int] = [:]
    for seed in 0..<Self.seeds {
      let meeting = CrowdedMeeting(seed: UInt64(seed))
      let errors = ImpossibilityCheck.findings(meeting.scenario).filter { $0.severity == .error }
      guard !errors.isEmpty else { continue }
      for error in errors { named[error.rule, default: 0] += 1 }
      #expect(!meeting.hasSchedule, "seed \(seed): \(errors.map(\.sentence))")
    }
    // Each sort of proof was tried.
    for rule in ["link-ring", "link", "link-days", "overload", "room-free", "person-free"] {
      #expect(named[rule] ?? 0 > 0, "no meeting had \(rule)")
    }
    if ProcessInfo.processInfo.environment["IMPOSSIBLE_SEEDS"] != nil { print(named) }
  }

  @Test("Meetings with a schedule have no error", .judges(atLeast: 9), arguments: 0..<60)
  func complete(seed: Int) {
    let meeting = CrowdedMeeting(seed: UInt64(seed))
    guard meeting.hasSchedule else { return }
    judged()
    let errors = ImpossibilityCheck.findings(meeting.scenario).filter { $0.severity == .error }
    #expect(errors.map(\.sentence) == [])
  }

  /// Sixty sessions with links that go from earlier rows to later ones: no ring by themselves.
  private func roomy(_ random: inout Dice) -> Fixture {
    var tiny = Fixture()
    for number in 0..<60 {
      tiny.add("s\(number)") { $0.minutes = [15, 30][random.roll(2)] }
    }
    for _ in 0..<40 {
      let a = random.roll(59)
      tiny.link(a, a + 1 + random.roll(59 - a), .before, .must)
    }
    return tiny
  }

  @Test("Every planted ring is found, whatever its length, with its last row", arguments: 0..<30)
  func plantedRings(seed: Int) {
    var random = Dice(seed: UInt64(seed))
    var tiny = roomy(&random)
    tiny.scenario.links.removeAll { _ in true }
    var planted: [Int] = []
    var free = Array(0..<60)
    for _ in 0..<3 {
      var ring: [Int] = []
      for _ in 0..<(2 + random.roll(5)) { ring.append(free.remove(at: random.roll(free.count))) }
      for (from, to) in zip(ring, ring.dropFirst() + [ring[0]]) {
        tiny.link(from, to, .before, .must, min: [0, 0, 15][random.roll(3)])
      }
      planted.append(tiny.scenario.links.count + 1)
    }
    for index in tiny.scenario.links.indices { tiny.scenario.links[index].line = index + 2 }
    let found = ImpossibilityCheck.findings(tiny.scenario).filter { $0.rule == "link-ring" }
    #expect(found.compactMap(\.line).sorted() == planted)
  }

  @Test("A ring is found among links that make none", arguments: 0..<30)
  func ringAmongOthers(seed: Int) {
    var random = Dice(seed: UInt64(seed) &+ 500)
    var tiny = roomy(&random)
    #expect(ImpossibilityCheck.findings(tiny.scenario).filter { $0.rule == "link-ring" }.isEmpty)
    let a = random.roll(20)
    let (b, c) = (a + 10 + random.roll(10), a + 25 + random.roll(10))
    for (from, to) in [(a, b), (b, c), (c, a)] { tiny.link(from, to, .before, .must) }
    let found = ImpossibilityCheck.findings(tiny.scenario).filter { $0.rule == "link-ring" }
    #expect(!found.isEmpty)
  }

  @Test("Every planted overload is found: of a feature, a size, a day, a person", arguments: 0..<30)
  func plantedOverloads(seed: Int) {
    var random = Dice(seed: UInt64(seed) &+ 900)
    var tiny = roomy(&random)
    tiny.scenario.links = []
    #expect(ImpossibilityCheck.findings(tiny.scenario).isEmpty)
    // Two days of eight hours: seventeen hours for one room, one day, one person are too many.
    func add(_ prefix: String, _ count: Int, _ change: (inout Session) -> Void) -> [Int] {
      (0..<count).map { number in
        tiny.add("\(prefix)\(number)", change)
        return tiny.scenario.sessions.count - 1
      }
    }
    switch seed % 4 {
    case 0:
      tiny.scenario.rooms[random.roll(4)].features = ["stage"]
      _ = add("x", 17) { $0.needs = ["stage"] }
    case 1:
      tiny.scenario.rooms[random.roll(4)].capacity = 200
      _ = add("x", 17) { $0.audience = 150 }
    case 2:
      tiny.scenario.rooms.append(
        Room(
          id: "extra", name: "Extra", capacity: 300,
          available: Fixture.window("09:00", "18:00", Fixture.second)))
      let day = [Fixture.first, Fixture.second][random.roll(2)]
      _ = add("x", day == Fixture.first ? 33 : 41) { $0.pin.date = day }
    default:
      let own = add("x", 17) { _ in }
      tiny.add(person: "ada", in: own)
    }
    let found = ImpossibilityCheck.findings(tiny.scenario).filter { $0.rule == "overload" }
    #expect(found.count == 1, "\(found.map(\.sentence))")
  }

  /// Numbers that are the same for the same seed.
  private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }
}
