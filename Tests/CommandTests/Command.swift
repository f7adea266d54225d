import Glibc
import Scratch

/// The command as built beside the tests, run in a folder of its own.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `briefing` to its end.
  ///
  /// - Parameters:
  ///   - arguments: after the command's name.
  ///   - folder: where it runs.
  ///   - input: what it reads on standard input.
  ///   - environment: all of it.
  ///   - shell: what runs it, `"$@"` standing for the command; empty: nothing does.
  static func run(
    _ arguments: [String], in folder: ScratchFolder, input: String = "",
    environment: [String] = ["PATH=/usr/bin:/bin"], shell: String = ""
  ) -> Command {
    let streams = ScratchFolder()
    streams.write("in", input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, streams.path("in"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams.path("out"), O_WRONLY | O_CREAT, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, streams.path("err"), O_WRONLY | O_CREAT, 0o644)
    // Threads of tests hold signals back, which a process would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let shells = shell.isEmpty ? [] : ["/bin/bash", "-c", shell, "bash"]
    let failed = withStrings(["env", "-C", folder.path] + shells + [binary] + arguments) { words in
      withStrings(environment) {
        posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, $0)
      }
    }
    precondition(failed == 0, "can't run \(binary)")
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return Command(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F),
      output: streams.text("out") ?? "", errors: streams.text("err") ?? "")
  }

  /// The command lies in the folder of the test program.
  private static let binary: String = {
    guard let own = realpath("/proc/self/exe", nil) else { return "briefing" }
    defer { free(own) }
    let path = String(cString: own)
    return (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") + "/briefing"
  }()

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) as UnsafeMutablePointer<CChar>? }
    defer { for case let copy? in copies { free(copy) } }
    return body(copies + [nil])
  }
}
