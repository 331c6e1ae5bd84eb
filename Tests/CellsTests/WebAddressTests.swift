// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Cells

@Suite("Addresses as people paste them")
struct WebAddressTests {
  @Test(
    "What works in calendars and on pages is right as it is",
    arguments: [
      "https://igf.example", "http://igf.example/a?b=c&d=%20#e", "HTTPS://IGF.EXAMPLE/",
      "https://igf.example:8443/x;y,z", "https://xn--bcher-kva.example/", "https://127.0.0.1/",
      "https://igf.example/a:b@c", "https://user@igf.example/",
    ])
  func right(text: String) {
    #expect(WebAddress.fault(text) == nil)
    #expect(WebAddress.encoded(text) == text)
  }

  @Test(
    "What does not is said, with what would",
    arguments: [
      ("igf.example/a", "'igf.example/a' is no address of a page.", "write https://igf.example/a"),
      ("//igf.example", "'//igf.example' is no address of a page.", "write https://igf.example"),
      ("at the door", "'at the door' is no address of a page.", "an address begins with https://"),
      ("igf@un.org", "'igf@un.org' is no address of a page.", "an address begins with https://"),
      (
        "javascript:alert(1)",
        "an address of the sort 'javascript:' is none of a page, and is not published.",
        "an address begins with https://"
      ),
      (
        "mailto:igf@un.org",
        "an address of the sort 'mailto:' is none of a page, and is not published.",
        "an address begins with https://"
      ),
      ("https://", "the address names no host.", "https://HOST/…"),
      ("https:///a", "the address names no host.", "https://HOST/…"),
      (
        "https://igf.example/a b", "a blank stands at place 22 of the address.",
        "write https://igf.example/a%20b"
      ),
      (
        "https://igf.example/é", "the letter 'é' stands at place 21 of the address.",
        "write https://igf.example/%C3%A9"
      ),
      (
        "https://igf.example/<x>", "the sign '<' stands at place 21 of the address.",
        "write https://igf.example/%3Cx%3E"
      ),
      (
        "https://bücher.example/",
        "the letter 'ü' stands at place 10 of the address, in the name of the host.",
        "write the host as browsers copy it, beginning with xn--"
      ),
      (
        "https://a.example; https://b.example", "two addresses stand there.",
        "write one of them, https://a.example"
      ),
    ])
  func wrong(text: String, sentence: String, suggestion: String) {
    #expect(WebAddress.fault(text)?.sentence == sentence)
    #expect(WebAddress.fault(text)?.suggestion == suggestion)
  }

  @Test("Whatever stands behind a host, the encoded address is right, and stays so")
  func encoded() {
    let pieces = [
      "a", " ", "é", "会", "\"", "<", "`", "%20", "\n", "/", "?", "👩‍👩‍👧", "\u{7F}", "\u{85}", "|",
    ]
    for first in pieces {
      for second in pieces {
        let text = WebAddress.encoded("https://igf.example/\(first)\(second)")
        #expect(WebAddress.fault(text) == nil, "\(text)")
        #expect(WebAddress.encoded(text) == text)
      }
    }
  }

  @Test(
    "A domain is found in what somebody typed for it",
    arguments: [
      ("igf.example", "igf.example"), ("https://IGF.example/2025", "igf.example"),
      ("mailto:igf@un.org", "un.org"), ("igf@un.org", "un.org"), ("igf.example.", "igf.example"),
      ("https://u:p@igf.example:80/", "igf.example"), (" igf.example ", "igf.example"),
      ("localhost", nil), ("at home", nil), ("1.2.3.4", nil), ("", nil), ("-a.example", nil),
      ("a_b.example", nil), (String(repeating: "a", count: 64) + ".example", nil),
    ] as [(String, String?)])
  func domain(text: String, domain: String?) {
    #expect(WebAddress.domain(in: text) == domain)
    if let domain { #expect(WebAddress.isDomain(domain)) }
  }

  @Test("A mail box is one name and one domain")
  func mailboxes() {
    for text in ["igf@un.org", "a.b+c@x.example"] { #expect(WebAddress.isMailbox(text)) }
    for text in [
      "igf", "@un.org", "igf@", "a@b@c.example", "a b@x.example", "IGF <igf@un.org>", "é@x.example",
      "a@localhost", "mailto:a@x.example",
    ] { #expect(!WebAddress.isMailbox(text), "\(text)") }
  }
}
