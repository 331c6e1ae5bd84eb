// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Files
import Foundation
import HTTPServing
import Meetings
import Rules

/// The log of decisions, for the minutes.
extension BoardRouter {
  /// `GET /decisions/D`, `GET /decisions/D.md`
  func decisions(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.path.count == 2 else { throw .noSuchPage }
    let name = question.path[1]
    let isMarkdown = name.hasSuffix(".md")
    guard let draft = Int(isMarkdown ? String(name.dropLast(3)) : name) else { throw .noDraft }
    guard let log = try room.logs().first(where: { $0.draft.id == draft }) else { throw .noDraft }
    let view = try room.view(of: log)
    let decisions = BoardDecisions(view.log)
    let names = DecisionNames(
      view.scenario,
      rules: Dictionary(
        uniqueKeysWithValues: HardRule.allCases.map { ($0.rawValue, $0.words.title) }),
      broken: Set(view.review.violations.map(DraftJSON.id)))
    if isMarkdown { return HTTPResponse(type: "text/markdown", decisions.markdown(names)) }
    let page = decisions.page(names).markup
    var response = HTTPResponse(type: "text/html", page)
    response.headers.add(
      "content-security-policy",
      "default-src 'none'; style-src \(Self.digest(ofStyleIn: page)); base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'")
    return response
  }

  /// As a policy names the one style that a page carries.
  private static func digest(ofStyleIn page: String) -> String {
    guard let start = page.range(of: "<style>"), let end = page.range(of: "</style>"),
      start.upperBound <= end.lowerBound
    else { return "'none'" }
    let hex = Array(SHA256.hex(Data(page[start.upperBound..<end.lowerBound].utf8)).utf8)
    let bytes = stride(from: 0, to: hex.count - 1, by: 2).compactMap { place in
      UInt8(String(decoding: hex[place...(place + 1)], as: UTF8.self), radix: 16)
    }
    return "'sha256-\(Data(bytes).base64EncodedString())'"
  }
}
