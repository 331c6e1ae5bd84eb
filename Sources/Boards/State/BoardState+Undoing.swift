// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be undone and done again. All of it follows from the acts, so that it is the same after a
/// restart.
extension BoardState {
  /// The number of the act that is undone next.
  ///
  /// - Parameter author: whose acts are meant; `nil`: everybody's.
  /// - Returns: `nil` where there is none. That it is the next does not say that others have left what
  ///   it changed as it was: then undoing it is a conflict.
  public func canUndo(_ author: String? = nil) -> Int? {
    deeds.last { $0.undone == nil && (author == nil || $0.author == author) }?.act
  }

  /// The number of the act that is done again next: the one that was undone last, unless something
  /// else was done since.
  ///
  /// - Parameter author: whose undoing is meant; `nil`: everybody's.
  public func canRedo(_ author: String? = nil) -> Int? {
    var last: (act: Int, undoing: Int)?
    for deed in deeds {
      guard let undone = deed.undone, author == nil || undone.author == author else { continue }
      if undone.act > last?.undoing ?? 0 { last = (deed.act, undone.act) }
    }
    guard let last else { return nil }
    let isOver = deeds.contains {
      $0.act > last.undoing && (author == nil || $0.author == author)
    }
    return isOver ? nil : last.act
  }

  /// Whether an act is one of those that can be undone.
  public func isDeed(_ act: Int) -> Bool { index(ofDeed: act) != nil }

  /// Whether an act was undone and not done again.
  public func isUndone(_ act: Int) -> Bool {
    index(ofDeed: act).map { deeds[$0].undone != nil } ?? false
  }

  /// The number of the act that undid another; `nil` while that one stands.
  public func undoing(of act: Int) -> Int? { index(ofDeed: act).flatMap { deeds[$0].undone?.act } }

  func index(ofDeed act: Int) -> Int? {
    var (low, high) = (0, deeds.count)
    while low < high {
      let middle = (low + high) / 2
      if deeds[middle].act < act { low = middle + 1 } else { high = middle }
    }
    return low < deeds.count && deeds[low].act == act ? low : nil
  }

  /// Whether all that an act changed is still as it, or the undoing of it, left it.
  func canRestore(_ act: Int) -> Bool { changedSince(act).isEmpty }

  /// What others have changed of what an act, or the undoing of it, left.
  func changedSince(_ act: Int) -> [BoardThing] {
    guard let index = index(ofDeed: act) else { return [] }
    let deed = deeds[index]
    return deed.effects.filter { effect in
      cells[effect.thing] != (deed.undone == nil ? effect.after : effect.before)
    }.map(\.thing)
  }
}

/// What undoing, or doing again, is about.
extension BoardState {
  /// The things that an act changed.
  func things(of act: Int) -> [BoardThing] {
    index(ofDeed: act).map { deeds[$0].effects.map(\.thing) } ?? []
  }

  /// The places that sessions have now and would have again if an act were undone, or done again.
  func placesRestored(_ act: Int) -> [(from: BoardPlace?, to: BoardPlace?)] {
    guard let index = index(ofDeed: act) else { return [] }
    let deed = deeds[index]
    return deed.effects.compactMap { effect in
      guard case .place(let session) = effect.thing else { return nil }
      let cell = deed.undone == nil ? effect.before : effect.after
      guard case .place(let place) = cell?.value else { return (self.place(of: session), nil) }
      return (self.place(of: session), place)
    }
  }
}
