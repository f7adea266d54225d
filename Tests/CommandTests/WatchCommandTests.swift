import Scratch
import Testing

@Suite struct `briefing watch` {
  /// Runs the command beside a script, which may wait until a line of the output has some words.
  private func watch(_ script: String, in folder: ScratchFolder) -> Command {
    Command.run(
      ["watch", "--no-png", "--form", "card"], in: folder,
      shell: """
        await() { for i in $(seq 300); do grep -q "$1" out err && return; sleep 0.1; done; exit 9; }
        "$@" >out 2>err & trap "kill $!; cat out; cat err >&2" EXIT
        \(script)
        """)
  }

  @Test func `builds again when a document changes, compared with the edition before it`() {
    let folder = seeded()
    _ = Command.run(["build", "--no-png", "--form", "card"], in: folder)
    let run = watch(
      """
      await watching
      echo 'President Ilham Aliyev visited Islamabad on 11 April 2005.' >> seeds/article.txt
      await '4 events from 1 document, edition 2'
      cp seeds/article.txt seeds/again.txt
      await 'from 2 documents, edition 2'
      """, in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Output is up to date"))
    #expect(run.output.split(separator: "\n").count == 3)
  }

  @Test func `says what is wrong and goes on`() {
    let folder = seeded()
    let run = watch(
      """
      await watching
      echo 'paper: [a4' > seeds/briefing.yaml
      await 'error: '
      echo 'President Ilham Aliyev visited Islamabad on 11 April 2005.' >> seeds/article.txt
      echo 'paper: letter' > seeds/briefing.yaml
      await '4 events from 1 document, edition 1'
      """, in: folder)
    #expect(run.status == 0)
  }

  @Test func `ends where there is nothing to watch`() {
    let run = Command.run(["watch"], in: ScratchFolder())
    #expect(run.status == 1)
    #expect(run.errors.contains("seeds"))
  }
}
