// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Testing

@Suite("What is typed as an address")
struct TypedAddressTests {
  @Test(
    "goes out as it is, or mended where that is certain",
    arguments: [
      ("https://igf.example/a?b=c#d", "https://igf.example/a?b=c#d"),
      ("http://igf.example", "http://igf.example"),
      ("  https://igf.example/a \n", "https://igf.example/a"),
      ("HTTPS://Igf.example/A", "https://Igf.example/A"),
      ("https://video.example/j/1?pwd=a b", "https://video.example/j/1?pwd=a%20b"),
      ("https://video.example/My long slides.pdf", "https://video.example/My%20long%20slides.pdf"),
      ("https://meeting.example/session/é", "https://meeting.example/session/%C3%A9"),
      ("https://video.example/会议", "https://video.example/%E4%BC%9A%E8%AE%AE"),
      ("https://a.example/<b>|{c}", "https://a.example/%3Cb%3E%7C%7Bc%7D"),
      ("www.meeting.example/a", "https://www.meeting.example/a"),
      ("meeting.example", "https://meeting.example"),
      ("meeting.example:8443/a", "https://meeting.example:8443/a"),
      ("//meeting.example/a", "https://meeting.example/a"),
      ("https:/meeting.example/a", "https://meeting.example/a"),
      ("https:\\\\meeting.example\\a\\b", "https://meeting.example/a/b"),
      ("https://büro.example/ä", "https://xn--bro-hoa.example/%C3%A4"),
      ("https://BÜRO.example", "https://xn--bro-hoa.example"),
      ("会议.example/a", "https://xn--6oqu09l.example/a"),
      ("https://例え.テスト:8080/", "https://xn--r8jz45g.xn--zckzah:8080/"),
      ("<https://igf.example/a>", "https://igf.example/a"),
      ("“https://igf.example/a”", "https://igf.example/a"),
      ("https://igf\u{200B}.example/\u{202E}a", "https://igf.example/a"),
      ("https://igf.example/a\u{A0}b", "https://igf.example/a%20b"),
      ("https://[2001:db8::1]:8080/a", "https://[2001:db8::1]:8080/a"),
      ("https://user@igf.example/", "https://user@igf.example/"),
      ("https://a.example/?u=https://b.example", "https://a.example/?u=https://b.example"),
      ("https://a.example/on-javascript:-a-talk", "https://a.example/on-javascript:-a-talk"),
      ("igf@un.org", "mailto:igf@un.org"), ("mailto:igf@un.org", "mailto:igf@un.org"),
      ("MAILTO: igf@büro.example?subject=a b", "mailto:igf@xn--bro-hoa.example?subject=a%20b"),
      ("tel:+41 22 917 00 00", "tel:+41229170000"), ("tel:+41-22;ext=7", "tel:+41-22;ext=7"),
      ("sip:room7@video.example", "sip:room7@video.example"),
      ("xmpp:igf@chat.example?join", "xmpp:igf@chat.example?join"),
      ("webcal://igf.example/a.ics", "webcal://igf.example/a.ics"),
    ])
  func addresses(typed: String, address: String) {
    let reading = AddressReading(typed)
    #expect(reading.value.address?.text == address)
    // What goes out is an address by itself, and is read as it stands.
    #expect(WebAddress(exactly: address) != nil)
    #expect(AddressReading(address).mendings.isEmpty)
    #expect(TypedAddress(address).address?.text == address)
  }

  @Test(
    "is shown as words where it is none, or may mean two things",
    arguments: [
      "Zoom 000 0000 0000 (code 00)", "Zoom: 000 0000", "Zoom:0000000", "+41 22 917 00 00", "tba",
      "in the hall", "see the page", "slides.pdf", "n.a", "10.0.0.1", "room.2", "a@b",
      "https://zoom.example/j/1 Passcode: 123", "https://zoom.example/j/1 (code 00)",
      "https://zoom.example/j/1, then dial 123", "https://a.example https://b.example",
      "https://a.example;https://b.example", "https://a.example\nhttps://b.example",
      "https://see the chat", "https: see chat", "https://exa mple.org/", "https://a_%.example:x/",
      "https://a.example:99999/", "https://ho\u{2044}st.example/", "mailto:nobody", "tel:call us",
      "sip:room 7", "Bring data: all of it", "What is a file: a talk",
    ])
  func words(typed: String) throws {
    let read = TypedAddress(typed)
    let words = try #require(read.words, "\(read)")
    #expect(read.address == nil && !words.contains("\n"))
    #expect(TypedAddress(words).words == words)
  }

