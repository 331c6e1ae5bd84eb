// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Databases
import Foundation
import Results

/// The folder that holds a scenario's drafts and their history.
struct HistoryPlace {
  static let notes = """
    Without SCENARIO and --out, the one folder in Output/ that has drafts is meant.

    """

  /// What is in the folder.
  enum FolderState: Equatable {
    case none
    case draft(Int)
    /// Somebody edited the draft that was there.
    case edited
    /// A draft that is older than the history.
    case unkept
  }

  let path: String
  /// The meeting's zone; `nil` where its tables cannot be read now.
  let zone: TimeZone?
  var url: URL { URL(filePath: path) }

  init(path: String, zone: TimeZone? = nil) {
    self.path = path
    self.zone = zone
  }

  /// - Parameters:
  ///   - out: the folder, where it was named.
  ///   - scenario: its folder; its tables may be wrong by now, only its id is needed, and that only
  ///     where no folder is named.
  /// - Throws: if nothing says which folder is meant.
  init(_ out: String?, scenario: String?, in world: World) throws(CommandFailure) {
    let loaded = scenario.map { Loading($0) }
    let meeting = loaded?.meeting
    if let out {
      self.init(path: out, zone: meeting?.zone.zone)
    } else if let meeting {
      self.init(path: world.results(of: meeting), zone: meeting.zone.zone)
    } else if let scenario, loaded?.isThere == false {
      throw .usage([.place(.noScenarioFolder(scenario))])
    } else if let scenario {
      throw .usage([.place(.unreadableID(scenario: scenario))])
    } else {
      self.init(path: try Self.onlyOne(in: world))
    }
  }

  private static func onlyOne(in world: World) throws(CommandFailure) -> String {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: world.results)) ?? []
    let found = names.sorted().filter {
      files.fileExists(atPath: "\(world.results)/\($0)/\(DraftHistory.fileName)")
    }
    guard found.count == 1 else { throw .usage([.place(.whoseDrafts(found: found))]) }
    return "\(world.results)/\(found[0])"
  }

  /// Every draft that was kept here, the oldest first.
  func entries() throws(DatabaseError) -> [DraftHistory.Entry] {
    try DraftHistory.reading(in: url)?.entries() ?? []
  }

  /// Every draft of a board, the oldest first.
  func boards() throws(DatabaseError) -> [BoardLog] {
    try BoardStore.reading(in: url)?.logs() ?? []
  }

  /// Which draft is in the folder, and whether somebody edited it there.
  func folderState() throws(DatabaseError) -> FolderState {
    let folder = ResultFolder(
      path, set: "draft", isForced: false, olderRecord: DraftFolder.summaryName)
    let present = folder.present()
    guard !present.isEmpty else { return .none }
    guard let history = try DraftHistory.reading(in: url) else { return .unkept }
    if let number = try history.number(of: present) { return .draft(number) }
    return .edited
  }
}
