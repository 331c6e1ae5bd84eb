// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Commands

/// A command with an option of each sort.
private struct Sample: CommandOptions, Equatable {
  enum Colour: String, CaseIterable, Sendable { case red, green }

  var scenario = ""
  var draft: String?
  var names: [String] = []
  var out: String?
  var text: String?
  var changes: [String] = []
  var count: Int?
  var seed = 1
  var gap = 0.0
  var seconds: Double?
  var colour: Colour?
  var wishes: [KeepWish] = []
  var isForced = false
  var isJSON = false

  static let declaration = Declaration<Sample>(
    name: "sample", summary: "does nothing",
    arguments: [
      .needed("SCENARIO", \.scenario), .optional("DRAFT", \.draft), .rest("NAME", \.names),
    ],
    options: [
      .place("out", "DIR", \.out, "where to write", usual: "here"),
      .text("text", "TEXT", \.text, "any"), .texts("change", "CHANGE", \.changes, "many"),
      .number("count", "N", in: 1...9, \.count, "some"), .seed(\.seed, "another"),
      .gap(\.gap, "near"), .seconds("time", \.seconds, "long"),
      .choice("colour", \.colour, "which"),
      .values("keep", "KEY=VALUE", \.wishes, "what stays") { text throws(UsageFault) in
        try KeepWish(text)
      },
      .force(\.isForced, "all the same"), .json(\.isJSON),
    ],
    quarrels: { $0.isForced && $0.isJSON ? [.quarrel(.whatIfAndChange)] : [] })
}

private func read(_ words: String...) throws -> Sample {
  try OptionParser.options(words, of: Sample.declaration)
}

/// The faults of what was typed, in words.
private func faults(_ words: String...) -> [String] {
  do {
    _ = try OptionParser.options(words, of: Sample.declaration)
    return []
  } catch {
    guard case .usage(let faults) = error else { return ["no fault of usage"] }
    return faults.map(\.words)
  }
}

@Test func aNewValueHoldsTheDefaults() throws {
  var expected = Sample()
  expected.scenario = "s"
  #expect(try read("s") == expected)
}

@Test func everySortOfValueIsRead() throws {
  let read = try read(
    "s", "d", "--out", "x", "--text", "--odd", "--change", "a", "--change", "b", "--count", "9",
    "--seed", "0", "--gap", "2.5", "--time", "0.5", "--colour", "green", "--keep", "day=2025-06-23",
    "--keep", "theme=a=b", "--force")
  #expect(read.scenario == "s" && read.draft == "d" && read.names.isEmpty)
  #expect(read.out == "x" && read.text == "--odd" && read.changes == ["a", "b"])
  #expect(read.count == 9 && read.seed == 0 && read.gap == 0.025 && read.seconds == 0.5)
  #expect(read.colour == .green && read.isForced && !read.isJSON)
  #expect(read.wishes.map(\.key) == [.day, .theme])
  #expect(read.wishes.map(\.value) == ["2025-06-23", "a=b"])
}

@Test func anEqualsSignHoldsAValueAndTwoDashesEndTheOptions() throws {
  let read = try read("--out=a=b", "--text=", "s", "--", "--force", "--", "last")
  #expect(read.out == "a=b" && read.text == "" && !read.isForced)
  #expect(read.draft == "--force" && read.names == ["--", "last"])
}

@Test func wordsAreSaidWithWhatWouldBeRight() {
  #expect(faults("s", "--tex", "a") == ["unknown option --tex; did you mean --text?"])
  #expect(faults("s", "--zzzzzz") == ["unknown option --zzzzzz"])
  #expect(faults("s", "--force", "--force") == ["--force is given twice"])
  #expect(faults("s", "--out") == ["--out needs a value: --out DIR"])
  #expect(faults("s", "--json=yes") == ["--json takes no value"])
  #expect(
    faults("s", "--out", "")
      == ["--out needs a value: the name of a folder or file, or . for this folder"])
  #expect(faults() == ["missing SCENARIO"])
}

@Test func valuesOutOfTheirRangeAreRefused() {
  #expect(
    faults("s", "--count", "10", "--seed", "x")
      == [
        "--count '10' is not a whole number from 1 to 9",
        "--seed 'x' is not a whole number from 0 to 2147483647",
      ])
  for gap in ["-1", "101", "x", "nan"] {
    #expect(faults("s", "--gap", gap) == ["--gap '\(gap)' is not a percentage from 0 to 100"])
  }
  for time in ["0", "-1", "inf", "x"] {
    #expect(
      faults("s", "--time", time) == ["--time '\(time)' is not a number of seconds, such as 60"])
  }
  #expect(faults("s", "--colour", "blue") == ["--colour 'blue' is not known; red or green"])
  #expect(
    faults("s", "--keep", "day")
      == ["--keep 'day' is not KEY=VALUE, such as --keep day=2023-10-09"])
  #expect(
    faults("s", "--keep", "kinds=x") == [
      "--keep 'kinds=x': there is no 'kinds'; did you mean 'kind'?"
    ])
}

@Test func allThatIsWrongIsSaidAtOnce() {
  #expect(
    faults("--count", "0", "--colour", "blue", "--force=1", "--text")
      == [
        "--count '0' is not a whole number from 1 to 9",
        "--colour 'blue' is not known; red or green",
        "--force takes no value", "--text needs a value: --text TEXT", "missing SCENARIO",
      ])
}

@Test func whatFollowsAnUnknownOptionIsNotTakenForAnArgument() {
  #expect(faults("--tme", "5") == ["unknown option --tme; did you mean --time?"])
}

@Test func optionsAreComparedOnceEachIsRight() {
  #expect(
    faults("s", "--force", "--json")
      == ["--what-if and --change are two questions; name one"])
  #expect(faults("s", "--force", "--json", "--count", "0").count == 1)
}

@Test func anOptionalArgumentBeforeANeededOneWaitsForASecondWord() throws {
  let one = try OptionParser.options(["3"], of: RestoreCommand.declaration)
  #expect(one.argument == nil && one.number == 3)
  let two = try OptionParser.options(["s", "3"], of: RestoreCommand.declaration)
  #expect(two.argument == "s" && two.number == 3)
  #expect(throws: CommandFailure.self) {
    try OptionParser.options(["s", "3", "4"], of: RestoreCommand.declaration)
  }
}

@Test func theHelpIsMadeFromTheDeclaration() {
  #expect(
    Sample.declaration.help == """
      usage: programme sample SCENARIO [DRAFT] [NAME …] [--out DIR] [--text TEXT] [--change CHANGE]… \
      [--count N] [--seed N] [--gap PERCENT] [--time SECONDS] [--colour red|green] \
      [--keep KEY=VALUE]… [--force] [--json]

      does nothing

      options:
        --out DIR           where to write (here)
        --text TEXT         any
        --change CHANGE     many
        --count N           some
        --seed N            another (1)
        --gap PERCENT       near (0)
        --time SECONDS      long
        --colour red|green  which
        --keep KEY=VALUE    what stays
        --force             all the same
        --json              print the facts as one JSON object on standard output
        --help              show this help

      """)
}
