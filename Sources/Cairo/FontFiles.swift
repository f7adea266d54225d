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
    guard FcConfigParseAndLoadFromMemory(config, pictures, 1) != 0 else {
      FcConfigDestroy(config)
      throw GraphicsError("load fonts", "fontconfig did not read the rule for pictures")
    }
    return config
  }

  /// Letters that are pictures of one size, as emoji are, become as large as the text.
  private static let pictures = """
    <?xml version="1.0"?>
    <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
    <fontconfig>
      <match target="font">
        <test name="outline"><bool>false</bool></test>
        <edit name="pixelsizefixupfactor" mode="assign">
          <divide><name target="pattern">pixelsize</name><name target="font">pixelsize</name></divide>
        </edit>
        <edit name="matrix" mode="assign">
          <times>
            <name>matrix</name>
            <matrix>
              <name>pixelsizefixupfactor</name><double>0</double>
              <double>0</double><name>pixelsizefixupfactor</name>
            </matrix>
          </times>
        </edit>
        <edit name="size" mode="assign">
          <divide><name>size</name><name>pixelsizefixupfactor</name></divide>
        </edit>
      </match>
    </fontconfig>
    """
}
