// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be wrong with a file of a publication.
public enum LintFault: Sendable, Hashable {
  // Any file.
  case empty
  case sameName
  case sameNameInCapitals(String)
  case reservedName
  case badAddress(String)
  case notUTF8
  case controlCharacter
  case turnsDirection
  // Tables and JSON.
  case noTable
  case cell(String)
  case noJSON
  case noJCal
  // Mails.
  case notASCII
  case longMailLine(octets: Int)
  case mailLacks(String)
  case mailRepeats(String)
  case strangeHeader(String)
  // The lines of a calendar.
  case noLineEnd
  case longLine(octets: Int)
  case bareReturn
  case splitCharacter
  case noLastEnd
  case noNameAndValue
  // Its parts.
  case endsUnbegun(String)
  case outside
  case notOneCalendar
  case headLacks(String)
  case noDuration
  case methodWithoutOrganizer
  case attendee
  case standardParts(Int)
  case daylightParts(Int)
  case zoneLacks(String)
  case noZone(String)
  // Its events.
  case eventLacks(String)
  case eventRepeats(String)
  case badValue(String)
  case sameUID(String)
  case differs(uid: String, in: String)
  case endsBeforeStart
  // Pages and XML.
  case noDocumentType
  case noPolicy
  case noDeclaration
  case declaresType
  case notWellFormed
  case large
  case wrongRoot(String, expected: String)
  case bareAmpersand
  case tagWithoutEnd
  case elementWithoutEnd(String)
  case runs(attribute: String)
  case sameID(String)
  case deadLink(String)
  // The worker that keeps pages on the device.
  case strangeScript
  case noEdition
  case otherEdition(String)
}

extension LintFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "is empty"
    case .sameName: "two files have this name"
    case .sameNameInCapitals(let other): "only capital letters tell it from \(other)"
    case .reservedName: "Windows can have no file of this name"
    case .badAddress(let text): "'\(text.prefix(80))' is no address that may go out"
    case .notUTF8: "is not UTF-8"
    case .controlCharacter: "there is a control character here"
    case .turnsDirection: "a character changes the direction of text"
    case .noTable: "is not a table"
    case .cell(let sentence): sentence
    case .noJSON: "is not JSON"
    case .noJCal: "is not jCal"
    case .notASCII: "holds bytes that mail servers of old do not carry"
    case .longMailLine(let octets): "the line has \(octets) octets, 998 are allowed"
    case .mailLacks(let name): "the mail has no \(name)"
    case .mailRepeats(let name): "the mail has more than one \(name)"
    case .strangeHeader(let name): "the header \(name.prefix(40)) stands in no letter"
    case .noLineEnd: "the line does not end in CR LF"
    case .longLine(let octets): "the line has \(octets) octets, 75 are allowed"
    case .bareReturn: "there is a CR without LF"
    case .splitCharacter: "a character is split between two lines"
    case .noLastEnd: "the last line has no end"
    case .noNameAndValue: "the line has no name and value"
    case .endsUnbegun(let name): "\(name.prefix(40)) ends what did not begin"
    case .outside: "is outside the calendar"
    case .notOneCalendar: "is not one whole calendar"
    case .headLacks(let name): "\(name) does not appear exactly once before the first component"
    case .noDuration: "REFRESH-INTERVAL lacks VALUE=DURATION"
    case .methodWithoutOrganizer: "there is a METHOD without ORGANIZER in each event"
    case .attendee: "there is an ATTENDEE in a public calendar"
    case .standardParts(let count): "the VTIMEZONE has \(count) STANDARD, one is needed"
    case .daylightParts(let count): "the VTIMEZONE has \(count) DAYLIGHT, one is allowed"
    case .zoneLacks(let name): "a part of the VTIMEZONE lacks \(name)"
    case .noZone(let zone): "\(zone) has no VTIMEZONE"
    case .eventLacks(let name): "the event does not have one \(name)"
    case .eventRepeats(let name): "the event has more than one \(name)"
    case .badValue(let name): "\(name) has a value that it must not have"
    case .sameUID(let uid): "the UID \(uid) is there twice"
    case .differs(let uid, let path): "the event \(uid) is different in \(path)"
    case .endsBeforeStart: "the event ends before it begins"
    case .noDocumentType: "has no <!DOCTYPE html>"
    case .noPolicy: "has no policy against foreign scripts"
    case .noDeclaration: "has no XML declaration"
    case .declaresType: "declares a document type"
    case .notWellFormed: "is not well-formed XML"
    case .large: "is larger, or nested deeper, than readers accept"
    case .wrongRoot(let name, let expected): "begins with <\(name)>, not <\(expected)>"
    case .bareAmpersand: "an & is not escaped"
    case .tagWithoutEnd: "a tag has no end"
    case .elementWithoutEnd(let name): "<\(name)> has no end"
    case .runs(let attribute): "\(attribute) would run"
    case .sameID(let id): "the id \(id.prefix(80)) is there twice"
    case .deadLink(let address): "the link to \(address.prefix(80)) leads nowhere"
    case .strangeScript: "is a script that no publication has"
    case .noEdition: "does not begin with the publication that it is of"
    case .otherEdition(let page): "is not of the publication that \(page.prefix(80)) is of"
    }
  }
}
