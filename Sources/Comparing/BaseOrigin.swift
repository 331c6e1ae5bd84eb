// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Texts

/// Where the base of a study comes from: what all what-ifs are compared with.
public enum BaseOrigin: Sendable, Hashable {
  /// A schedule that was named.
  case given
  /// A draft that was there.
  case draft(BaseDraft)
  /// It was made first.
  case made(Reason)

  /// Why a base was made.
  public enum Reason: Sendable, Hashable {
    case asked
    case noDraft
    /// The draft in the folder breaks rules of these tables so many times; `nil` where it
    /// cannot be read.
    case noneFits(broken: Int?)
  }
}

/// A draft that serves as a base: whole, and without a violation of the tables as they are.
public struct BaseDraft: Sendable, Hashable {
  /// Its number in the history of its folder, and when it was kept there, on the venue's clock.
  public var number: Int?
  /// The day on which it was kept.
  public var day: CalendarDate?
  /// The folder of results, as the user would type it.
  public var folder: String
  /// Whether it was drafted from these very tables.
  public var isOfTheseTables: Bool
  /// Whether somebody edited the schedule since.
  public var isEdited: Bool

  public init(
    number: Int? = nil, day: CalendarDate? = nil, folder: String, isOfTheseTables: Bool,
    isEdited: Bool
  ) {
    self.number = number
    self.day = day
    self.folder = folder
    self.isOfTheseTables = isOfTheseTables
    self.isEdited = isEdited
  }
}

extension BaseOrigin {
  /// `draft 3 of 25 Nov 2026, cost 31, proven`.
  ///
  /// - Parameters:
  ///   - cost: by the referee; `nil` without a schedule.
  ///   - bound: proven for these tables; `nil` where none is known.
  public func words(cost: Int?, bound: Int?) -> String {
    guard let cost else { return nameOfNone }
    let proof = bound.map { $0 >= cost ? ", proven" : ", not proven the best" } ?? ""
    return "\(name), cost \(cost)\(proof)"
  }

  private var name: String {
    switch self {
    case .given: return "the schedule that was handed in"
    case .draft(let draft):
      guard let number = draft.number else { return "the draft in \(draft.folder)" }
      return "draft \(number)" + (draft.day.map { " of \(Self.words($0))" } ?? "")
    case .made(.asked): return "made again, as asked"
    case .made(.noDraft): return "no draft is there yet; one was made first"
    case .made(.noneFits): return "no draft that fits these tables; one was made first"
    }
  }

  /// What it is called if there is no schedule.
  private var nameOfNone: String {
    switch self {
    case .given, .draft: name
    case .made(.asked): "none could be made"
    case .made(.noDraft): "no draft is there yet, and none could be made"
    case .made(.noneFits): "no draft fits these tables, and none could be made"
    }
  }

  /// What is printed before a base is made; `nil` if none has to be.
  public var announcement: String? {
    switch self {
    case .given, .draft, .made(.asked): nil
    case .made(.noDraft): "no draft is there yet; one is made first"
    case .made(.noneFits): "no draft that fits these tables; one is made first"
    }
  }

  /// What else there is to say about it; sentences.
  var remarks: [String] {
    switch self {
    case .given, .made(.asked), .made(.noDraft): return []
    case .made(.noneFits(let broken)):
      return [
        broken.map {
          "The draft in the folder breaks hard rules of these tables in"
            + " \(Count.of($0, "place"))."
        } ?? "The draft in the folder cannot be read with these tables."
      ]
    case .draft(let draft):
      var remarks: [String] = []
      if draft.isEdited {
        remarks.append("Its schedule has been edited by hand since it was drafted.")
      }
      if !draft.isOfTheseTables {
        remarks.append("It was not drafted from the tables as they are now.")
      }
      return remarks.isEmpty ? [] : remarks + ["It keeps every hard rule of these tables."]
    }
  }

  private static func words(_ day: CalendarDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// For programs.
  var data: [String: Any] {
    switch self {
    case .given: return ["kind": "given"]
    case .made(.asked): return ["kind": "made", "why": "asked"]
    case .made(.noDraft): return ["kind": "made", "why": "no-draft"]
    case .made(.noneFits(let broken)):
      return ["kind": "made", "why": "none-fits", "broken": broken ?? NSNull()]
    case .draft(let draft):
      return [
        "kind": "draft", "draft": draft.number ?? NSNull(),
        "day": draft.day?.description ?? NSNull(), "folder": draft.folder,
        "of_these_tables": draft.isOfTheseTables, "edited": draft.isEdited,
      ]
    }
  }
}
