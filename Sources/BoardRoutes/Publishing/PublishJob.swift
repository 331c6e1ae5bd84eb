// SPDX-License-Identifier: GPL-3.0-or-later

import Boards

/// What whoever publishes says of it, each as the option of `programme publish` of that name takes
/// it. What is not said stays as it was in the last publication.
public struct PublishWish: Hashable, Sendable {
  /// `draft` or `final`.
  public var status: String?
  /// What everyone should know about it.
  public var note: String?
  /// Why it goes out although rules are broken.
  public var reason: String?
  public var cancelled: String?
  public var people: String?
  /// Where the files will be found.
  public var address: String?
  public var language: String?
  /// People with `;` between them who get another address.
  public var newAddresses: String?
  /// Whether all get one whose own stood on a public page.
  public var renewsListed = false
  /// Ids that go on under another, `OLD=NEW`.
  public var renamed: [String] = []
  /// Ids of what is gone.
  public var notRenamed: [String] = []
  /// The folder of the register; the board's own where it is not said.
  public var out: String?
  /// Whether published files that were edited since are replaced.
  public var isForced = false

  public init() {}
}

extension PublishWish: Codable {
  private enum Key: String, CodingKey {
    case status, note, reason, cancelled, people, address, language, renamed, out, force
    case newAddresses = "new_addresses"
    case renewsListed = "renews_listed"
    case notRenamed = "not_renamed"
  }

  /// Everything may be left out; an empty text says nothing.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String? {
      let text = try values.decodeIfPresent(String.self, forKey: key) ?? ""
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
    status = try text(.status)
    note = try text(.note)
    reason = try text(.reason)
    cancelled = try text(.cancelled)
    people = try text(.people)
    address = try text(.address)
    language = try text(.language)
    newAddresses = try text(.newAddresses)
    renewsListed = try values.decodeIfPresent(Bool.self, forKey: .renewsListed) ?? false
    renamed = try values.decodeIfPresent([String].self, forKey: .renamed) ?? []
    notRenamed = try values.decodeIfPresent([String].self, forKey: .notRenamed) ?? []
    out = try text(.out)
    isForced = try values.decodeIfPresent(Bool.self, forKey: .force) ?? false
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(status, forKey: .status)
    try values.encodeIfPresent(note, forKey: .note)
    try values.encodeIfPresent(reason, forKey: .reason)
    try values.encodeIfPresent(cancelled, forKey: .cancelled)
    try values.encodeIfPresent(people, forKey: .people)
    try values.encodeIfPresent(address, forKey: .address)
    try values.encodeIfPresent(language, forKey: .language)
    try values.encodeIfPresent(newAddresses, forKey: .newAddresses)
    try values.encode(renewsListed, forKey: .renewsListed)
    try values.encode(renamed, forKey: .renamed)
    try values.encode(notRenamed, forKey: .notRenamed)
    try values.encodeIfPresent(out, forKey: .out)
    try values.encode(isForced, forKey: .force)
  }
}

/// What a publication was previewed of: only the same is then published. Digests.
public struct PublishBasis: Codable, Hashable, Sendable {
  public var schedule: String
  public var tables: String
  public var register: String

  public init(schedule: String, tables: String, register: String) {
    self.schedule = schedule
    self.tables = tables
    self.register = register
  }
}

/// Something that is not as it was when a publication was previewed.
public enum PublishChange: String, Codable, Sendable, CaseIterable {
  case draft, tables, register
}

/// A publication that is to be previewed, or made.
public struct PublishJob: Codable, Sendable {
  /// Who says yes, and why: what the log will have of it.
  public struct Consent: Codable, Hashable, Sendable {
    /// Of the act.
    public let key: String
    public let author: String
    public let why: String
    /// What was shown.
    public let basis: PublishBasis
  }

  /// The id of the board's draft.
  public var draft: Int
  public var wish: PublishWish
  /// `nil`: a preview.
  public var consent: Consent?
}

/// What a preview says.
public struct PublishAccount: Codable, Hashable, Sendable {
  /// Something that has to be answered first: was one thing renamed another?
  public struct Question: Codable, Hashable, Sendable {
    /// `session`, `person`, `activity` or `room`.
    public let sort: String
    public let from: String
    public let to: String
    /// The question.
    public let words: String
    /// What each answer does.
    public let yes: String
    public let no: String

    public init(
      sort: String, from: String, to: String, words: String, yes: String, no: String
    ) {
      self.sort = sort
      self.from = from
      self.to = to
      self.words = words
      self.yes = yes
      self.no = no
    }
  }

  /// What holds for the publication, as said or as before.
  public struct Settings: Codable, Hashable, Sendable {
    public let status: String
    public let cancelled: String
    public let people: String
    public let address: String
    public let language: String

    public init(
      status: String, cancelled: String, people: String, address: String, language: String
    ) {
      self.status = status
      self.cancelled = cancelled
      self.people = people
      self.address = address
      self.language = language
    }
  }

  /// As `programme publish --preview` prints it on standard output.
  public var text = ""
  /// As it prints it on standard error.
  public var notes = ""
  /// What says the same when it is typed.
  public var command = ""
  /// The folder of the register and the files.
  public var folder = ""
  public var settings: Settings
  /// Whether rules are broken and nobody has said why it goes out all the same.
  public var needsReason = false
  public var questions: [Question] = []
  /// What would be published, if nothing has to be said first.
  public var basis: PublishBasis?
  /// Of the publication.
  public var number: Int?
  /// Whether there is anything new to publish.
  public var isNew = false

  public init(settings: Settings) { self.settings = settings }
}

/// A publication that is made.
public struct PublishResult: Codable, Hashable, Sendable {
  /// As `programme publish` prints it on standard output, and on standard error.
  public var text: String
  public var notes: String
  /// What the log has of it.
  public var publication: BoardPublication
  /// Whether it is a new one.
  public var isNew: Bool
  /// How many files it consists of; not which, since the names of people's own are their secrets.
  public var files: Int
  /// The act; `nil` where none was needed, or it could not be entered.
  public var act: Act?
  /// Why it is not in the log.
  public var notLogged: String?

  public init(
    text: String, notes: String, publication: BoardPublication, isNew: Bool, files: Int,
    act: Act?, notLogged: String?
  ) {
    self.text = text
    self.notes = notes
    self.publication = publication
    self.isNew = isNew
    self.files = files
    self.act = act
    self.notLogged = notLogged
  }
}

/// What is heard of a publication that is worked on; the last word of it.
public enum PublishWord: Codable, Sendable {
  case previewed(PublishAccount)
  /// Nothing was published: it would not have been what was shown. What would be now.
  case changed([PublishChange], PublishAccount)
  case published(PublishResult)
  /// Nothing was published, and why, as sentences.
  case failed([String])
}

/// Has publications previewed and made, each apart from everything else.
public protocol PublishStarter: Sendable {
  /// - Parameter hear: called once, on any thread.
  /// - Throws: if the system has no room for it; the error's description is a sentence.
  func start(
    _ job: PublishJob, hear: @escaping @Sendable (PublishWord) -> Void
  ) throws -> any SolveWork
}
