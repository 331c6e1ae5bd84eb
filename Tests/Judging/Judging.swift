// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing

/// How many cases a test judged. A property test draws its cases, and it must skip those that do
/// not fit (nothing feasible, no row found); if all were skipped, it would pass and prove nothing.
final class CaseCount: Sendable {
  @TaskLocal static var current: CaseCount?

  private let cases = Mutex(0)

  var total: Int { cases.withLock { $0 } }

  func add(_ count: Int) { cases.withLock { $0 += count } }
}

/// Records that cases were judged: called once a test is past everything that may skip a case.
/// In a test without ``Testing/Trait/judges(atLeast:)`` this records an issue: nobody would count.
public func judged(_ count: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) {
  guard let current = CaseCount.current else {
    Issue.record("no `.judges(atLeast:)` counts here", sourceLocation: sourceLocation)
    return
  }
  current.add(count)
}

/// Fails a test that judged fewer cases, over all of its arguments, than it should.
public struct JudgedCases: TestTrait, TestScoping {
  let least: Int
  let sourceLocation: SourceLocation

  /// One scope around all arguments of a test, not one for each.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> JudgedCases? {
    testCase == nil ? self : nil
  }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let count = CaseCount()
    try await CaseCount.$current.withValue(count) { try await function() }
    let total = count.total
    #expect(
      total >= least, "\(test.name) judged \(total) cases of at least \(least)",
      sourceLocation: sourceLocation)
  }
}

extension Trait where Self == JudgedCases {
  /// The test fails if it calls ``judged(_:sourceLocation:)`` for fewer cases than this, all of its
  /// arguments taken together.
  public static func judges(
    atLeast least: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) -> JudgedCases { JudgedCases(least: least, sourceLocation: sourceLocation) }
}
