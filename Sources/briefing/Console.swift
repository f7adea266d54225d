import Diagnostics
import Glibc

/// The two streams: results go to standard output, diagnostics to standard error.
enum Console {
  static func print(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  static func complain(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Prints diagnostics to standard error, in colour only for a person.
  static func report(_ diagnostics: [Diagnostic]) {
    if diagnostics.isEmpty { return }
    complain(DiagnosticPrinter(colour: isColoured).print(diagnostics))
  }

  /// `NO_COLOR` with any value, or a terminal that knows none, keeps colour away.
  private static var isColoured: Bool {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return isatty(STDERR_FILENO) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let put = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if put < 0 && errno != EINTR { giveUp(descriptor, errno) }
        offset += max(0, put)
      }
    }
  }

  private static func giveUp(_ descriptor: Int32, _ code: Int32) -> Never {
    if descriptor == STDOUT_FILENO {
      let words = strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
      report([
        Failure("file/unwritable", "can't write to standard output: \(words)").diagnostic
      ])
    }
    exit(1)
  }

  /// All of standard input.
  static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { return bytes }
      bytes += chunk[..<got]
    }
  }

  /// Answers each line of standard input that is not blank with a line, in order.
  ///
  /// - Parameter answer: gets a line, and sends its answer in as many parts as it likes.
  static func answerLines(_ answer: (ArraySlice<UInt8>, _ send: ([UInt8]) -> Void) -> Void) {
    var answers: [UInt8] = []
    func sendAll() {
      print(answers)
      answers.removeAll(keepingCapacity: true)
    }
    forEachLine { line in
      answer(line) { part in
        answers += part
        if answers.count > 1 << 20 { sendAll() }
      }
      answers.append(0x0A)
    } idle: {
      sendAll()
    }
  }

  /// Answers lines of standard input in their order, those that wait together on all cores.
  static func answerLines(together answer: @Sendable ([UInt8]) -> [UInt8]) {
    var lines: [[UInt8]] = []
    var all: [UInt8] = []
    forEachLine {
      lines.append(Array($0))
    } idle: {
      let answers = lines.concurrentMap(answer)
      lines.removeAll(keepingCapacity: true)
      all.removeAll(keepingCapacity: true)
      for answer in answers {
        all += answer
        all.append(0x0A)
      }
      print(all)
    }
  }

  /// The lines of standard input that are not blank, without their line feeds.
  ///
  /// Calls `idle` whenever no whole line is waiting, so that answers can be sent.
  private static func forEachLine(_ body: (ArraySlice<UInt8>) -> Void, idle: () -> Void) {
    func give(_ line: ArraySlice<UInt8>) {
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { body(line) }
    }
    var pending: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { break }
      var start = 0
      var from = pending.count
      pending += chunk[..<got]
      while let end = lineFeed(in: pending, from: from) {
        give(pending[start..<end])
        start = end + 1
        from = start
      }
      pending.removeFirst(start)
      idle()
    }
    if !pending.isEmpty { give(pending[...]) }
    idle()
  }

  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return base.distance(to: found)
    }
  }
}
