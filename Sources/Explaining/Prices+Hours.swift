// SPDX-License-Identifier: GPL-3.0-or-later

extension Prices {
  /// One more hour every day contains one more on any one day, so what is found with the one hour holds
  /// for all of them, and what is proven for all of them for the one.
  ///
  /// - Parameters:
  ///   - answers: one for each change.
  static func sharingHours(
    _ changes: [Correction.Change], _ answers: [DraftAnalysis.Answer]
  ) -> [DraftAnalysis.Answer] {
    guard let all = changes.firstIndex(of: .hourEveryDay), case .found(let known) = answers[all]
    else { return answers }
    var (shared, best) = (answers, known)
    for (index, change) in changes.enumerated() {
      guard case .hour = change, case .found(var single) = answers[index] else { continue }
      if single.objective < best.objective {
        best = single
        best.bound = min(known.bound, single.objective)
      }
      single.bound = min(max(single.bound, known.bound), single.objective)
      shared[index] = .found(single)
    }
    shared[all] = .found(best)
    return shared
  }
}
