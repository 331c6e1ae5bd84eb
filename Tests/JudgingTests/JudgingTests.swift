// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Judging

@Suite("A test that judges too few cases fails")
struct JudgingTests {
  @Test("Cases are counted over all arguments", .judges(atLeast: 5), arguments: 0..<10)
  func counted(number: Int) {
    if number % 2 == 0 { judged() }
  }

  @Test("One case too few is an issue, and so is a test in which nobody counts")
  func few() async throws {
    let test = try #require(Test.current)
    await withKnownIssue {
      try await JudgedCases(least: 3, sourceLocation: #_sourceLocation)
        .provideScope(for: test, testCase: nil) { judged(2) }
    }
    withKnownIssue { judged() }
  }
}
