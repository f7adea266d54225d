import Testing

@testable import Prose

@Suite struct ProseTests {
}
