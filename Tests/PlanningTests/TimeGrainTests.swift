// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems

@Suite("Time seen at moments and in blocks of them")
struct TimeGrainTests {
  @Test(
    "A stay meets the moments that lie in it", .judges(atLeast: 3_400), arguments: 0..<30,
    [false, true])
  func met(seed: UInt64, mixesDays: Bool) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8, mixesDays: mixesDays).problem
    let samples = TimeSamples(problem)
    let pairs = zip(samples.minutes, samples.minutes.dropFirst())
    #expect(pairs.allSatisfy { samples.rhythmCount > 1 ? $0 <= $1 : $0 < $1 })
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        for length in [0, 30, problem.minutes[p], 200] {
          let inside = samples.minutes.indices.filter {
            (start..<(start + length)).contains(samples.minutes[$0])
          }
          #expect(Array(samples.met(from: start, minutes: length)) == inside)
          judged()
        }
      }
    }
  }

  @Test(
    "Days of slots are looked at when these begin, for as long as a slot; others in steps",
    .judges(atLeast: 18), arguments: 0..<30)
  func rhythms(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8, mixesDays: true).problem
    let samples = TimeSamples(problem)
    // Slots of 75 minutes, beginning at 9:00, 10:15 and 11:30; free starts every 15 minutes.
    guard samples.rhythmCount == 2 else { return }
    judged()
    let slots = samples.minutes.indices.filter { samples.rhythmOf[$0] == 1 }
      .map { samples.minutes[$0] % 1_440 }
    #expect(Set(slots).isSubset(of: [540, 615, 690]))
    #expect(Set(slots).allSatisfy { slot in slots.count { $0 == slot } == 5 })
    let free = samples.minutes.indices.filter { samples.rhythmOf[$0] == 0 }
      .map { samples.minutes[$0] }
    #expect(Set(free).count == free.count && free.allSatisfy { $0 % 15 == 0 })
    for size in TimeGrain.Size.allCases {
      let grain = TimeGrain(problem, Presences(problem, samples), size)
      for m in samples.minutes.indices {
        #expect(grain.rhythmOf[grain.blockOf[m]] == samples.rhythmOf[m])
      }
    }
  }

  @Test(
    "Two sessions seen at a moment share no more moments than their presences say, and just so many in slots",
    .judges(atLeast: 15_000), arguments: 0..<30)
  func sharedMoments(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6, mixesDays: true).problem
    let samples = TimeSamples(problem)
    let presences = Presences(problem, samples)
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        let stay = presences.met(p, from: start)
        #expect(stay.map(\.moment) == Array(samples.met(from: start, minutes: problem.minutes[p])))
        for (moment, presence) in stay {
          #expect(presences.of(p, rhythm: samples.rhythmOf[moment]).contains(presence))
        }
        for q in problem.sessions.indices where q > p {
          for other in problem.places[q].starts {
            let met = Dictionary(
              uniqueKeysWithValues: presences.met(q, from: other).map { ($0, $1) })
            let both = stay.filter { met[$0.moment] != nil }
            for (moment, presence) in both {
              guard let seen = met[moment] else { continue }
              let shared = presence.shared(with: seen)
              #expect(both.count <= shared && shared == seen.shared(with: presence))
              if samples.rhythmOf[moment] > 0 { #expect(both.count == shared) }
              judged()
            }
          }
        }
      }
    }
  }

  @Test("No stay reaches from one stretch into the next, its rest included", arguments: 0..<30)
  func stretches(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let samples = TimeSamples(problem)
    #expect(Set(samples.stretchOf) == Set(0..<samples.stretchCount))
    #expect(samples.stretchOf == samples.stretchOf.sorted())
    for p in problem.sessions.indices {
      for start in problem.places[p].starts {
        let met = samples.met(from: start, minutes: problem.minutes[p] + problem.longestRest)
        // Slots are blocks of their own.
        guard met.allSatisfy({ samples.rhythmOf[$0] == 0 }) else { continue }
        #expect(Set(samples.stretchOf[met]).count <= 1)
      }
    }
  }

  @Test(
    "Each start is in one column, which meets at each block the least that one of its starts meets",
    .judges(atLeast: 900), arguments: 0..<30, TimeGrain.Size.allCases)
  func columns(seed: UInt64, size: TimeGrain.Size) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8, mixesDays: seed % 2 == 0).problem
    let samples = TimeSamples(problem)
    let grain = TimeGrain(problem, Presences(problem, samples), size)
    for p in problem.sessions.indices {
      let starts = grain.columns[p].flatMap(\.starts)
      #expect(starts.sorted() == Array(problem.places[p].starts.indices))
      for column in grain.columns[p] {
        for block in 0..<grain.blockCount {
          let least = column.starts.map { s in
            samples.met(from: problem.places[p].starts[s], minutes: problem.minutes[p])
              .count { grain.blockOf[$0] == block }
          }.min()
          #expect(column.load.first { $0.block == block }?.moments ?? 0 == least)
          judged()
        }
      }
    }
  }

  @Test("A moment runs where some session can run at it", arguments: 0..<20)
  func running(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6).problem
    let samples = TimeSamples(problem)
    let runs = samples.minutes.map { moment in
      problem.sessions.indices.contains { p in
        problem.places[p].starts.contains {
          ($0..<($0 + problem.minutes[p])).contains(moment)
        }
      }
    }
    for size in TimeGrain.Size.allCases {
      let grain = TimeGrain(problem, Presences(problem, samples), size)
      for block in 0..<grain.blockCount {
        let count = runs.indices.count { runs[$0] && grain.blockOf[$0] == block }
        #expect(grain.running[block] == count)
      }
    }
  }

  @Test(
    "Of the whole meeting, moments at which few sessions can run are a block of their own, and all starts of a column meet the same blocks",
    .judges(atLeast: 250), arguments: 0..<30)
  func sparse(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 8).problem
    let samples = TimeSamples(problem)
    let grain = TimeGrain(problem, Presences(problem, samples), .meeting)
    let possible = samples.minutes.map { moment in
      problem.sessions.indices.count { p in
        problem.places[p].starts.contains { ($0..<($0 + problem.minutes[p])).contains(moment) }
      }
    }
    for (m, count) in possible.enumerated() {
      let ofDay = samples.minutes.indices.filter {
        samples.minutes[$0] / 1_440 == samples.minutes[m] / 1_440
      }
      let most = ofDay.map { possible[$0] }.max() ?? 0
      let isFree = samples.rhythmOf[m] == 0
      #expect(samples.isSparse[m] == (isFree && count > 0 && 2 * count < most))
    }
    if samples.rhythmCount == 1 { #expect(grain.blockCount <= 2) }
    for p in problem.sessions.indices {
      for column in grain.columns[p] {
        let blocks = column.starts.map { s in
          Set(
            samples.met(from: problem.places[p].starts[s], minutes: problem.minutes[p])
              .map { grain.blockOf[$0] })
        }
        #expect(Set(blocks).count == 1)
        judged()
      }
    }
  }
}
