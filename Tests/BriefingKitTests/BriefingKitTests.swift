import Testing

@testable import BriefingKit

@Suite struct BriefingKitTests {
}
