// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables

/// The files of a folder as tidying finds them: each read once, also tables under other names.
struct TidySource {
  /// A file that one of the contract's names is for.
  struct Found {
    /// Its name in the folder.
    let file: String
    let bytes: Data
  }

  /// `meeting.json` and the what-ifs, by the contract's names.
  private(set) var texts: [String: Found] = [:]
  private(set) var tables: [TableName: (found: Found, grid: TableGrid)] = [:]
  /// What meeting.json holds, where it can be read.
  private(set) var meeting: [String: Any] = [:]
  private let folder: URL

  init(_ folder: URL) {
    self.folder = folder
    let files = FileManager.default
    func isThere(_ name: String) -> Bool {
      files.fileExists(atPath: folder.appending(path: name).path(percentEncoded: false))
    }
    for name in [MeetingFile.name] + WhatIfFile.names(in: folder).map({ "what-if/\($0).json" }) {
      if isThere(name) { texts[name] = found(name) }
    }
    if texts[MeetingFile.name] == nil { adoptMeeting() }
    if let found = texts[MeetingFile.name] {
      meeting = JSONFile(Array(found.bytes), file: MeetingFile.name).object ?? [:]
    }
    let strays = Strays.texts(in: folder)
    for name in TableName.allCases {
      if isThere(name.file) {
        if let found = found(name.file) { take(found, as: name) }
      } else if let own = strays[name], own.count == 1, let found = found(own[0]) {
        adopt(found, as: name)
      }
    }
  }

  /// The bytes of every file read, by its name in the folder.
  var bytes: [String: Data] {
    let all = Array(texts.values) + tables.values.map(\.found)
    return Dictionary(all.map { ($0.file, $0.bytes) }) { first, _ in first }
  }

  private func found(_ name: String) -> Found? {
    let url = folder.appending(path: name)
    return BoundedFile.read(url, name: name, isPlain: true).bytes.map {
      Found(file: name, bytes: Data($0))
    }
  }

  /// A meeting.json under nearly that name, where nothing else can be it.
  private mutating func adoptMeeting() {
    guard let near = Strays.near(MeetingFile.name, in: folder), let found = found(near),
      JSONFile(Array(found.bytes), file: near).object != nil
    else { return }
    texts[MeetingFile.name] = found
  }

  private mutating func take(_ found: Found, as name: TableName) {
    let columns = name.contract
    let grid = TableGrid.read(Array(found.bytes), file: found.file) {
      Headings.count($0, columns: columns)
    }.grid
    if let grid { tables[name] = (found, grid) }
  }

  /// A file under another name is a table where every column that the table needs is in it.
  private mutating func adopt(_ found: Found, as name: TableName) {
    take(found, as: name)
    guard let grid = tables[name]?.grid else { return }
    let texts = grid.header.cells.map(\.trimmed).filter { !$0.isEmpty }
    let read = Set(Headings(texts, columns: name.contract).read.values)
    if !read.isSuperset(of: name.required) || read.count < 2 { tables[name] = nil }
  }
}
