extension String {
  /// Whether these bytes stand in it, as they are: a quick look before a closer one.
  func hasBytes(_ wanted: String) -> Bool {
    var wanted = wanted
    return wanted.withUTF8 { wanted in
      guard let first = wanted.first else { return true }
      let count = wanted.count
      var own = self
      return own.withUTF8 { bytes in
        guard bytes.count >= count else { return false }
        for start in 0...(bytes.count - count) where bytes[start] == first {
          var at = 1
          while at < count, bytes[start + at] == wanted[at] { at += 1 }
          if at == count { return true }
        }
        return false
      }
    }
  }
}
