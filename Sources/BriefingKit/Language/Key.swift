extension Language {
  /// Names of the templates in `Sources/CKnowledge/language`, which has a folder a language.
  enum Key: String, CaseIterable, Sendable {
    case direction, unreviewed, comma, semicolon, listMore, listAnd, listOr, sentence, sentenceTwo
    case aside, inPlace, spaceInPlace, none, noneShort, notTold, neutral, undated, ongoing, page,
      underTitle
    case countEvents, countDocuments, countMentions, theseDocuments, theseDocumentsTo, andMore
    case andMoreBare, moreBare, morePage, moreSee, moreInFull, moreSources, seePage, lineReference
    case lineShort, lineRange, stateWithArticle, statesWithArticle, lineAnnounced, lineConditional
    case lineTotal, lineFollowUp, lineOfOthers, lineRetold, lineDenied, lastSession, ordinal,
      ordinalSession,
      noParties,
      runningTitle,
      runningTitleUndated
    case edition, editionDigest, pageOf, subject, followsOne, followsTwo, followsMany, titleCard
    case titleTimeline, titlePattern, titleState, titleVisits, titleEncounters, titleAgreements
    case titleMechanisms, titleSupport, titleDoubts, titleDecisions, titleMeeting, titlePeople,
      titleChronology
    case titleUndated, titleSources, titleMethod, titleEvidence, kicker, kickerBilateral
    case asOfMeeting, asOfNewest, asOfNewestShared, asOfGiven, asOfNone, firstEdition, slotOccasion
    case slotMeeting, slotOurs, slotTheirs, objectives, pointsToMake, pointsToAvoid, theirPoints
    case sensitivities, biographies, notes, voiceNone, voiceOne, voiceOneSide, voiceMany, voiceAll
    case voiceCount, voiceWritten, voiceOf, voiceNeutral, voiceNeutralMany, voiceUntold, toldBy
    case toldByOne, factNone, factNoRelations, factNoMissions, factNoLeaders, factNoSession
    case factRelations, factRelationsPaper, factMissions, factMissionsMore, factMissionPlace,
      factMissionUntold
    case factMet, factMetIn, factVisit, factVisitTo, factSession, factEvents, headRelations
    case relationsEstablished, relationsAgreed, relationsLasted, relationsLastedAndPlanned,
      relationsPlanned
    case commemoration, headContact, contactNone, contactOneWay, contactBothWays, contactLeg
    case contactMet, headMechanisms, mechanismFormed, mechanismAgreed, mechanismSession
    case mechanismFirst, mechanismMet, mechanismLastMet, mechanismVisit, mechanismNext, theBody
    case mechanismMisprint, mechanismsNoSession, moreMechanisms, headOutcomes, outcomesOfVisit
    case outcomesOfMeeting, outcomesAmongVisit, outcomesAmongMeeting, headPattern, sharesNone,
      sharesFirst, sharesNext
    case sharesAndNone, cardLeft, cardLeftHere, headNews, newsNone, newsChanged, headOpen,
      headAhead, ahead, headOverdue,
      headAnniversaries
    case headAnniversariesTo, anniversary, anniversaryOfOne, anniversaryOn, headDoubts, doubt,
      findingNoVisit,
      findingVisits
    case findingVisit, stripTitle, stripTitleVisits, stripTitleAllVisits, stripAllHere, stripSome,
      stripSomeHere, stripVisits,
      laneMeetings
    case leadState, domainsWithout, noEvent, titleContinued, rowLast, rowAnnounced, rowPositions,
      rowRunning
    case toldIn, rowPast, rowMechanism, rowMechanisms, rowTotals, rowAmounts, rowOpen,
      rowConditional,
      rowOpenings
    case openAgreed, openStanding, lineOfKind, openAnnounced, openAnnouncedOnly, bodySentence,
      bodyAlso, bodyFormed,
      bodyAgreed, bodyTotal, bodySession
    case bodyNoSession, columnDate, columnWho, columnWhere, columnSource
    case columnTitle, columnKind, columnStatus, columnBody, columnSince
    case columnSessions, columnLastSession, rankLeaders, rankLeadersDrawn, rankMinisters,
      rankOthers, within
    case outcome, outcomes, oneWithOther, receivedBy, visitToState, aVisit, aMeeting, toldSessions,
      atLeastSessions,
      noteLater
    case leadSupport, sideFor, kindAssistance, kindTraining, kindPositions, kindBodies
    case kindStatements, kindCulture, kindCourtesies, kindHonours, kindTrade, kindArms, kindOther,
      columnSays, columnOdd, columnDone
    case inheritedOne, inherited, oddAfter, oddYear, oddYearTold, oddYearOff, otherDates, oddDay,
      oddContradiction, oddEither, oddGloss,
      oddOneYear, oddEarliest
    case columnDecision, columnBy, columnWhy, decided, decisionChange, byHand
    case oddBeyond, oddYears, oddWordings, wordings, doneNotCounted, doneLeftOut, doneKept
    case doneDate, doneCountedIn, doneOne, doneEach, termsUsed, placesUsed, columnName, columnRole,
      columnState,
      columnEvents, columnDateHow
    case columnEvent, noteChronology, noteIndented, chronologyLeft, tableLeft, factAuthor,
      factPublisher
    case factDate, factVoice, factMarking, factFile, factDigest, factYield, factLeftOut, `yield`
    case headCounted, methodCounted, headDates, methodDates, headMentions, methodMentions
    case headChoice, methodChoice, headWords, methodWords, methodWordsHere, headSilence
    case methodSilence, headVoice, methodVoice, speaksFor, headMade, quotedAt, dateDay
    case dateYearless, dateDays, dateMonth, dateMonths, dateSpan, dateYears, dateYearOr
    case dateBetween, dateSince, dateOrLater, dateBy, dateAbout, datePerhaps, dateDecade
    case dateProposed, whenOn, whenIn, whenUntold
  }

  /// Words for the values of the ledger: `month.6`, `domain.energy`.
  enum Group: String, CaseIterable, Sendable {
    case month, monthShort, season, domain, domainIs, column, agreementKind, standing, state
    case domainAre, domainOne, figColumn, occasion, stretch, number, mark, decision, field, reason,
      spelling
  }
}
