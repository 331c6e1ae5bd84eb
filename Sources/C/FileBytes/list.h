// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef LIST_H
#define LIST_H

// A list of files: FILES, for each file NAMED("its name"), #embed and END, then LIST(its function).

#include "FileBytes.h"

// Standard since C23; the compiler knows it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define FILES static const struct embedded_file files[] = {
#define NAMED(name) {name, (const unsigned char[]){
#define END , 0}},
#define LIST(list) {0, 0}}; const struct embedded_file *list(void) { return files; }

#endif
