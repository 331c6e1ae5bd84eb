// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef MAIL_WRITER_H
#define MAIL_WRITER_H

/// A mail in UTF-8 to one address, as the bytes of a file (RFC 5322, RFC 2045 to 2047).
///
/// A name or address that is NULL is left out. `seconds` counts from 1970.
/// The bytes end with a zero and are freed with `mail_free`; NULL where they could not be made.
char *mail_text(
  const char *from_name, const char *from, const char *to_name, const char *to,
  const char *subject, const char *body, const char *identity, const char *language, long long seconds);

/// Whether a text is one plain address: `ada@example.org`.
int mail_is_address(const char *text);

void mail_free(char *text);

#endif
