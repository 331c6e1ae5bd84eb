// SPDX-License-Identifier: GPL-3.0-or-later

// Publications one after another.

/**
 * Whether a publication came after another.
 *
 * @param {Edition} one
 * @param {Edition} other
 */
const isNewer = (one, other) => one.number > other.number
  || (one.number === other.number && one.instant > other.instant);
