#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a reader sees colours.
public enum ColorVision: String, Sendable, Hashable, CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// Linear RGB as seen, row by row: Machado, Oliveira and Fernandes (2009), severity 1.
  fileprivate var matrix: [Double] {
    switch self {
    case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protanopia:
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
      ]
    case .deuteranopia:
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
      ]
    case .tritanopia:
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900,
      ]
    }
  }
}

extension Color {
  /// How far two opaque colours are apart for a reader: CIEDE2000, 0 for the same, about 1 for the
  /// least that is noticed side by side.
  public func difference(from other: Color, seenWith vision: ColorVision = .normal) -> Double {
    Lab(self, vision).difference(from: Lab(other, vision))
  }

  /// CIE lightness, 0…100.
  public var lightness: Double { Lab(self, .normal).l }
}

/// A colour of CIE 1976 L*a*b*, for the white D65.
private struct Lab {
  var l: Double
  var a: Double
  var b: Double

  init(_ color: Color, _ vision: ColorVision) {
    let m = vision.matrix
    let seen = [color.red, color.green, color.blue].map(Lab.linear)
    func row(_ i: Int) -> Double {
      min(1, max(0, m[i] * seen[0] + m[i + 1] * seen[1] + m[i + 2] * seen[2]))
    }
    let (r, g, b) = (row(0), row(3), row(6))
    let x = Lab.f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    let y = Lab.f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    let z = Lab.f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    l = 116 * y - 16
    a = 500 * (x - y)
    self.b = 200 * (y - z)
  }

  private static func linear(_ c: Double) -> Double {
    c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
  }

  private static func f(_ t: Double) -> Double {
    t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
  }

  /// CIEDE2000 after Sharma, Wu and Dalal (2005), all weights 1.
  func difference(from other: Lab) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))))
    let (a1, a2) = (a * (1 + g), other.a * (1 + g))
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (Lab.hue(a1, b), Lab.hue(a2, other.b))
    let meanL = (l + other.l) / 2
    let meanC = (c1 + c2) / 2
    var turn = c1 * c2 == 0 ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var meanH = c1 * c2 == 0 ? h1 + h2 : (h1 + h2) / 2
    if c1 * c2 != 0, abs(h1 - h2) > 180 { meanH += h1 + h2 < 360 ? 180 : -180 }
    let deltaH = 2 * sqrt(c1 * c2) * sin(Lab.radians(turn / 2))
    let t =
      1 - 0.17 * cos(Lab.radians(meanH - 30)) + 0.24 * cos(Lab.radians(2 * meanH))
      + 0.32 * cos(Lab.radians(3 * meanH + 6)) - 0.20 * cos(Lab.radians(4 * meanH - 63))
    let offset = (meanL - 50) * (meanL - 50)
    let sl = 1 + 0.015 * offset / sqrt(20 + offset)
    let sc = 1 + 0.045 * meanC
    let sh = 1 + 0.015 * meanC * t
    let theta = 30 * exp(-pow((meanH - 275) / 25, 2))
    let rc = 2 * sqrt(pow(meanC, 7) / (pow(meanC, 7) + pow(25, 7)))
    let rt = -sin(Lab.radians(2 * theta)) * rc
    let (dl, dc, dh) = ((other.l - l) / sl, (c2 - c1) / sc, deltaH / sh)
    return sqrt(max(0, dl * dl + dc * dc + dh * dh + rt * dc * dh))
  }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

  private static func hue(_ a: Double, _ b: Double) -> Double {
    if a == 0 && b == 0 { return 0 }
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }
}
