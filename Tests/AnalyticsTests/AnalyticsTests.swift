import Testing

@testable import Analytics

@Suite struct AnalyticsTests {
}