  @Test(
    "goes out nowhere where it can run, or is of a sort that is not known",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript: alert(1)",
      "java\u{0}script:alert(1)", "java\u{200B}script:alert(1)", "jav\u{AD}ascript:alert(1)",
      "javascript://igf.example/%0aalert(1)", "Dial in or click javascript:alert(1) now",
      "vbscript:x", "data:text/html,<b>", "See data:text/html,<script>", "file:///etc/passwd",
      "look at file://server/share", "blob:https://a.example/1", "about:blank",
      "view-source:https://a.example", "zoommtg://zoom.example/join?confno=1", "urn:uuid:1-2-3x",
      "msteams:l", "ms-settings:privacy", "https://", "HTTP:", "https:///",
    ])
  func refused(typed: String) {
    let read = TypedAddress(typed)
    guard case .refused = read else {
      Issue.record("\(read)")
      return
    }
    #expect(read.shown.isEmpty && read.address == nil && read.words == nil)
    #expect(AddressWords(AddressReading(typed)) != nil)
  }

  @Test("is nothing where nothing stands there", arguments: ["", " ", "\u{200B}\n", "\u{202E}"])
  func nothing(typed: String) { #expect(TypedAddress(typed) == .nothing) }

  @Test(
    "is an address as it stands only in plain signs and of a scheme that goes out",
    arguments: [
      ("https://a.example", true), ("HTTPS://a.example", true), ("https://a.example/a b", false),
      ("https://a.example/é", false), ("https://a.example/\"", false), ("https://", false),
      ("https:///a", false), ("https:a", false), ("javascript:a", false), ("mailto:", false),
      ("mailto:a@b.example", true), ("a.example", false), ("", false), ("data:,a", false),
    ])
  func exactly(text: String, isAddress: Bool) {
    #expect((WebAddress(exactly: text) != nil) == isAddress)
  }

  @Test(
    "is told with what was mended and what would be right",
    arguments: [
      ("https://igf.example/a", nil),
      (
        "igf.example/a",
        "The address goes out as https://igf.example/a: it lacks https://. → write https://igf.example/a"
      ),
      (
        "https://video.example/j/1?pwd=a b",
        "The address goes out as https://video.example/j/1?pwd=a%20b: a blank stands at place 32. → write https://video.example/j/1?pwd=a%20b"
      ),
      (
        "https://büro.example/ä",
        "The address goes out as https://xn--bro-hoa.example/%C3%A4: its host is known as xn--bro-hoa.example; the letter 'ä' stands at place 22. → write https://xn--bro-hoa.example/%C3%A4"
      ),
      (
        "javascript:alert(1)",
        "What begins with 'javascript:' can run on a reader's machine; it goes out nowhere. → an address begins with https://"
      ),
      (
        "Zoom 123 456",
        "'Zoom 123 456' is no address; it is shown as words. → an address begins with https://"
      ),
      ("https://", "The address names no host, and goes out nowhere. → https://HOST/…"),
      (
        "https://a.example, https://b.example",
        "Several addresses stand there; they are shown as words. → write one of them, https://a.example"
      ),
      (
        "https://a.example/1 (code 2)",
        "Words stand behind the address, so that all of it is shown as words. → write https://a.example/1 alone, and the rest into the description"
      ),
    ] as [(String, String?)])
  func said(typed: String, sentence: String?) {
    let words = AddressWords(AddressReading(typed))
    #expect(words.map { "\($0.sentence) → \($0.suggestion)" } == sentence)
    #expect(words?.isNote != true)
  }

  @Test(
    "is only noted where anybody would take it so",
    arguments: ["HTTPS://igf.example", "<https://igf.example>", "tel:+41 22"])
  func noted(typed: String) { #expect(AddressWords(AddressReading(typed))?.isNote == true) }
}

@Suite("Domains, mail boxes and organizers")
struct DomainTests {
  @Test("are told from what is none")
  func domains() {
    #expect(DomainName.isOne("igf.example") && DomainName.isOne("intgovforum.org"))
    for text in ["https://igf.example", "igf", "a b.c", "-a.b", "", "igf..org", "10.0.0.1"] {
      #expect(!DomainName.isOne(text), "\(text)")
    }
    #expect(MailBox.isOne("igf@un.org") && !MailBox.isOne("igf at un.org"))
  }

  @Test(
    "are found in what was typed in their place",
    arguments: [
      ("igf.example", "igf.example"), ("IGF.Example", "IGF.Example"),
      ("https://igf.example/", "igf.example"), ("https://Igf.example/x?y", "igf.example"),
      ("HTTP://igf.example:8080", "igf.example"), ("www.igf.example/2025", "www.igf.example"),
      (" igf.example. ", "igf.example"), ("igf@un.org", "un.org"),
      ("büro.example", "xn--bro-hoa.example"),
      ("igf", nil), ("the IGF", nil), ("https://", nil), ("", nil), ("10.0.0.1", nil),
    ] as [(String, String?)])
  func named(typed: String, domain: String?) { #expect(DomainName.named(in: typed) == domain) }

  @Test(
    "An organizer is the one mail box that stands there",
    arguments: [
      ("mailto:igf@un.org", "mailto:igf@un.org"), ("igf@un.org", "mailto:igf@un.org"),
      ("IGF Secretariat <igf@un.org>", "mailto:igf@un.org"), ("the Secretariat", nil),
      ("a@un.org, b@un.org", nil), ("javascript:alert(1)", nil),
    ] as [(String, String?)])
  func organizers(typed: String, address: String?) {
    #expect(OrganizerAddress(typed).address?.text == address)
  }
}
