// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GLPKSolver

@Suite("The version of GLPK")
struct GLPKVersionTests {
  @Test("Versions are compared as numbers and not as text")
  func order() throws {
    let sorted = ["4.9", "4.65", "5.0", "5.2", "5.10", "10.0"].map { GLPKVersion($0) }
    for (one, next) in zip(sorted, sorted.dropFirst()) {
      #expect(try #require(one) < #require(next))
    }
  }

  @Test(
    "The needed version and later ones are accepted",
    arguments: ["5.0", "5.1", "5.10", "6.0", "10.0"])
  func goodEnough(version: String) {
    #expect(throws: Never.self) { try GLPK.check(version: version) }
  }

  @Test("An older one is refused with what to do", arguments: [(4, 65), (4, 9), (0, 0)])
  func tooOld(major: Int, minor: Int) {
    let version = GLPKVersion(major: major, minor: minor)
    #expect(throws: GLPKFault.tooOld(version)) { try GLPK.check(version: "\(version)") }
    #expect(
      GLPKFault.tooOld(version).description == """
        the GLPK library that is installed is version \(major).\(minor), and schedules are searched \
        with 5.0 or later; install that version (on Debian and Ubuntu the package libglpk40)
        """)
  }

  @Test(
    "What is not a version is refused", arguments: ["", "5", "5.", "5.0.1", "five", "+5.0", "5.-1"])
  func unreadable(text: String) {
    #expect(throws: GLPKFault.unreadable(text)) { try GLPK.check(version: text) }
  }

  @Test("The library that is loaded here is good enough")
  func loaded() {
    #expect(throws: Never.self) { try GLPK.checkVersion() }
  }
}
