// SPDX-License-Identifier: GPL-3.0-or-later

/// Text from the tables made harmless for the formats it goes into (see `OutgoingText`).
public enum Escape {
  /// For HTML, SVG and XML, in text and in quoted attributes, on one line.
  public static func html(_ text: String) -> String { marked(OutgoingText.line(text)) }

  /// The same with its line breaks kept, as LF.
  public static func htmlLines(_ text: String) -> String { marked(OutgoingText.lines(text)) }

  /// The five characters that are markup in the SGML family; `&#39;` because HTML 4 has no
  /// `&apos;`.
  private static func marked(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// For a cell or line of Markdown (CommonMark, section 2.4): whatever would be markup is escaped.
  public static func markdown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in OutgoingText.line(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Between backticks in Markdown, where nothing can be escaped: a backtick and the bar that would
  /// end a cell are left out.
  public static func markdownCode(_ text: String) -> String {
    let scalars = OutgoingText.line(text).unicodeScalars.filter { $0 != "`" && $0 != "|" }
    return "`" + String(String.UnicodeScalarView(scalars)) + "`"
  }
}
