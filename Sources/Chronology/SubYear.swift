/// The parts of a year that stand where a month does: seasons, quarters and longer parts.
public enum SubYear {
  /// 21…24 spring to winter, 25…28 of the north, 29…32 of the south, 33…36 quarters, 37…39 thirds,
  /// 40 and 41 halves.
  public static let codes = 21...41

  /// First and last month. Winter begins with December, its year's last month; EDTF's season belongs
  /// to its year and does not reach into the next. The southern summer and winter likewise.
  static func months(of code: Int) -> ClosedRange<Int> {
    switch code {
    case 21, 25: 3...5
    case 22, 26: 6...8
    case 23, 27: 9...11
    case 24, 28: 12...12
    case 29: 9...11
    case 30: 12...12
    case 31: 3...5
    case 32: 6...8
    case 33...36: (3 * code - 98)...(3 * code - 96)
    case 37...39: (4 * code - 147)...(4 * code - 144)
    default: (6 * code - 239)...(6 * code - 234)
    }
  }
}
