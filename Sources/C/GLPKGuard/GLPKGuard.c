// SPDX-License-Identifier: GPL-3.0-or-later

#include "GLPKGuard.h"
#include <setjmp.h>
#include <stddef.h>

static void jump_back(void *there) { longjmp(*(jmp_buf *)there, 1); }

static int swallow(void *info, const char *text) {
  (void)info;
  (void)text;
  return 1;
}

void glpk_be_silent(void) { glp_term_hook(swallow, NULL); }

int glpk_guarded_simplex(glp_prob *problem, const glp_smcp *parameters, int *code) {
  jmp_buf there;
  if (setjmp(there)) {
    glp_error_hook(NULL, NULL);
    glp_free_env();
    return 1;
  }
  glp_error_hook(jump_back, &there);
  *code = glp_simplex(problem, parameters);
  glp_error_hook(NULL, NULL);
  return 0;
}

int glpk_guarded_intopt(glp_prob *problem, const glp_iocp *parameters, int *code) {
  jmp_buf there;
  if (setjmp(there)) {
    glp_error_hook(NULL, NULL);
    glp_free_env();
    return 1;
  }
  glp_error_hook(jump_back, &there);
  *code = glp_intopt(problem, parameters);
  glp_error_hook(NULL, NULL);
  return 0;
}
