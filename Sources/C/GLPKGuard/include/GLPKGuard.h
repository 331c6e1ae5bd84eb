// SPDX-License-Identifier: GPL-3.0-or-later
//
// GLPK ends the process on a fatal error. These calls come back instead, so that a search can go
// on without the answer: they return 1 and leave `code` alone. After that every problem of the
// thread is gone with GLPK's environment and must not be touched, not even deleted.

#ifndef GLPK_GUARD_H
#define GLPK_GUARD_H

#include <glpk.h>

int glpk_guarded_simplex(glp_prob *problem, const glp_smcp *parameters, int *code);
int glpk_guarded_intopt(glp_prob *problem, const glp_iocp *parameters, int *code);

/// Swallows everything GLPK would print on this thread.
void glpk_be_silent(void);

#endif
