// SPDX-License-Identifier: GPL-3.0-or-later

import HTTPServing
import Testing

@Suite struct HTTPTargetTests {
  @Test("A path comes apart at its slashes, and is decoded once")
  func parts() {
    #expect(HTTPTarget("/")?.path == [])
    #expect(HTTPTarget("/api/drafts/7")?.path == ["api", "drafts", "7"])
    #expect(HTTPTarget("/api/drafts/7/")?.path == ["api", "drafts", "7"])
    #expect(HTTPTarget("/a%20b/%C3%A9%2541")?.path == ["a b", "é%41"])
  }

  @Test("A query's values are there by their names, once")
  func query() {
    let target = HTTPTarget("/x?key=a%26b+c&empty&twice=1&twice=2&eq==")
    #expect(target?["key"] == "a&b c")
    #expect(target?["empty"] == "")
    #expect(target?["twice"] == nil)
    #expect(target?["eq"] == "=")
    #expect(target?["missing"] == nil)
  }

  @Test(
    "A path that could lead elsewhere has no value",
    arguments: [
      "", "x", "*", "http://example.org/", "//", "/a//b", "/..", "/a/../b", "/a/..", "/./a",
      "/%2e%2e/secret", "/..%2Fsecret", "/a%2Fb", "/a%5Cb", "/a\\b", "/%00", "/a%0Ab", "/a%7F",
      "/%ff", "/%C0%AE%C0%AE", "/%", "/%4", "/%zz", "/x?a=%", "/x?a=%00",
    ])
  func refused(_ raw: String) {
    #expect(HTTPTarget(raw) == nil)
  }

  @Test("What is longer than any address here is not read")
  func long() {
    #expect(HTTPTarget("/" + String(repeating: "a", count: HTTPTarget.longest - 1)) != nil)
    #expect(HTTPTarget("/" + String(repeating: "a", count: HTTPTarget.longest)) == nil)
  }
}
