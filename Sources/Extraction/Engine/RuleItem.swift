/// What rules look at in place of a token, or of a date that was found before.
struct RuleItem {
  /// Its class in the alphabet of the pass.
  var number: UInt16
  /// A token's class in the alphabet of the second pass.
  var second: UInt16
  /// No space stands before it.
  var isGlued: Bool
  /// Its tokens: from one up to, but without, another.
  var start: Int32
  var end: Int32
  /// Index of a date found before; -1 for a token.
  var date: Int32 = -1

  var range: Range<Int> { Int(start)..<Int(end) }

  /// A token with its class in the second pass.
  var inSecondPass: RuleItem {
    var item = self
    item.number = second
    return item
  }
}
