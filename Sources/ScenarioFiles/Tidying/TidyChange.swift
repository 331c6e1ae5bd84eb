// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation

/// What tidying changes in one file of a scenario.
public struct TidiedFile: Sendable {
  /// What a cell held, and what it will hold.
  public struct Cell: Hashable, Sendable {
    /// Why a cell is rewritten.
    public enum Reason: Hashable, Sendable {
      /// Another spelling of the same value.
      case spelling(Set<Spelling>)
      /// A name or title is where the contract asks for the id.
      case nameForID
    }

    /// The line in the file as it is now.
    public let line: Int
    /// The heading of its column.
    public let column: String
    /// What is there now.
    public let value: String
    /// What will be there.
    public let plain: String
    /// Why.
    public let reason: Reason
  }

  /// A heading that is rewritten.
  public struct Heading: Hashable, Sendable {
    /// The line of the header.
    public let line: Int
    /// What is there now.
    public let value: String
    /// What will be there.
    public let plain: String
  }

  /// What is not about a cell.
  public enum Layout: Hashable, Sendable {
    /// An encoding other than UTF-8, by name.
    case encoding(String)
    case byteOrderMark
    /// A first line such as `sep=;`.
    case separatorLine
    /// A sign other than a comma between cells.
    case separator(String)
    /// CR, alone or before LF.
    case lineEnds
    /// Lines above the header.
    case titleRows([Int])
    /// Empty rows, by line.
    case blankRows([Int])
    /// The number of empty columns without a heading.
    case blankColumns(Int)
    /// Quotation marks where none are needed, blanks round cells and the like.
    case otherForm
  }

  /// The contract's name.
  public let name: String
  /// The name that it has in the folder.
  public let oldName: String
  let before: Data
  let after: Data
  /// What changes in the file's form.
  public var layout: [Layout] = []
  /// The headings that are rewritten.
  public var headings: [Heading] = []
  /// In order of line, then of the table's columns.
  public var cells: [Cell] = []

  /// Whether the file gets another name.
  public var isRenamed: Bool { name != oldName }
  /// Whether anything of it will be written.
  public var isChanged: Bool { isRenamed || before != after }
}
