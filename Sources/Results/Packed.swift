// SPDX-License-Identifier: GPL-3.0-or-later

import CZlib
import Foundation

/// Bytes as the history of drafts stores them: packed by zlib, since that makes review pages five
/// times smaller, and a history grows with every draft.
enum Packed {
  static func bytes(_ plain: Data) -> Data {
    var count = compressBound(uLong(plain.count))
    var packed = Data(count: Int(count))
    let code = packed.withUnsafeMutableBytes { target in
      plain.withUnsafeBytes { source in
        compress2(
          target.bindMemory(to: Bytef.self).baseAddress, &count,
          source.bindMemory(to: Bytef.self).baseAddress, uLong(plain.count), 9)
      }
    }
    // With that much room it can only fail for lack of memory; plain bytes then serve, recognised
    // by their count.
    return code == Z_OK ? packed.prefix(Int(count)) : plain
  }

  /// - Parameter size: of the plain bytes.
  /// - Returns: `nil` where the bytes are damaged.
  static func plain(_ packed: Data, size: Int) -> Data? {
    if packed.count == size { return packed }
    guard (0...most).contains(size) else { return nil }
    var count = uLong(size)
    // An empty buffer has no address.
    var plain = Data(count: max(1, size))
    let code = plain.withUnsafeMutableBytes { target in
      packed.withUnsafeBytes { source in
        uncompress(
          target.bindMemory(to: Bytef.self).baseAddress, &count,
          source.bindMemory(to: Bytef.self).baseAddress, uLong(packed.count))
      }
    }
    return code == Z_OK && Int(count) == size ? plain.prefix(size) : nil
  }

  /// 1 GiB: no file of a draft is larger, and a damaged size must not use up all memory.
  private static let most = 1 << 30
}
