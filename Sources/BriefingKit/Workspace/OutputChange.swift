import Diagnostics
import Glibc

/// Files on their way to their places, all or none.
struct OutputChange {
  private struct Step {
    let temporary: String
    let final: String
    /// Another name of what was there before, once it may be replaced.
    var old: String?
    var isDone = false
  }

  private var steps: [Step] = []
  private var folders: [String] = []
  /// What is written, relative to the output folder.
  var names: [String] = []

  /// Writes files beside their places, on all cores.
  ///
  /// - Parameter files: what each path is to hold.
  mutating func stage(_ files: [(final: String, bytes: [UInt8])]) throws(Failure) {
    var parts: [(temporary: String, final: String, bytes: [UInt8])] = []
    for (final, bytes) in files {
      try File.refuseFolder(final)
      let folder = File.folder(of: final)
      folders += try File.makeFolder(folder)
      let temporary = "\(folder)/.\(File.name(of: final)).\(getpid()).part"
      steps.append(Step(temporary: temporary, final: final))
      parts.append((temporary, final, bytes))
    }
    let written = parts.concurrentMap { part in
      Result { () throws(Failure) in
        try File.write(part.bytes, to: part.temporary, for: part.final)
      }
    }
    for result in written { try result.get() }
  }

  mutating func commit() throws(Failure) {
    for index in steps.indices {
      let old = steps[index].temporary + ".old"
      if link(steps[index].final, old) == 0 { steps[index].old = old }
      try File.rename(steps[index].temporary, to: steps[index].final)
      steps[index].isDone = true
    }
  }

  /// Puts everything back as it was.
  func undo() {
    for step in steps {
      unlink(step.temporary)
      if let old = step.old {
        if step.isDone { rename(old, step.final) }
        unlink(old)
      } else if step.isDone {
        unlink(step.final)
      }
    }
    folders.reversed().forEach { rmdir($0) }
  }

  /// Lets go of what was there before.
  func forget() {
    for step in steps { if let old = step.old { unlink(old) } }
  }
}
