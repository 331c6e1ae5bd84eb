// SPDX-License-Identifier: GPL-3.0-or-later
// Not for Swift: GMime's interface is made of macros. MailWriter includes it.
