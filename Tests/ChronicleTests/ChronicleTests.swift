import Testing

@testable import Chronicle

@Suite struct ChronicleTests {
}
