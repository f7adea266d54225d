/// The colours that a document means by red, green and blue: sRGB, as an ICC profile of version 4.2.
///
/// Source: IEC 61966-2-1, adapted to the D50 white of ICC.1:2004-10 by the Bradford matrix.
enum ColorProfile {
  static let name = "sRGB IEC61966-2.1"

  /// The profile's bytes.
  static let bytes: [UInt8] = {
    let curve = tag(
      "para",
      [0, 3, 0, 0]
        + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
        .flatMap(fixed))
    let tags: [(String, [UInt8])] = [
      ("desc", text(name)), ("cprt", text("No copyright, use freely")),
      ("wtpt", xyz(0.9642, 1, 0.8249)),
      (
        "chad",
        tag(
          "sf32",
          [
            1.04788, 0.02292, -0.05022, 0.02961, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
          ].flatMap(fixed))
      ),
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = long(tags.count)
    var data: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    for (signature, bytes) in tags {
      table += Array(signature.utf8) + long(start + data.count) + long(bytes.count)
      data += bytes
    }
    return header(size: start + data.count) + table + data
  }()

  private static func header(size: Int) -> [UInt8] {
    let date = [2000, 1, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let nothing = { (count: Int) in [UInt8](repeating: 0, count: count) }
    var bytes = long(size) + nothing(4) + long(0x0420_0000)
    bytes += Array("mntrRGB XYZ ".utf8) + date + Array("acsp".utf8) + nothing(28)
    bytes += [0.9642, 1, 0.8249].flatMap(fixed) + nothing(48)
    return bytes
  }

  private static func long(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// 15 bits, the point, 16 bits.
  private static func fixed(_ value: Double) -> [UInt8] { long(Int((value * 65536).rounded())) }

  private static func tag(_ type: String, _ bytes: [UInt8]) -> [UInt8] {
    Array(type.utf8) + long(0) + bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    tag("XYZ ", [x, y, z].flatMap(fixed))
  }

  private static func text(_ words: String) -> [UInt8] {
    let letters = words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return tag(
      "mluc", long(1) + long(12) + Array("enUS".utf8) + long(letters.count) + long(28) + letters)
  }
}
