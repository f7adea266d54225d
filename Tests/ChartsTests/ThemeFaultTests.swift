import Charts
import Drawing
import Testing

@Suite struct ThemeFaultTests {
  @Test(arguments: [Theme.light, .dark]) func theProgramsOwnThemesHaveNoFault(_ theme: Theme) {
    #expect(theme.faults == [])
  }

  @Test func aMarkingThatFadesIntoTheGroundIsAFault() {
    var theme = Theme.dark
    theme[.marking] = Theme.light[.marking]
    let fault = theme.faults.first
    #expect(fault?.first == .marking && fault?.kind == .contrast)
  }

  @Test func paleTextAndMarksAreFaults() {
    var theme = Theme.light
    theme[.secondary] = Color(0x8A8A8A)
    theme[.series(1)] = Color(0xFFE0A0)
    let weak = theme.faults.filter { $0.kind == .contrast }
    #expect(weak.map(\.first) == [.secondary, .series(1)])
    #expect(weak.map(\.least) == [4.5, 3])
  }

  @Test func redAndGreenAreAFaultForThoseWhoSeeThemAsOne() throws {
    var theme = Theme.light
    theme[.side(0)] = Color(0xA03000)
    theme[.side(1)] = Color(0x4D6A00)
    let fault = try #require(theme.faults.first { $0.first == .side(0) })
    #expect(fault.second == .side(1))
    #expect(fault.kind == .similarity(.protanopia) || fault.kind == .similarity(.deuteranopia))
    #expect(fault.value < fault.least)
    #expect(theme[.side(0)].difference(from: theme[.side(1)]) > fault.least)
  }

  /// Pairs of the data that Sharma, Wu and Dalal published with the formula, in sRGB: the greys and the
  /// primaries that can be checked by hand.
  @Test func differencesAreThoseOfTheFormula() {
    #expect(Color(0x000000).difference(from: Color(0xFFFFFF)) > 99.9)
    #expect(Color(0x3460A0).difference(from: Color(0x3460A0)) == 0)
    let ab = Color(0xFF0000).difference(from: Color(0x00FF00))
    #expect(abs(ab - 86.6) < 0.1)
    #expect(abs(Color(0x0000FF).difference(from: Color(0xFF0000)) - 52.9) < 0.1)
  }

  @Test func aRampBeginsItsStepsAtRoundNumbers() {
    #expect(Theme.light.ramp(to: 12).ramp.map(\.name) == ["1", "2", "3–4", "5–7", "8+"])
    #expect(
      Theme.light.ramp(to: 505).ramp.map(\.name) == ["1–19", "20–49", "50–99", "100–199", "200+"])
    for most in [24, 25, 60, 99, 1234, 9_999_999] {
      let steps = Theme.light.ramp(to: most).ramp
      #expect(steps.map(\.from) == steps.map(\.from).sorted())
      #expect(steps.first?.from == 1 && (steps.last?.from ?? 0) <= most)
    }
  }
}
