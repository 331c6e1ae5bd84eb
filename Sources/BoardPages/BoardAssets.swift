// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages

/// The files that the board's page loads. They are compiled into the program; each is served below
/// `/assets/` under its name.
public enum BoardAssets {
  /// A file as it is sent.
  public struct Asset: Sendable, Hashable {
    /// As sent in `Content-Type`, without the encoding.
    public let contentType: String
    /// In UTF-8.
    public let text: String
  }

  /// The file of a name such as `grid.js`; `nil` where there is none.
  public static func asset(named name: String) -> Asset? { files[name] }

  /// All names, in the order of the alphabet.
  public static var names: [String] { files.keys.sorted() }

  /// The page's one style.
  static let styleName = "board.css"

  static let scriptNames = EmbeddedFile.boardScripts.map(\.name)

  private static let files: [String: Asset] = {
    let style = (
      styleName, Asset(contentType: "text/css", text: EmbeddedText.text(EmbeddedFile.boardStyles))
    )
    let modules = EmbeddedFile.boardScripts.map { script in
      let text = EmbeddedText.text([script]) + "\n"
      return (script.name, Asset(contentType: "text/javascript", text: text))
    }
    return Dictionary(uniqueKeysWithValues: [style] + modules)
  }()
}
