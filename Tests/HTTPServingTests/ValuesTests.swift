// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPServing
import Testing

@Suite struct ValuesTests {
  @Test("A header that is there twice has no value")
  func headers() {
    var headers: HTTPHeaders = ["Host": "a", "X-Board": "1"]
    #expect(headers["host"] == "a")
    headers.add("HOST", "b")
    #expect(headers["host"] == nil)
    #expect(headers.values(of: "Host") == ["a", "b"])
    #expect(headers["x-BOARD"] == "1")
  }

  @Test("A cookie is found by its whole name, and a second one of the name hides both")
  func cookies() {
    let headers: HTTPHeaders = ["Cookie": "board=1; xboard=2;board2=a=b; twice=1; twice=2"]
    #expect(headers.cookie("board") == "1")
    #expect(headers.cookie("xboard") == "2")
    #expect(headers.cookie("board2") == "a=b")
    #expect(headers.cookie("twice") == nil)
    #expect(headers.cookie("oard") == nil)
  }

  @Test("Secrets are long, never the same twice, and match themselves alone")
  func secrets() {
    let secret = Secret.make()
    #expect(secret.count == 64 && secret.allSatisfy { $0.isHexDigit })
    #expect(Set((0..<1_000).map { _ in Secret.make() }).count == 1_000)
    #expect(Secret.matches(secret, secret))
    for wrong in ["", String(secret.dropLast()), secret + "0", secret.uppercased() + "x"] {
      #expect(!Secret.matches(wrong, secret))
    }
    for place in secret.indices {
      var wrong = secret
      wrong.replaceSubrange(place...place, with: secret[place] == "0" ? "1" : "0")
      #expect(!Secret.matches(wrong, secret))
    }
    #expect(!Secret.matches("", ""))
  }

  @Test("A bucket gives its turns, then those that come back, to each one of their own")
  func rate() {
    let limit = RateLimit(most: 3, perSecond: 0.5)
    #expect((0..<4).map { _ in limit.takes("a", at: 10) } == [true, true, true, false])
    #expect(limit.takes("b", at: 10))
    #expect(!limit.takes("a", at: 11))
    #expect(limit.has("a", at: 12) && limit.takes("a", at: 12))
    #expect(!limit.has("a", at: 13))
    #expect((0..<4).map { _ in limit.takes("a", at: 1_000) } == [true, true, true, false])
    // A clock that goes back gives nothing.
    #expect(!limit.takes("a", at: 5))
  }

  @Test("Whoever fills the memory of a limit keeps out new ones, and only while they are busy")
  func crowd() {
    let limit = RateLimit(most: 1, perSecond: 1)
    for number in 0..<10_000 { #expect(limit.takes("\(number)", at: 0)) }
    #expect(!limit.takes("new", at: 0.5))
    #expect(limit.takes("new", at: 2))
  }
}
