// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import PublicationLint
import Register

/// Publishes: from a proposal to the register, and from the register to the files that everybody
/// sees. A kill at any instant leaves the previous publication or the new one, whole.
///
/// 1. While no one else can publish: the files of the new publication are made, linted and written
///    under the name of a release that nobody sees yet; then the register takes the publication.
/// 2. Again while no one else can: the release that the register names last becomes visible. If it
///    is missing, it is made again from the register, with the same bytes.
///
/// A run that was killed between the two is completed by the next, whatever that publishes.
public struct Publisher {
  /// What came of it.
  public struct Outcome: Sendable {
    /// All publications, including the new one.
    public let history: PublicationHistory
    /// Whether a publication was added, or would be.
    public let isNew: Bool
    /// How many files it consists of, and how many bytes.
    public let files: Int
    /// Their bytes, added up.
    public let bytes: Int
    /// The files that were made, or would be, inside the folder; none if nothing is new.
    public var paths: [String] = []
    /// The letters to people of the publication that is out.
    public var letters = LetterCount()
    /// Whether they were written anew without a new publication: an address, say, is another.
    public var isOnlyLetters = false
    /// How many people got, or would get, another address in place of one that they had.
    public var renewed = 0
    /// What the register held before.
    public var basis = RegisterMark(PublicationRegister.Contents())

    /// The publication in force.
    public var state: PublicationState? { history.latest }
    /// The one before a new one; the one in force if nothing is new.
    public var previous: PublicationState? {
      isNew ? history.states.dropLast().last : history.latest
    }
  }

  /// What to publish, once it is known what is already published.
  public struct Request {
    /// What is to be published, given what holds for the last publication.
    public var propose: (PublicationHead?) -> Proposal
    /// Seconds since 1970-01-01 00:00 UTC.
    public var now: Int
    /// People who get a new address; their old one ends.
    public var newAddresses: [String]
    /// What is said of ids that changed.
    public var renames: RenameAnswers
    /// Whether all get one whose own stood on a public page.
    public var renewsListed: Bool
    /// Whether files that were edited since they were published are replaced.
    public var isForced: Bool
    /// What the register is to hold before; `nil`: whatever it holds.
    public var basis: RegisterMark?

    public init(
      now: Int, newAddresses: [String] = [], renames: RenameAnswers = .init(),
      renewsListed: Bool = false, isForced: Bool = false,
      basis: RegisterMark? = nil,
      propose: @escaping (PublicationHead?) -> Proposal
    ) {
      self.propose = propose
      self.now = now
      self.newAddresses = newAddresses
      self.renames = renames
      self.renewsListed = renewsListed
      self.isForced = isForced
      self.basis = basis
    }
  }

  private let folder: URL
  private let waiting: PublicationRegister.Waiting
  public var registerPath: String { folder.path(percentEncoded: false) + "/publications.sqlite" }
  private var releases: ReleaseFolder { ReleaseFolder(root: folder) }

  /// - Parameter waiting: how long it waits for another publisher, and who is told.
  public init(
    folder: URL, waiting: PublicationRegister.Waiting = PublicationRegister.Waiting()
  ) {
    self.folder = folder
    self.waiting = waiting
  }

  /// What publishing would do; writes nothing.
  ///
  /// - Throws: `PublicationFailure` for all that stands in the way.
  public func preview(_ request: Request) throws -> Outcome {
    try told {
      let contents = try PublicationRegister.contents(path: registerPath)
      if !request.isForced { try checkRegister(contents) }
      return try check(Next(contents, request, PreviewTokens())).outcome
    }
  }

  /// What holds for the last publication; `nil` before the first.
  ///
  /// - Throws: `PublicationFailure` where the register cannot be read.
  public func latest() throws -> PublicationHead? {
    try told {
      try PublicationHistory(PublicationRegister.contents(path: registerPath)).latest?.head
    }
  }

  /// - Throws: `PublicationFailure` for all that stands in the way.
  public func publish(_ request: Request) throws -> Outcome {
    try told {
      if !FileManager.default.fileExists(atPath: registerPath) {
        // What cannot go out does not leave an empty register either.
        _ = try preview(request)
      } else if !request.isForced {
        // Nor is an emptied one changed before it is told.
        try checkRegister(PublicationRegister.contents(path: registerPath))
      }
      do throws(WriteFailure) {
        try FolderSteps.make(folder.path(percentEncoded: false), mode: 0o777) { _, _ in }
      } catch {
        throw PublicationFailure.notWritten(error)
      }
      let register = try PublicationRegister(path: registerPath, waiting: waiting)
      let outcome = try register.exclusively { register in
        let contents = try register.contents()
        if !request.isForced {
          try checkRegister(contents)
          try checkRelease()
        }
        let next = try Next(contents, request, RandomTokens())
        let checked = try check(next)
        if !next.isEmpty, let state = next.history.latest {
          try releases.write(checked.files, as: ReleaseFolder.name(of: state))
          try next.append(to: register)
        }
        return checked.outcome
      }
      do {
        try told { try show(register) }
      } catch let cause as PublicationFailure {
        throw PublicationFailure.notShown(
          publication: outcome.state?.number ?? 0, because: cause)
      }
      return outcome
    }
  }

