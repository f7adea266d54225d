internal import CPango
internal import Synchronization

/// The font files, each set of them read once for all threads.
enum FontFiles {
  // Never changed once it is made, which fontconfig allows several threads to use.
  private struct Configuration: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private static let known = Mutex<[[String]: Configuration]>([:])

  /// A configuration of these files and no others.
  static func configuration(_ files: [String]) throws(GraphicsError) -> OpaquePointer {
    let found = known.withLock { known -> Result<Configuration, GraphicsError> in
      if let made = known[files] { return .success(made) }
      return Result { () throws(GraphicsError) in
        let made = Configuration(pointer: try make(files))
        known[files] = made
        return made
      }
    }
    return try found.get().pointer
  }

  private static func make(_ files: [String]) throws(GraphicsError) -> OpaquePointer {
    guard let config = FcConfigCreate() else {
      throw GraphicsError("load fonts", "fontconfig gave no configuration")
    }
    for file in files where FcConfigAppFontAddFile(config, file) == 0 {
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "cannot read the font \(file)")
    }
    return config
  }
}
