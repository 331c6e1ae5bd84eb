// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef MICRO_HTTPD_H
#define MICRO_HTTPD_H

#include <microhttpd.h>

/// What the library bounds by itself.
struct http_limits {
  /// Connections at once; more wait in the system's queue.
  unsigned connections;
  /// Seconds without a byte either way after which a connection is closed.
  unsigned idle_seconds;
  /// Bytes of memory a connection may take, so the most that a request's head may have.
  size_t memory;
};

/// What the library calls, always on its one thread. Each gets `context` where it takes one.
struct http_callbacks {
  void *context;
  MHD_NotifyConnectionCallback connection;
  /// A request's first line has come; what it returns becomes the request's own pointer.
  void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_AccessHandlerCallback request;
  MHD_RequestCompletedCallback completed;
};

/// Serves a socket that listens already, on one thread that waits for all connections.
///
/// The library closes the socket when it stops; NULL where it could not start, and the socket is then
/// the caller's. The library's options are a list of variable arguments, which Swift cannot give.
struct MHD_Daemon *http_start(
  int listening, struct http_limits limits, struct http_callbacks callbacks);

/// A connection's socket, to be cut off by; -1 where there is none.
int http_descriptor(struct MHD_Connection *connection);

/// The address of who is at the other end, without its port, as text.
///
/// Returns 0 where it is not known.
int http_peer(struct MHD_Connection *connection, char *text, size_t size);

#endif
