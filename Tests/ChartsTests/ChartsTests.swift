import Testing

@testable import Charts

@Suite struct ChartsTests {
}
