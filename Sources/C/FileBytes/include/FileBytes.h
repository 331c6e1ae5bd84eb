// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef FILE_BYTES_H
#define FILE_BYTES_H

#pragma clang assume_nonnull begin

/// A text that is part of the program.
struct embedded_file {
  /// As its folder has it. NULL after the last of a list.
  const char *_Nullable name;
  /// They end with a zero. NULL with the name.
  const unsigned char *_Nullable bytes;
};

const struct embedded_file *embedded_board_scripts(void);
const struct embedded_file *embedded_board_styles(void);
const struct embedded_file *embedded_page_scripts(void);
const struct embedded_file *embedded_page_ground(void);
const struct embedded_file *embedded_page_styles(void);
const struct embedded_file *embedded_page_worker(void);
const struct embedded_file *embedded_report_styles(void);
const struct embedded_file *embedded_comparison_styles(void);
const struct embedded_file *embedded_decision_styles(void);
const struct embedded_file *embedded_plain_styles(void);
const struct embedded_file *embedded_calendar_styles(void);
const struct embedded_file *embedded_change_styles(void);
const struct embedded_file *embedded_words(void);

#pragma clang assume_nonnull end

#endif
