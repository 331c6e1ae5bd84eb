// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The one script among the files: a worker that says which publication it is of, in the folder of the pages
/// that it keeps. What it keeps has to be there, and the first page has to be of the same publication:
/// browsers would else keep nothing, and a device would be without the programme as soon as it has no
/// network.
struct WorkerLint {
  private let file: LintFile
  private let others: [LintFile]
  private let paths: Set<String>

  private struct Edition: Decodable {
    let number: Int
    let instant: Int
    let pages: [String]
  }

  init(_ file: LintFile, _ others: [LintFile], _ paths: Set<String>) {
    self.file = file
    self.others = others
    self.paths = paths
  }

  var findings: [LintFinding] {
    guard file.path == "public/service-worker.js" else { return [finding(.strangeScript)] }
    guard let edition, let first = edition.pages.first else { return [finding(.noEdition)] }
    let dead = edition.pages.filter { !paths.contains("public/\($0)") }
    guard dead.isEmpty else { return dead.map { finding(.deadLink($0)) } }
    let mark =
      "<meta name=\"publication\" content=\"\(edition.number)-\(edition.instant)\">"
    let page = others.first { $0.path == "public/\(first)" }
    let isSame = page.map { String(decoding: $0.data, as: UTF8.self).contains(mark) } ?? false
    return isSame ? [] : [finding(.otherEdition(first))]
  }

  /// `const edition = {…};` in the first line.
  private var edition: Edition? {
    let line = String(decoding: file.data, as: UTF8.self).prefix { $0 != "\n" }
    guard line.hasPrefix("const edition = {"), line.hasSuffix("};") else { return nil }
    let json = line.dropFirst("const edition = ".count).dropLast()
    return try? JSONDecoder().decode(Edition.self, from: Data(json.utf8))
  }

  private func finding(_ fault: LintFault) -> LintFinding { LintFinding(file.path, fault) }
}
