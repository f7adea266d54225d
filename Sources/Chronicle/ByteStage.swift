/// Bytes written one after another: short runs are gathered before they join what is written, so that
/// none of them asks for room of its own.
struct ByteStage {
  private var written: [UInt8] = []
  private var stage = [UInt8](repeating: 0, count: Self.size)
  private var used = 0

  /// The longest run that is gathered.
  static let size = 1024

  var count: Int { written.count + used }

  /// All that was written, which is let go of.
  mutating func take() -> [UInt8] {
    flush()
    let bytes = written
    written = []
    return bytes
  }

  private mutating func flush() {
    if used == 0 { return }
    stage.withUnsafeBufferPointer { stage in
      written.append(contentsOf: UnsafeBufferPointer(rebasing: stage[..<used]))
    }
    used = 0
  }

  /// Adds a short run.
  ///
  /// - Parameters:
  ///   - most: the most bytes that it can have, at most ``size``.
  ///   - write: writes them, and returns one past the last.
  @inline(__always)
  mutating func put(
    atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    if used + most > Self.size { flush() }
    stage.withUnsafeMutableBufferPointer { stage in
      guard let start = stage.baseAddress else { return }
      used = write(start + used) - start
    }
  }

  mutating func append(_ byte: UInt8) {
    put(atMost: 1) { end in
      end.pointee = byte
      return end + 1
    }
  }

  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard run.count <= Self.size else {
      flush()
      written.append(contentsOf: run)
      return
    }
    put(atMost: run.count) { $0.adding(run) }
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Writes a run of bytes; returns one past the last.
  @inline(__always)
  func adding(_ run: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    if let first = run.baseAddress { update(from: first, count: run.count) }
    return self + run.count
  }

  /// Writes a byte; returns one past it.
  @inline(__always)
  func adding(_ byte: UInt8) -> UnsafeMutablePointer<UInt8> {
    pointee = byte
    return self + 1
  }
}
