// SPDX-License-Identifier: GPL-3.0-or-later

import CQREncode
import Glibc
import Pages

/// A text as a code to scan, drawn as a picture for a page.
enum QRCode {
  /// The picture with its quiet zone of four modules (ISO/IEC 18004), dark on white in any light;
  /// `nil` if the text is too long for a code.
  ///
  /// - Parameter label: plain words for those who cannot see it.
  static func svg(_ text: String, label: String) -> HTML? {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    var path = ""
    for y in 0..<width {
      var x = 0
      while x < width {
        guard isDark(code.pointee.data, y * width + x) else {
          x += 1
          continue
        }
        let first = x
        while x < width, isDark(code.pointee.data, y * width + x) { x += 1 }
        path += "M\(first + 4) \(y + 4)h\(x - first)v1h-\(x - first)z"
      }
    }
    let size = width + 8
    return Shape.svg(
      .class("code"), .named("role", "img"), .label(label),
      .named("viewBox", "0 0 \(size) \(size)"), .named("shape-rendering", "crispEdges")
    ) {
      Shape.path(.named("fill", "#fff"), .named("d", "M0 0h\(size)v\(size)H0z"))
      Shape.path(.named("fill", "#000"), .named("d", path))
    }
  }

  private static func isDark(_ data: UnsafeMutablePointer<UInt8>?, _ place: Int) -> Bool {
    data.map { $0[place] & 1 == 1 } ?? false
  }
}
