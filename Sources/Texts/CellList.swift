// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// The values of a cell that holds several with `;` between them, trimmed, without empty ones.
  public var cellParts: [String] {
    unicodeScalars.split(separator: ";").map { String(String.UnicodeScalarView($0)).trimmed }
      .filter { !$0.isEmpty }
  }
}

extension Sequence<String> {
  /// Several values in one cell, `;` between them.
  public var asCell: String { joined(separator: ";") }

  /// The same with a blank after each `;`, for cells that people read in a sheet.
  public var asReadableCell: String { joined(separator: "; ") }
}
