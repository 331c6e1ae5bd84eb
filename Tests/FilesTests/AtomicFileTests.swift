// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Scratch
import Testing

@Suite("Single files and their digests")
struct AtomicFileTests {
  @Test(
    "SHA-256 gives the digests of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digests(text: String, digest: String) {
    #expect(SHA256.hex(Data(text.utf8)) == digest)
  }

  @Test("A file is replaced whole, and a failure leaves it and says why")
  func atomic() throws {
    let scratch = ScratchFolder()
    let folder = scratch.url
    let file = folder.appending(path: "f")
    try AtomicFile.write(Data("one".utf8), to: file)
    try AtomicFile.write(Data("two".utf8), to: file)
    #expect(try Data(contentsOf: file) == Data("two".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["f"])
    try AtomicFile.write(Data("own".utf8), to: file, mode: 0o600)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path())[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let nowhere = folder.appending(path: "no/such/f")
    let failure = #expect(throws: WriteFailure.self) {
      try AtomicFile.write(Data(), to: nowhere)
    }
    if case .refused(.write, let path, let code)? = failure {
      #expect(path == nowhere.path() && code == ENOENT)
    } else {
      Issue.record("\(String(describing: failure))")
    }
    #expect(failure?.description == "cannot write \(nowhere.path()): No such file or directory")
    #expect(failure?.reason == "No such file or directory")
  }
}
