import Prose

/// Words by which several readers of deeds go.
enum DeedWords {
  static let papers = BlockReading.keys(
    "agreement declaration protocol memorandum treaty convention mou programme accord statement"
      + " communiqué communique pact plan framework arrangement charter")
  static let votes = BlockReading.keys(
    "vote votes voted voting abstain abstains abstained abstention")
}
