// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import PublicationLint

/// Why nothing was published, or not all of it, as a value; its words stand at the foot.
public enum PublicationFailure: Error, Sendable, Hashable {
  /// The files are not as they must be: a fault of the program.
  case faulty([LintFinding])
  /// This system's zone database lacks the meeting's zone.
  case noSuchZone(String)
  /// What the register holds of a publication is not as this program writes it.
  case unreadable(publication: Int)
  /// The register is not as it was when somebody looked.
  case registerChanged
  /// A later publication is out than the register knows of.
  case registerIsBehind(out: Int, known: Int, register: String)
  /// Somebody edited a file of the release that is out.
  case edited(path: String)
  /// A new address is asked for somebody who never was on a published session.
  case noSuchPerson(String)
  /// New addresses for all who stood on a public page are asked, and they are to stand there again.
  case addressesStayListed
  /// `calendar.domain` names no domain, and nothing has been published with it yet.
  case noDomain(String)
  /// What stands where a link of a publication is to be was made by somebody else.
  case notFromPublication(path: String)
  /// The register did not take or give something.
  case register(DatabaseError)
  case notWritten(WriteFailure)
  /// The register has the publication, and the files that everybody sees are still those before it.
  indirect case notShown(publication: Int, because: PublicationFailure)

  /// What lint found, where that is why.
  public var findings: [LintFinding] {
    if case .faulty(let findings) = self { findings } else { [] }
  }
}

extension PublicationFailure: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .notShown(let number, let cause):
      "publication \(number) is in the register, but its files are not out: \(cause.cause); publish"
        + " again once that is put right, and they will be"
    default: "\(cause); nothing is published"
    }
  }

  /// What is in the way.
  private var cause: String {
    switch self {
    case .faulty: "the files are not as they must be (please report this with your tables)"
    case .noSuchZone(let zone): "this system's zone database has no '\(zone)'"
    case .unreadable(let number):
      "publication \(number) in the register is not as this program writes them (was it written by a"
        + " later version?)"
    case .registerIsBehind(let out, let known, let register):
      "publication \(out) is out, and the register \(register) "
        + (known == 0 ? "knows of none" : "ends with publication \(known)")
        + " (put the register back, since calendars would not follow one that begins anew, or --force)"
    case .registerChanged: "something else was published meanwhile"
    case .edited(let path):
      "\(path) was edited since it was published (move it away, or --force to replace it)"
    case .noSuchPerson(let person):
      "--new-address '\(person)': no such person is, or was, on a published session"
    case .addressesStayListed:
      "--new-addresses gives new addresses to people whose own stood on a public page, and with"
        + " people 'listed' they would stand there again"
    case .noDomain(let typed):
      "calendar.domain '\(typed)' is no domain, and calendars would know every session by it for ever"
        + " (write a name such as igf.example, or leave it out)"
    case .notFromPublication(let path): "\(path) is not from a publication (move it away)"
    case .register(let error): "\(error)"
    case .notWritten(let failure): "\(failure)"
    case .notShown: description
    }
  }
}
