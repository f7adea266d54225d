import Testing

@testable import Chronology

@Suite struct ChronologyTests {
}
