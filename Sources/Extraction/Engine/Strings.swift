extension String {
  /// What stands before the first occurrence of a separator, else all.
  func components(before separator: String) -> String {
    let needle = Array(separator)
    let text = Array(self)
    guard needle.count <= text.count else { return self }
    for i in 0...(text.count - needle.count) where Array(text[i..<(i + needle.count)]) == needle {
      return String(text[..<i])
    }
    return self
  }
}
