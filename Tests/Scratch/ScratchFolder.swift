// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder for what one test writes: empty at first, and gone with all that is in it when the test
/// lets it go. A suite that holds one has another for each of its tests.
///
/// No test makes a temporary file in another way, so none is left behind.
public final class ScratchFolder: Sendable {
  public let url: URL

  /// Where the folder cannot be made, nothing can be written into it either, and the test says so.
  public init() {
    url = URL.temporaryDirectory.appending(path: "programme-test-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Something in the folder, which need not be there.
  public func file(_ name: String) -> URL { url.appending(path: name) }

  /// Where the folder is, for what asks for a path.
  public var path: String { url.path(percentEncoded: false) }

  /// What `body` makes of a folder that is there as long as it runs.
  public static func with<Result>(_ body: (ScratchFolder) throws -> Result) rethrows -> Result {
    let scratch = ScratchFolder()
    return try withExtendedLifetime(scratch) { try body(scratch) }
  }
}
