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

  /// Writes a file beside its place.
  mutating func stage(_ bytes: [UInt8], for final: String) throws(Failure) {
    try File.refuseFolder(final)
    let folder = File.folder(of: final)
    folders += try File.makeFolder(folder)
    let temporary = "\(folder)/.\(File.name(of: final)).\(getpid())"
    steps.append(Step(temporary: temporary + ".part", final: final))
    try File.write(bytes, to: temporary + ".part", for: final)
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
