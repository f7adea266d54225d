import Testing

@testable import Extraction

@Suite struct ExtractionTests {
}
