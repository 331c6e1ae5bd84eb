// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages
import Programmes

/// The worker that keeps a publication's pages on the device where they are served over `https`: a file
/// beside the participants' page, since its folder is what it answers for.
///
/// Its first line says of which publication it is and which pages it keeps; all else is the same for
/// every programme. Another publication is so another file, which is how browsers hear of it.
public struct ServiceWorker: Sendable {
  /// The file's name, beside `index.html`.
  public static let name = "service-worker.js"

  /// The script: the same bytes for the same publication.
  public let text: String

  /// - Parameter pages: the files that are kept, from the worker's folder; the first is the
  ///   participants' page.
  public init(of publication: PublishedProgramme.Publication, keeping pages: [String]) {
    let list = PageJSON.list(pages.map(PageText.json))
    text =
      "const edition = {\"number\":\(publication.number),\"instant\":\(publication.instant),"
      + "\"pages\":\(list)};\n" + EmbeddedText.text(EmbeddedFile.pageWorker) + "\n"
  }

  /// As the participants' page names its publication: what the worker compares with its own before it
  /// keeps the page.
  static func mark(_ publication: PublishedProgramme.Publication) -> String {
    "\(publication.number)-\(publication.instant)"
  }
}
