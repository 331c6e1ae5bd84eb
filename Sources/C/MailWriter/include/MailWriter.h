// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef MAIL_WRITER_H
#define MAIL_WRITER_H

/// A mail to one address. A text that is NULL is left out.
struct mail_parts {
  const char *from_name, *from;
  const char *to_name, *to;
  const char *subject;
  /// The words as plain text, and the same as HTML.
  const char *plain, *html;
  /// What parts the two; it must not stand in either as it is written.
  const char *boundary;
  /// Tells it from all other mails, with an @ in it.
  const char *identity;
  /// A tag of BCP 47.
  const char *language;
  /// From 1970.
  long long seconds;
};

/// A mail in UTF-8 as the bytes of a file (RFC 5322, RFC 2045 to 2047), marked as one that is not sent
/// yet, which mail programs open to be looked at and sent.
///
/// The bytes end with a zero and are freed with `mail_free`; NULL where they could not be made.
char *mail_text(const struct mail_parts *parts);

/// Whether a text is one plain address: `ada@example.org`.
int mail_is_address(const char *text);

void mail_free(char *text);

#endif
