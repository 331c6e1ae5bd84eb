// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Starts this program once more for each job.
struct ProcessStarter: WorkerStarter {
  func start(_ job: Data) throws(WorkerFailure) -> any Worker {
    try WorkerProcess(command: WorkerCommand.declaration.name, line: job)
  }
}

/// This program once more, as a process of its own.
final class WorkerProcess: Worker {
  private let pid: pid_t
  private var lifeline: Int32
  private var output: Int32
  private var errors: Int32
  private var unread: [UInt8] = []
  private var complaint: [UInt8] = []
  private(set) var end: WorkerEnd?
  private(set) var lostJob: Int32?

  /// Starts `programme COMMAND`, which reads `line` from its standard input.
  init(command: String, line: Data) throws(WorkerFailure) {
    let input = try Self.pipe()
    let output = try Self.pipe()
    let errors = try Self.pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.read, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
    var words: [UnsafeMutablePointer<CChar>?] = [strdup("programme"), strdup(command), nil]
    // A worker that crashes says so in two lines and not in sixty.
    let variables = ProcessInfo.processInfo.environment.filter { $0.key != "SWIFT_BACKTRACE" }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { (name, value) in
      strdup("\(name)=\(value)")
    }
    environment += [strdup("SWIFT_BACKTRACE=enable=no"), nil]
    defer { for word in words + environment { free(word) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, "/proc/self/exe", &actions, nil, &words, &environment)
    for descriptor in [input.read, output.write, errors.write] { close(descriptor) }
    guard code == 0 else {
      for descriptor in [input.write, output.read, errors.read] { close(descriptor) }
      throw .noProcess(code)
    }
    self.pid = pid
    lifeline = input.write
    self.output = output.read
    self.errors = errors.read
    _ = fcntl(self.output, F_SETFL, O_NONBLOCK)
    _ = fcntl(self.errors, F_SETFL, O_NONBLOCK)
    send(line + Data("\n".utf8))
  }

  deinit {
    if end == nil {
      kill(pid, SIGKILL)
      finish()
    }
  }

  func interrupt() { if end == nil { kill(pid, SIGTERM) } }

  func kill() { if end == nil { kill(pid, SIGKILL) } }

  var descriptors: [Int32] { [output, errors].filter { $0 >= 0 } }

  /// At the end of both streams the process is waited for.
  func read() -> [Data] {
    if output >= 0, !Self.drain(output, into: &unread) {
      close(output)
      output = -1
    }
    if errors >= 0, !Self.drain(errors, into: &complaint) {
      close(errors)
      errors = -1
    }
    if output < 0 && errors < 0 && end == nil { finish() }
    var lines: [Data] = []
    while let newline = unread.firstIndex(of: 0x0A) {
      lines.append(Data(unread[..<newline]))
      unread.removeFirst(newline + 1)
    }
    return lines
  }

  /// Its last line on standard error.
  var lastWords: String {
    let lines = String(decoding: complaint.suffix(2_000), as: UTF8.self).split(separator: "\n")
    return lines.last.map(String.init) ?? ""
  }

  private func finish() {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    for descriptor in [lifeline, output, errors] where descriptor >= 0 { close(descriptor) }
    (lifeline, output, errors) = (-1, -1, -1)
    let number = status & 0x7F
    end = number == 0 ? .status((status >> 8) & 0xFF) : .signal(number)
  }

  private func send(_ data: Data) {
    data.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(lifeline, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          lostJob = count < 0 ? errno : EIO
          // A worker that got no job, or only part of one, would wait for the rest: the end of its
          // input ends it, which shows when its answer is read.
          close(lifeline)
          lifeline = -1
          return
        }
        sent += count
      }
    }
  }

  /// Reads what is there; false at the end of the stream.
  private static func drain(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      if count == 0 { return false }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return errno == EAGAIN }
    }
  }

  private func kill(_ pid: pid_t, _ signal: Int32) { _ = Glibc.kill(pid, signal) }

  private static func pipe() throws(WorkerFailure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else {
      throw .noProcess(errno)
    }
    // Other workers must not hold the ends of this one.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
