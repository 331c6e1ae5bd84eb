// SPDX-License-Identifier: GPL-3.0-or-later

// Words as people type them.

// Letters that no normal form takes apart, as people type them who do not have them.
const spelledAs = new Map([
  ["ł", "l"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ŧ", "t"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ŋ", "ng"],
  ["ς", "σ"],
]);

// Marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters, and the stroke that lengthens a word;
// but the two of Japanese, without which a letter is another.
const marks = /(?!\u3099|\u309a)(?=[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}])\p{M}|\u0640/gu;

// "O’Brien", "o'brien" and "OBrien" are one.
const apostrophes = /['`´‘’ʻʼʹ′＇]/g;

/**
 * In small letters, without what people leave out.
 *
 * @param {string} text
 */
const plain = text => text.replace(apostrophes, "").normalize("NFKD").replace(marks, "")
  .toLowerCase().replace(/\P{ASCII}/gu, letter => spelledAs.get(letter) || letter);

/**
 * @param {string} text
 */
const wordsOf = text => plain(text).split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);

/**
 * A text to look for words in.
 *
 * @param {string} text
 */
const wordLine = text => " " + wordsOf(text).join(" ") + " ";

// Scripts that set no blanks between words.
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Whether a word of the line begins like this. One sign alone is a whole word ("Room I", "Day 2"):
 * as a beginning it would find nearly everything.
 *
 * @param {string} line
 * @param {string} word
 */
const hasWord = (line, word) => {
  if (unspaced.test(word)) return line.includes(word);
  return line.includes(" " + word + (word.length === 1 ? " " : ""));
};
