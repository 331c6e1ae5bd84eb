// SPDX-License-Identifier: GPL-3.0-or-later

/// Yes and no, as spreadsheets and people of several languages write them.
public enum AnswerCell {
  /// Yes or no, in the words of several languages.
  public static func read(_ cell: String) -> Reading<Bool> {
    let plain = CellText(cell)
    let word = plain.text.lowercased()
    let isCased = word != plain.text
    let spellings = plain.spellings.union(isCased ? [.letterCase] : [])
    switch word {
    case "yes": return .read(true, spellings)
    case "no": return .read(false, spellings)
    case _ where yes.contains(word): return .read(true, spellings.union([.word]))
    case _ where no.contains(word): return .read(false, spellings.union([.word]))
    default: return .refused(.unlike(guesses(word)))
    }
  }

  /// What a word that is neither was probably meant to say.
  private static func guesses(_ word: String) -> [String] {
    switch word {
    case "x": return ["yes", "no"]
    case "on", "t", "j", "s", "ok", "+": return ["yes"]
    case "off", "f": return ["no"]
    default:
      let bare = word.filter { $0.isLetter || $0.isNumber }
      guard bare != word, !bare.isEmpty, let answer = read(bare).value else { return [] }
      return [plain(answer)]
    }
  }

  /// As the contract writes it.
  public static func plain(_ answer: Bool) -> String { answer ? "yes" : "no" }

  /// Words of the spreadsheets' own (English, French, German, Spanish, Portuguese, Italian, Dutch,
  /// Russian, Chinese, Arabic), of people, ticks, and the numbers that programs write.
  private static let yes: Set<String> = [
    "true", "vrai", "wahr", "verdadero", "verdadeiro", "vero", "waar", "истина", "真", "صحيح",
    "y", "oui", "ja", "si", "sí", "sì", "sim", "да", "是", "نعم", "1", "1.0", "✓", "✔", "✔️", "☑",
    "☑️", "✅", "はい", "예", "네", "evet",
  ]
  private static let no: Set<String> = [
    "false", "faux", "falsch", "falso", "onwaar", "ложь", "假", "خطأ",
    "n", "non", "nein", "nee", "não", "nao", "нет", "否", "لا", "0", "0.0", "✗", "✘", "❌", "☐",
    "いいえ", "아니요", "아니오", "hayır",
  ]
}
