// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PublicationLint
import Register

/// Publishes: from a proposal to the register, and from the register to the files that everybody
/// sees. A kill at any instant leaves the publication before or the new one, whole.
///
/// 1. While no one else can publish: the files of the new publication are made, linted and written
///    under the name of a release that nobody sees yet; then the register takes the publication.
/// 2. Again while no one else can: the release that the register names last becomes visible. Where
///    it is missing it is made again from the register, with the same bytes.
///
/// A run that was killed between the two is completed by the next, whatever that publishes.
public struct Publisher {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
    /// What lint found, where that is why.
    public let findings: [LintFinding]

    init(_ description: String, findings: [LintFinding] = []) {
      self.description = description
      self.findings = findings
    }
  }

  /// What came of it.
  public struct Outcome: Sendable {
    public let history: PublicationHistory
    /// Whether a publication was added, or would be.
    public let isNew: Bool
    /// How many files it consists of, and how many bytes.
    public let files: Int
    public let bytes: Int
    /// The files that were made, or would be, inside the folder; none where nothing is new.
    public var paths: [String] = []
    /// The letters to people of the publication that is out.
    public var letters = LetterCount()
    /// Whether they were written anew without a new publication: an address, say, is another.
    public var isOnlyLetters = false

    public var state: PublicationState? { history.latest }
    public var previous: PublicationState? {
      isNew ? history.states.dropLast().last : history.latest
    }
  }

  /// What to publish, once it is known what is out.
  public struct Request {
    public var propose: (PublicationHead?) -> Proposal
    /// Seconds since 1970-01-01 00:00 UTC.
    public var now: Int
    /// People who get a new address; their old one ends.
    public var newAddresses: [String]
    /// Whether files that were edited since they were published are replaced.
    public var isForced: Bool

    public init(
      now: Int, newAddresses: [String] = [], isForced: Bool = false,
      propose: @escaping (PublicationHead?) -> Proposal
    ) {
      self.propose = propose
      self.now = now
      self.newAddresses = newAddresses
      self.isForced = isForced
    }
  }

  private let folder: URL
  public var registerPath: String { folder.path(percentEncoded: false) + "/publications.sqlite" }
  private var releases: ReleaseFolder { ReleaseFolder(root: folder) }

  public init(folder: URL) { self.folder = folder }

  /// What publishing would do; writes nothing.
  public func preview(_ request: Request) throws -> Outcome {
    let next = try Next(
      PublicationRegister.contents(path: registerPath), request, PreviewTokens())
    return try check(next).outcome
  }

  public func publish(_ request: Request) throws -> Outcome {
    if !FileManager.default.fileExists(atPath: registerPath) {
      // What cannot go out does not leave an empty register either.
      _ = try preview(request)
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("cannot make the folder \(folder.relativePath)")
    }
    let register = try PublicationRegister(path: registerPath)
    let outcome = try register.exclusively { register in
      let contents = try register.contents()
      if !request.isForced, let refusal = refusal(contents) { throw Failure(refusal) }
      let next = try Next(contents, request, RandomTokens())
      let checked = try check(next)
      if !next.isEmpty, let state = next.history.latest {
        try releases.write(checked.files, as: ReleaseFolder.name(of: state))
        try next.append(to: register)
      }
      return checked.outcome
    }
    try show(register)
    return outcome
  }

  /// Why nothing may be published over what is there.
  private func refusal(_ contents: PublicationRegister.Contents) -> String? {
    let place = folder.relativePath
    if let out = releases.visibleNumber, out > contents.publications.last?.number ?? 0 {
      return "publication \(out) is out, and the register \(place)/publications.sqlite does not"
        + " know it; put the register back (calendars would not follow one that begins anew), or"
        + " --force"
    }
    return releases.edited.map {
      "\(place)/published/\($0) was edited since it was published; move it away, or --force to"
        + " replace it"
    }
  }

  private func check(_ next: Next) throws -> (files: [PublicationFile], outcome: Outcome) {
    let files = try PublicationFiles.all(of: next.history)
    let findings = Lint.findings(files.map { LintFile($0.path, $0.data) })
    guard findings.isEmpty else {
      throw Failure(
        "the files are not as they must be; nothing is published. Please report this with your"
          + " tables", findings: findings)
    }
    let outcome = Outcome(
      history: next.history, isNew: next.isNew, files: files.count,
      bytes: files.reduce(0) { $0 + $1.data.count },
      paths: next.isEmpty ? [] : files.map(\.path), letters: LetterCount(next.history),
      isOnlyLetters: next.hasNewCorrespondence && !next.isNew)
    return (files, outcome)
  }

  /// The release that the register names last is the one to see.
  private func show(_ register: PublicationRegister) throws {
    try register.exclusively { register in
      let history = try PublicationHistory(register.contents())
      guard let state = history.latest else { return }
      let name = ReleaseFolder.name(of: state)
      if !releases.has(name) {
        try releases.write(PublicationFiles.all(of: history), as: name)
      }
      let before = releases.visible
      try releases.show(name)
      if before != name || before == nil {
        releases.keepOnly(Set([name, before].compactMap(\.self)))
      }
    }
  }
}

