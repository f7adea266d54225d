import Testing

@testable import Extraction

@Suite struct DateCategoryTests {
  @Test(arguments: 1...4)
  func noNumberBetweenTwoBoundsDiffersFromTheFirst(digits: Int) {
    let limit = [10, 100, 1000, 10000][digits - 1]
    for value in 0..<limit {
      let bound = DateCategory.numberBounds.last { $0 <= value } ?? 0
      for category in DateCategory.allCases {
        #expect(
          category.contains(value, digits: digits) == category.contains(bound, digits: digits))
      }
    }
  }
}
