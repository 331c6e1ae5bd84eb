// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// A publication as the page has it.
enum PublishJSON {
  static func of(_ publication: PublishBook.Publication) -> JSONValue {
    let account = publication.account
    return [
      "id": .text(publication.id), "draft": .number(publication.draft),
      "state": .text(publication.state.rawValue),
      "wish": JSONValue(encoding: publication.wish),
      "changed": .texts(publication.changed.map(\.rawValue)),
      "meanwhile": .text(publication.changed.isEmpty ? "" : words(publication.changed)),
      "text": .text(account?.text ?? ""), "notes": .text(account?.notes ?? ""),
      "command": .text(account?.command ?? ""), "folder": .text(account?.folder ?? ""),
      "number": .optional(account?.number), "is_new": .bool(account?.isNew ?? false),
      "needs_reason": .bool(account?.needsReason ?? false),
      "settings": account.map { JSONValue(encoding: $0.settings) } ?? .null,
      "questions": .list((account?.questions ?? []).map { JSONValue(encoding: $0) }),
      "sentences": .texts(publication.sentences),
      "result": publication.result.map(result) ?? .null,
    ]
  }

  private static func result(_ result: PublishResult) -> JSONValue {
    [
      "text": .text(result.text), "notes": .text(result.notes),
      "publication": JSONValue(encoding: result.publication), "is_new": .bool(result.isNew),
      "files": .number(result.files), "act": .optional(result.act?.number),
      "not_logged": .optional(result.notLogged),
    ]
  }

  /// Why nothing was published: what is shown is another thing than before.
  private static func words(_ changes: [PublishChange]) -> String {
    let things = changes.map { change in
      switch change {
      case .draft: "the draft"
      case .tables: "the tables"
      case .register: "what is published already"
      }
    }
    let verb = changes.count == 1 ? "has" : "have"
    let sentence =
      "\(things.listed) \(verb) changed since this was shown. Nothing was published; here is what"
      + " would be published now."
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}
