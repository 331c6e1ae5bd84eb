// SPDX-License-Identifier: GPL-3.0-or-later

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

  static let scriptNames = scripts.map(\.name)

  private static let files: [String: Asset] = {
    let style = (
      styleName, Asset(contentType: "text/css", text: EmbeddedText.text(styles))
    )
    let modules = scripts.map { script in
      let text = EmbeddedText.text([script.bytes]) + "\n"
      return (script.name, Asset(contentType: "text/javascript", text: text))
    }
    return Dictionary(uniqueKeysWithValues: [style] + modules)
  }()

  private static let scripts: [(name: String, bytes: [UInt8])] = [
    ("acts.js", PackageResources.acts_js),
    ("bar.js", PackageResources.bar_js),
    ("board.js", PackageResources.board_js),
    ("box.js", PackageResources.box_js),
    ("deeds.js", PackageResources.deeds_js),
    ("dialog.js", PackageResources.dialog_js),
    ("drag.js", PackageResources.drag_js),
    ("elements.js", PackageResources.elements_js),
    ("events.js", PackageResources.events_js),
    ("filter.js", PackageResources.filter_js),
    ("find.js", PackageResources.find_js),
    ("grid-keys.js", PackageResources.grid_keys_js),
    ("grid.js", PackageResources.grid_js),
    ("layout.js", PackageResources.layout_js),
    ("lift.js", PackageResources.lift_js),
    ("marks.js", PackageResources.marks_js),
    ("newest.js", PackageResources.newest_js),
    ("outbox.js", PackageResources.outbox_js),
    ("panel-drafts.js", PackageResources.panel_drafts_js),
    ("panel-findings.js", PackageResources.panel_findings_js),
    ("panel-history.js", PackageResources.panel_history_js),
    ("panel-lifted.js", PackageResources.panel_lifted_js),
    ("panel-publish.js", PackageResources.panel_publish_js),
    ("panel-session.js", PackageResources.panel_session_js),
    ("panel-several.js", PackageResources.panel_several_js),
    ("panel-solve.js", PackageResources.panel_solve_js),
    ("panel-tables.js", PackageResources.panel_tables_js),
    ("panel-unplaced.js", PackageResources.panel_unplaced_js),
    ("panel-what-ifs.js", PackageResources.panel_what_ifs_js),
    ("panel.js", PackageResources.panel_js),
    ("places.js", PackageResources.places_js),
    ("publication.js", PackageResources.publication_js),
    ("publishing.js", PackageResources.publishing_js),
    ("server.js", PackageResources.server_js),
    ("several.js", PackageResources.several_js),
    ("solves.js", PackageResources.solves_js),
    ("store.js", PackageResources.store_js),
    ("times.js", PackageResources.times_js),
    ("voice.js", PackageResources.voice_js),
    ("words.js", PackageResources.words_js),
  ]

  /// In the order in which they overrule each other.
  private static let styles = [
    PackageResources.tints_css, SharedStyle.kinds, PackageResources.ground_css,
    PackageResources.frame_css, PackageResources.grid_css, PackageResources.session_css,
    PackageResources.lift_css, PackageResources.panel_css, PackageResources.dialog_css,
    PackageResources.narrow_css, PackageResources.forced_css,
  ]
}
