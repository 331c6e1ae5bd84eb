// SPDX-License-Identifier: GPL-3.0-or-later
// GMime in front of Swift, which cannot read its macros.

#include "MailWriter.h"
#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) { g_mime_init(); }

static void add_mailbox(GMimeMessage *message, GMimeAddressType type, const char *name, const char *address) {
  if (address) g_mime_message_add_mailbox(message, type, name, address);
}

static GMimeObject *text_part(const char *body, const char *language) {
  GMimeTextPart *part = g_mime_text_part_new_with_subtype("plain");
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, body);
  // Base64 would keep the text from whoever opens the file in an editor.
  g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  if (language) g_mime_object_set_header(GMIME_OBJECT(part), "Content-Language", language, NULL);
  return GMIME_OBJECT(part);
}

char *mail_text(
  const char *from_name, const char *from, const char *to_name, const char *to,
  const char *subject, const char *body, const char *identity, const char *language, long long seconds) {
  pthread_once(&once, begin);
  GMimeMessage *message = g_mime_message_new(TRUE);
  add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, from_name, from);
  add_mailbox(message, GMIME_ADDRESS_TYPE_TO, to_name, to);
  g_mime_message_set_subject(message, subject, "utf-8");
  GDateTime *date = g_date_time_new_from_unix_utc(seconds);
  if (!date) {
    g_object_unref(message);
    return NULL;
  }
  g_mime_message_set_date(message, date);
  g_date_time_unref(date);
  g_mime_message_set_message_id(message, identity);
  GMimeObject *part = text_part(body, language);
  g_mime_message_set_mime_part(message, part);
  g_object_unref(part);
  GMimeFormatOptions *options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  char *text = g_mime_object_to_string(GMIME_OBJECT(message), options);
  g_mime_format_options_free(options);
  g_object_unref(message);
  return text;
}

int mail_is_address(const char *text) {
  pthread_once(&once, begin);
  InternetAddressList *list = internet_address_list_parse(NULL, text);
  if (!list) return 0;
  int is_one = 0;
  if (internet_address_list_length(list) == 1) {
    InternetAddress *one = internet_address_list_get_address(list, 0);
    if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
      const char *address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
      const char *at = address ? strrchr(address, '@') : NULL;
      is_one = at && at != address && at[1] && strcmp(address, text) == 0;
    }
  }
  g_object_unref(list);
  return is_one;
}

void mail_free(char *text) { g_free(text); }