/// The register's contents with what a request adds to them.
private struct Next {
  private(set) var history: PublicationHistory
  private(set) var isNew = false
  private var publication: PublicationRegister.Publication?
  private var versions: [PublicationRegister.Version] = []
  private var addresses: [PublicationRegister.Address] = []
  private var correspondence: PublicationRegister.Correspondence?

  /// Whether nothing is added at all.
  var isEmpty: Bool { publication == nil && addresses.isEmpty && correspondence == nil }
  var hasNewCorrespondence: Bool { correspondence != nil }

  init(
    _ contents: PublicationRegister.Contents, _ request: Publisher.Request,
    _ tokens: some TokenSource
  ) throws {
    var contents = contents
    let old = try PublicationHistory(contents).latest
    let proposal = request.propose(old?.head)
    let succession = try Succession(proposal, after: old, now: request.now)
    if succession.isNew {
      isNew = true
      let publication = PublicationRegister.Publication(
        number: succession.number, instant: succession.instant,
        head: try RegisterText.text(proposal.head))
      self.publication = publication
      versions = succession.versions
      contents.publications.append(publication)
      contents.versions += versions
    }
    history = try PublicationHistory(contents)
    guard let state = history.latest else { return }
    let people = Set(history.states.flatMap(\.entries).flatMap(\.event.attendees).map(\.id))
    for person in request.newAddresses where !people.contains(person) {
      throw Publisher.Failure(
        "--new-address '\(person)': no such person is, or was, on a published session")
    }
    let without = people.filter { state.tokens[$0] == nil }
    for person in without.union(request.newAddresses).sorted() {
      addresses.append(
        PublicationRegister.Address(
          person: person, token: tokens.token(for: person), publication: state.number,
          instant: max(request.now, state.instant)))
    }
    contents.addresses += addresses
    let known = proposal.correspondence.only(Self.concerned(history))
    if known != history.correspondence ?? Correspondence() {
      correspondence = .init(
        revision: (contents.correspondence?.revision ?? 0) + 1,
        people: try RegisterText.text(known))
      contents.correspondence = correspondence
    }
    history = try PublicationHistory(contents)
  }

  /// Who is, or was, in a published session: nobody else is written to.
  private static func concerned(_ history: PublicationHistory) -> Set<String> {
    Set(history.states.flatMap(\.entries).flatMap(\.event.attendees).map(\.id))
  }

  func append(to register: PublicationRegister) throws {
    if let publication { try register.append(publication) }
    for version in versions { try register.append(version) }
    for address in addresses { try register.append(address) }
    if let correspondence { try register.replace(correspondence) }
  }
}
