/// An object of a ``PDFFile``; a reference to an object with a number is the object itself.
public final class PDFObject {
  enum Value {
    /// With a number, and not read yet.
    case unread
    case null
    case bool(Bool)
    case integer(Int)
    /// Digits as they stand in the file.
    case real(String)
    /// With its slash.
    case name(String)
    case string([UInt8])
    case array([PDFObject])
    case dictionary(Entries)
    /// A dictionary and the bytes that follow it, encoded as it says.
    case stream(Entries, [UInt8])
  }

  /// Keys with their slashes, in the order of the file.
  typealias Entries = [(key: String, value: PDFObject)]

  var value: Value
  /// 0 for an object that stands within another one.
  var number: Int

  init(_ value: Value, number: Int = 0) {
    self.value = value
    self.number = number
  }
}