  /// What the register says, as why nothing was published.
  private func told<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as RegisterError {
      throw PublicationFailure.register(error)
    }
  }

  /// A register that has lost publications would have calendars begin anew.
  private func checkRegister(
    _ contents: PublicationRegister.Contents
  ) throws(PublicationFailure) {
    let known = contents.publications.last?.number ?? 0
    guard let out = releases.visibleNumber, out > known else { return }
    throw .registerIsBehind(
      out: out, known: known, register: folder.relativePath + "/publications.sqlite")
  }

  private func checkRelease() throws(PublicationFailure) {
    if let edited = releases.edited {
      throw .edited(path: "\(folder.relativePath)/published/\(edited)")
    }
  }

  private func check(_ next: Next) throws -> (files: [PublicationFile], outcome: Outcome) {
    let plan = FeedPlan(next.history)
    let files = try PublicationFiles.all(of: next.history, plan)
    let findings = Lint.findings(
      files.map { LintFile($0.path, $0.data) },
      inherited: plan.inheritedPaths)
    guard findings.isEmpty else { throw PublicationFailure.faulty(findings) }
    let outcome = Outcome(
      history: next.history, isNew: next.isNew, files: files.count,
      bytes: files.reduce(0) { $0 + $1.data.count },
      paths: next.isEmpty ? [] : files.map(\.path), letters: LetterCount(next.history),
      isOnlyLetters: next.hasNewCorrespondence && !next.isNew, renewed: next.renewed,
      basis: next.basis)
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
  /// How many of the addresses take another's place.
  private(set) var renewed = 0
  /// What the register held before.
  let basis: RegisterMark

  /// Whether nothing is added at all.
  var isEmpty: Bool { publication == nil && addresses.isEmpty && correspondence == nil }
  var hasNewCorrespondence: Bool { correspondence != nil }

  init(
    _ contents: PublicationRegister.Contents, _ request: Publisher.Request,
    _ tokens: some TokenSource
  ) throws {
    basis = RegisterMark(contents)
    guard request.basis == nil || request.basis == basis else {
      throw PublicationFailure.registerChanged
    }
    var contents = contents
    let before = try PublicationHistory(contents)
    let old = before.latest
    let proposal = try RenameCheck.settled(
      request.propose(old?.head), after: before, request.renames)
    if old == nil, let typed = proposal.unusableDomain {
      throw PublicationFailure.noDomain(typed)
    }
    if request.renewsListed, proposal.head.people == .listed {
      throw PublicationFailure.addressesStayListed
    }
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
    let people = Self.people(of: history)
    let named = request.newAddresses.map { state.lineage.key(.person, $0) }
    for (person, key) in zip(request.newAddresses, named) where !people.contains(key) {
      throw PublicationFailure.noSuchPerson(person)
    }
    let asked = named + (request.renewsListed ? state.peopleOnceListed : [])
    let without = people.filter { state.tokens[$0] == nil }
    renewed = Set(asked).subtracting(without).count
    for person in without.union(asked).sorted() {
      addresses.append(
        PublicationRegister.Address(
          person: person, token: tokens.token(for: person), publication: state.number,
          instant: max(request.now, state.instant)))
    }
    contents.addresses += addresses
    let known = proposal.correspondence.only(
      Set(people.map { state.lineage.id(.person, ofKey: $0) }))
    if known != history.correspondence ?? Correspondence() {
      correspondence = .init(
        revision: (contents.correspondence?.revision ?? 0) + 1,
        people: try RegisterText.text(known))
      contents.correspondence = correspondence
    }
    history = try PublicationHistory(contents)
  }

  /// All who are, or were, on a published session, by what the register knows them.
  private static func people(of history: PublicationHistory) -> Set<String> {
    var keys: Set<String> = []
    for state in history.states {
      let ids = Set(state.entries.flatMap(\.event.attendees).map(\.id))
      keys.formUnion(ids.map { state.lineage.key(.person, $0) })
    }
    return keys
  }

  func append(to register: PublicationRegister) throws {
    if let publication { try register.append(publication) }
    for version in versions { try register.append(version) }
    for address in addresses { try register.append(address) }
    if let correspondence { try register.replace(correspondence) }
  }
}
