// SPDX-License-Identifier: GPL-3.0-or-later
// GMime in front of Swift, which cannot read its macros.

#include "MailWriter.h"
#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) { g_mime_init(); }

static void add_mailbox(GMimeMessage *message, GMimeAddressType type, const char *name, const char *address) {
  if (!address) return;
  InternetAddress *mailbox = internet_address_mailbox_new(name, address);
  internet_address_set_charset(mailbox, "utf-8");
  internet_address_list_add(g_mime_message_get_addresses(message, type), mailbox);
  g_object_unref(mailbox);
}

/// In UTF-8 whatever its letters: GMime's own way would take Latin-1 where that is enough.
static GMimeObject *text_part(const char *subtype, const char *body) {
  GMimePart *part = g_mime_part_new_with_type("text", subtype);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer(body, strlen(body));
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content(part, content);
  g_object_unref(content);
  g_object_unref(stream);
  // Base64 would keep the text from whoever opens the file in an editor.
  g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return GMIME_OBJECT(part);
}

/// The plain text alone or, where there is HTML too, both: readers show the last that they can.
static GMimeObject *body_part(const struct mail_parts *parts) {
  GMimeObject *plain = text_part("plain", parts->plain);
  if (!parts->html) return plain;
  GMimeMultipart *both = g_mime_multipart_new_with_subtype("alternative");
  g_mime_multipart_set_boundary(both, parts->boundary);
  GMimeObject *html = text_part("html", parts->html);
  g_mime_multipart_add(both, plain);
  g_mime_multipart_add(both, html);
  g_object_unref(plain);
  g_object_unref(html);
  return GMIME_OBJECT(both);
}

char *mail_text(const struct mail_parts *parts) {
  pthread_once(&once, begin);
  GMimeMessage *message = g_mime_message_new(TRUE);
  add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, parts->from_name, parts->from);
  add_mailbox(message, GMIME_ADDRESS_TYPE_TO, parts->to_name, parts->to);
  g_mime_message_set_subject(message, parts->subject, "utf-8");
  GDateTime *date = g_date_time_new_from_unix_utc(parts->seconds);
  if (!date) {
    g_object_unref(message);
    return NULL;
  }
  g_mime_message_set_date(message, date);
  g_date_time_unref(date);
  g_mime_message_set_message_id(message, parts->identity);
  g_mime_object_set_header(GMIME_OBJECT(message), "X-Unsent", "1", NULL);
  if (parts->language) {
    g_mime_object_set_header(GMIME_OBJECT(message), "Content-Language", parts->language, NULL);
  }
  GMimeObject *body = body_part(parts);
  g_mime_message_set_mime_part(message, body);
  g_object_unref(body);
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
