import Diagnostics
import Dispatch
import Testing

@testable import BriefingKit

@Suite(.timeLimit(.minutes(1))) struct `Work on another core` {
  private let core = OtherCore { () throws(Failure) in "pen" }
  private let gate = DispatchSemaphore(value: 0)

  @Test func `uses what the core has for itself, in order`() throws {
    let words = ["first", "second"].map { word in
      core.make { (own) throws(Failure) in "\(word) \(own)" }
    }
    #expect(try words.map { try $0.wait().get() } == ["first pen", "second pen"])
  }

  @Test func `what is offered and not begun is made by who waits for it`() throws {
    let gate = gate
    let held = core.make { (_) throws(Failure) in
      gate.wait()
      return 1
    }
    let offered = core.offer { () throws(Failure) in 2 }
    #expect(try offered.wait().get() == 2)
    gate.signal()
    #expect(try held.wait().get() == 1)
  }

  @Test func `who waits does what is offered meanwhile`() throws {
    let gate = gate
    let held = core.make { (_) throws(Failure) in
      gate.wait()
      return 1
    }
    let offered = core.offer { () throws(Failure) in gate.signal() }
    #expect(try held.wait(doing: [offered]).get() == 1)
  }

  @Test func `a fault comes to who waits`() {
    let offered = core.offer { () throws(Failure) -> Int in throw Failure("a/b", "no") }
    #expect(throws: Failure.self) { try offered.wait().get() }
  }
}
