// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables

/// Reads files with tables in them whole, with the findings if that fails.
public enum FileFindings {
  /// The bytes of a file, or what is wrong with it.
  ///
  /// - Parameters:
  ///   - name: what findings call the file.
  ///   - isPlain: whether it must be a plain file (see `BoundedFile`).
  ///   - maker: how to make a missing file, such as a command.
  public static func read(
    _ url: URL, name: String, isPlain: Bool, madeBy maker: String? = nil
  ) -> (bytes: [UInt8]?, finding: Finding?) {
    do {
      return (try BoundedFile.read(url, isPlain: isPlain), nil)
    } catch {
      let name = error == .missing ? url.relativePath : name
      return (nil, finding(error, name, madeBy: maker))
    }
  }

  private static func finding(
    _ failure: ReadFailure, _ name: String, madeBy maker: String?
  ) -> Finding {
    let (rule, sentence, suggestion) =
      switch failure {
      case .missing:
        (
          "missing-file", "There is no such file.",
          "is the name spelled right?" + (maker.map { " \($0)" } ?? "")
        )
      case .isFolder:
        ("file", "It is a folder, and a file is expected.", "name the file in it")
      case .unreadable:
        (
          "file", "The file cannot be read.",
          "are its permissions too narrow, or is it no plain file?"
        )
      case .tooLarge:
        (
          "large-file", "The file is larger than \(BoundedFile.most >> 20) MiB; no table is.",
          "is this another file?"
        )
      }
    return Finding(rule, .unreadable, file: name, sentence, suggestion: suggestion)
  }
}
