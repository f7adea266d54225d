extension Language {
  /// Names of the templates that figures are written with, in `charts.tsv` of a language.
  enum FigureKey: String, CaseIterable, Sendable {
    case figLeading, figLeadingAll, figLeadingTie, figNoDomainMore, figOneEvent, figOneEventOf
    case figBoth, figAll, figPart, figClauses, figQuiet, figHaveNone, figEarlierCounted
    case figBelongToOne, figBelongToOneIn, figNothingCounted, figNoStepMore, figYear, figStepOf
    case figPeaksHave, figFallIn, figFromOne, figDomainYears, figNoOtherAny, figNoOtherMore
    case figOthersAtMost, figFullest, figFullestYear, figTells, figDocumentsTell, figTowards
    case figActs, figNoActs, figVisitsTo, figNoneFrom, figNoneDatedFrom, figMonthToMonth
    case figMedian, figTwoVisits, figOneTopVisit, figMonths, figEmpty, figNoAct, figNoVisit
    case figNoCadence, figNoEvent, figNoEventFound, figNoActFound, figNoVisitFound
    case figNoPairFound, figNoSides, figNoneCounted, figListed, figFoundListed, figOf
    case figMeasureTimeline, figMeasureYears, figMeasureDomains, figMeasureStacked
    case figMeasureHeat, figMeasureBalance, figMeasureVisits, figMeasureCadence, figCounted
    case figNotDrawn, figWithoutYear, figWithoutAny, figSmallNumbers, figPeriod, figSteps
    case figOneScale, figEachDomain, figLargest, figStacked, figKeptOut, figHeat, figBalance
    case figVisits, figOrderCrowded, figOrderRank, figCadence, figVisitCount, figIntervalCount
    case figSource, figBalanceSource, figBy, figVoice, figReaches, figNeutral, figOfSide
    case figOfNoSide, figNeutralOne, figOfSideOne, figSourceLine, figSum, figSumOne
    case figNoDatedEvent, figNotShown, figCoveredYear, figCovered, figLightOpen
    case figHollowDoubtful, figHatchedPlanned, figOther, figOtherAre, figWhatCounts, figTotals
    case figLineAcross, figLightBlock, figHollowBlock, figHatchedBlock, figHollow, figHatched
    case figNotCounted, figBlack, figOfOccasion, figOccasionBrings, figAlone, figClimbs, figDashed
    case figMonthUnknown, figPlannedVisits, figVisitsWithoutYear, figVisitsJoint, figAllDomains
    case figInAllDomains
    case figLedger, figDated, figDateDoubtful, figDateOpen, figDoubtfulOutside
    case figPlannedOutside, figCoveredKey, figBlock, figBlockHead, figHeightHead, figHeight
    case figLength, figVisitBlock, figVisitLength, figEvents, figBlank, figDot, figNoDated
    case figNoneBegins, figNone, figNoneInYears, figNoVisitInYears, figMore, figByNumber,
      figByNumberInFull, figTowardsShort, figBars, figYearsMonths, figYears, figMoreInFull,
      figFullNumbers
    case figNotNamed, figBlockIn, figBarOf, figNoDatedIn, figQuotedFrom, figPrinted, figOutcomes
    case figNoHeadline, figCallout, figMade, figHeadOfState
    case figHeadsOfState, figHeadsOfGovernment, figMinisters, figOthers, figToSide
    case figMedianWord, figMonthsUnit, figSoFar, figToVisit, figVisitPlanned, figVisitPlan
    case figNameVisits, figBothWays, figBothTogether, figInNoBalance, figByLeaders, figOneByHead
    case figAllByHeads, figByHeads, figAlsoPlanned, figMorePlanned, figAlsoDoubtful, figLane
    case figOutside, figDirection, figTogether, figOrEarlier, figDecade, figCentury
  }
}
