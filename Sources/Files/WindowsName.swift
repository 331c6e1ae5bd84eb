// SPDX-License-Identifier: GPL-3.0-or-later

/// Names that Windows keeps for devices or changes as it stores them (learn.microsoft.com, "Naming Files,
/// Paths, and Namespaces"): a file of such a name is not found again.
public enum WindowsName {
  private static let devices: Set<Substring> = ["con", "prn", "aux", "nul", "conin$", "conout$"]

  /// Whether Windows keeps a name for a device, with whatever ending and in whatever letters, cuts its
  /// last sign off, or takes a sign in it for another thing.
  public static func isReserved(_ name: String) -> Bool {
    let stem = name.lowercased().prefix { $0 != "." }
    let isNumbered =
      stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
      && stem.last.map { "123456789¹²³".contains($0) } ?? false
    return devices.contains(stem) || isNumbered || name.hasSuffix(".") || name.hasSuffix(" ")
      || name.contains { "<>:\"|?*\\".contains($0) }
  }
}
